/** Readers by language. The parsers of program code are loaded when the first program is opened, not before. */

import { type CdkCatalog, readCdkCatalog } from "../frontends/cdk/catalog.ts";
import { mentionsCdk } from "../frontends/cdk/imports.ts";
import { createCdkReader } from "../frontends/cdk/reader.ts";
import { createCloudFormationReader } from "../frontends/cloudformation/reader.ts";
import { type CodeParsers, loadCodeParsers } from "../syntax/code/parsers.ts";
import type { DocumentLanguage, DocumentReader } from "../workspace/snapshot.ts";
import { type DataSource, readJson } from "./data.ts";
import { describeError, type Log } from "./guarded.ts";

export interface Readers {
  /**
   * Undefined for a program that does not mention the CDK, and while the parsers are still loading: `onArrival` tells
   * when to ask again.
   */
  create(language: DocumentLanguage, text: string): DocumentReader | undefined;
  /** Loads the parsers of programs now. Resolves when they are there, or cannot be had. */
  loadCode(): Promise<void>;
}

export function createReaders(source: DataSource, onArrival: () => void, log: Log): Readers {
  let loading: Promise<void> | undefined;
  let code: { readonly parsers: CodeParsers; readonly catalog: CdkCatalog } | undefined;

  async function load(): Promise<void> {
    try {
      const [parsers, catalog] = await Promise.all([
        loadCodeParsers((name) => source.readBytes(`wasm/${name}`)),
        readJson(source, "cdk.json").then(readCdkCatalog),
      ]);
      code = { parsers, catalog };
      onArrival();
    } catch (error) {
      log.error(`CDK parsers: ${describeError(error)}`);
    }
  }

  return {
    create(language, text) {
      if (language === "yaml" || language === "json") return createCloudFormationReader(language);
      if (!mentionsCdk(text)) return undefined;
      loading ??= load();
      return code && createCdkReader(language, code.parsers, code.catalog);
    },
    loadCode() {
      loading ??= load();
      return loading;
    },
  };
}
