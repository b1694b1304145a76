/** The `.routewise.yaml` that counts for a file, read once each. */

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Language } from "../server/src/base/localized.ts";
import type { FoundConfig } from "../server/src/config/combine.ts";
import { configUrisFor } from "../server/src/config/locations.ts";
import { parseConfig } from "../server/src/config/parse-config.ts";
import { shownPath } from "./files.ts";
import { lineReader } from "./places.ts";
import type { Trouble } from "./report.ts";
import { textsIn } from "./texts.ts";

export interface ProjectConfigs {
  /** The one that counts for the document; undefined where there is none. */
  for(uri: string): Promise<FoundConfig | undefined>;
  /** What is wrong with those that were read so far. */
  readonly troubles: readonly Trouble[];
}

export interface ConfigOptions {
  readonly cwd: string;
  readonly language: Language;
  /** A file to be used for everything, instead of the nearest one. */
  readonly named?: string | undefined;
}

export function createProjectConfigs({ cwd, language, named }: ConfigOptions): ProjectConfigs {
  const troubles: Trouble[] = [];
  const read = new Map<string, Promise<FoundConfig | undefined>>();
  const root = pathToFileURL(projectRoot(cwd)).href;

  async function readConfig(uri: string, mustExist: boolean): Promise<FoundConfig | undefined> {
    const file = fileURLToPath(uri);
    const path = shownPath(file, cwd);
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (mustExist || (error.code !== "ENOENT" && error.code !== "ENOTDIR")) {
        troubles.push({ path, message: textsIn(language).unreadable(error.message), kind: "failure" });
      }
      return undefined;
    });
    if (text === undefined) return undefined;
    const { config, problems, broken } = parseConfig(text);
    const placeAt = lineReader(text);
    for (const { range, message, severity } of problems) {
      const kind = broken && severity === "error" ? "failure" : "note";
      troubles.push({ path, place: placeAt(range), message: message[language], kind });
    }
    return { uri, config };
  }

  function once(uri: string, mustExist: boolean): Promise<FoundConfig | undefined> {
    const before = read.get(uri);
    if (before) return before;
    const reading = readConfig(uri, mustExist);
    read.set(uri, reading);
    return reading;
  }

  return {
    troubles,
    async for(uri) {
      if (named !== undefined) return once(pathToFileURL(resolve(cwd, named)).href, true);
      const inProject = configUrisFor(uri, [root]);
      // A file elsewhere has only its own folder to ask.
      for (const candidate of inProject.length > 0 ? inProject : configUrisFor(uri, [dirname(uri)])) {
        const found = await once(candidate, false);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** The innermost folder around that is a Git repository, else the working folder: no setting from beyond it counts. */
function projectRoot(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}
