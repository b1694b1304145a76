/** Which files a `.routewise.yaml` leaves out, by the rules of `.gitignore`, which everyone knows. */
import ignore from "ignore";
import type { Localized } from "../base/localized.ts";
import { memoised } from "../base/memoised.ts";
import type { Config } from "./config.ts";

/** A `.routewise.yaml`, or whatever else has such patterns. */
export type IgnoredPaths = Pick<Config, "ignorePaths">;

/**
 * Whether the file is left out.
 *
 * @param path relative to the folder of the `.routewise.yaml`, or of the workspace, with `/` on every system
 */
export function isIgnored(patterns: IgnoredPaths, path: string): boolean {
  return patterns.ignorePaths.length > 0 && ignore.isPathValid(path) && matcherOf(patterns).ignores(path);
}

// Letters count: the same file has to be left out on every system, also on the one that runs the checks for the team.
const matcherOf = memoised(({ ignorePaths }: IgnoredPaths) =>
  ignore({ ignorecase: false }).add(ignorePaths.map(anchored)),
);

/** `./a` is what many write for `/a`; to `.gitignore` it would match nothing. */
function anchored(pattern: string): string {
  return pattern.replace(/^(!?)\.\//, "$1/");
}

/** Why a pattern can never match what its author means; undefined where it is all right. */
export function patternFault(pattern: string): Localized | undefined {
  if (/^!?\/?\s*$/.test(pattern))
    return { en: "An empty pattern matches nothing.", ja: "空のパターンはどのファイルにも一致しない。" };
  if (pattern.startsWith("#")) {
    return {
      en: "A pattern that begins with # is a comment; write \\# for a file of that name.",
      ja: "# で始まるパターンはコメント扱い。その名前のファイルを指すには \\# と書く。",
    };
  }
  if (/^[A-Za-z]:[\\/]/.test(pattern) || /\\[\w.*]/.test(pattern)) {
    return {
      en: "Patterns are relative to this file's folder and written with / on every system.",
      ja: "パターンはこのファイルのフォルダーを起点とし、どの OS でも区切りは / で書く。",
    };
  }
  if (pattern.replace(/^!/, "").split("/").includes("..")) {
    return {
      en: "Patterns only reach this file's folder and what is below; .. matches nothing.",
      ja: "対象はこのファイルのフォルダー以下だけで、.. はどのファイルにも一致しない。",
    };
  }
  return hasOpenBracket(pattern)
    ? {
        en: "The bracket [ is never closed, so the pattern matches nothing.",
        ja: "[ が閉じておらず、どのファイルにも一致しない。",
      }
    : undefined;
}

function hasOpenBracket(pattern: string): boolean {
  return /\[(?!.*\])/.test(pattern.replace(/\\./g, ""));
}
