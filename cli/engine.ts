/**
 * The language server's own engine without a connection: the same readers, rules and data, one document after the
 * other.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { mentionsCdk } from "../server/src/frontends/cdk/imports.ts";
import { mayBeTemplate } from "../server/src/frontends/cloudformation/detect.ts";
import type { Knowledge } from "../server/src/knowledge/knowledge.ts";
import { type DataSource, loadData } from "../server/src/lsp/data.ts";
import { createReaders } from "../server/src/lsp/readers.ts";
import { createDocumentStore } from "../server/src/workspace/document-store.ts";
import { defaultSettings } from "../server/src/workspace/settings.ts";
import type { CheckSettings, Snapshot } from "../server/src/workspace/snapshot.ts";

export interface Engine {
  readonly knowledge: Knowledge;
  /**
   * Reads a document; undefined where it is nothing that Routewise understands, or the settings leave it out.
   *
   * @param settings asked for only where it may be something: most files of a project are not
   */
  read(document: DocumentToRead, settings: () => Promise<CheckSettings>): Promise<Reading | undefined>;
}

export interface DocumentToRead {
  readonly uri: string;
  readonly text: string;
}

export interface Reading {
  readonly snapshot: Snapshot;
  /** Reads the document with another text. */
  readonly reread: (text: string) => Snapshot | undefined;
  /** Rules that failed so far, which is a bug of ours; the others have run. Grows as findings are asked for. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

export interface EngineOptions {
  /** Told of what went wrong inside; the check goes on. */
  readonly onFailure: (message: string) => void;
}

/** @param dist the folder that the build writes, with the data */
export async function createEngine(dist: string, { onFailure }: EngineOptions): Promise<Engine> {
  const source: DataSource = {
    readText: (name) => readFile(join(dist, name), "utf8"),
    readBytes: (name) => readFile(join(dist, name)),
  };
  const log = { error: onFailure, warn: onFailure, info: () => {} };
  const { spec, knowledge } = await loadData(source);
  const readers = createReaders(source, () => {}, log);

  return {
    knowledge,
    async read({ uri, text }, settings) {
      if (!mayConcernUs(text)) return undefined;
      if (mentionsCdk(text)) await readers.loadCode();
      const failures: { rule: string; error: unknown }[] = [];
      const checkSettings = await settings();
      if (checkSettings.ignored) return undefined;
      const store = createDocumentStore(
        {
          spec,
          createReader: readers.create,
          settingsFor: () => checkSettings,
          onRuleFailure: (rule, error) => failures.push({ rule, error }),
        },
        defaultSettings(undefined),
      );
      const snapshot = store.snapshot({ uri, languageId: languageIdOf(uri), version: 1, getText: () => text });
      return snapshot && { snapshot, reread: store.trial(snapshot), failures };
    },
  };
}

/** A look that costs nothing: a project has thousands of files that are neither. */
function mayConcernUs(text: string): boolean {
  return mentionsCdk(text) || mayBeTemplate(text);
}

/** Endings that editors are told of by associations; all others the store knows. */
function languageIdOf(uri: string): string {
  return /\.(?:template|cfn)$/i.test(uri) ? "cloudformation" : "";
}
