/** Readers of CDK programs for tests, with the names of the installed aws-cdk-lib. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CdkCatalog, readCdkCatalog } from "../../server/src/frontends/cdk/catalog.ts";
import { createCdkReader } from "../../server/src/frontends/cdk/reader.ts";
import { type CodeLanguage, type CodeParsers, loadCodeParsers } from "../../server/src/syntax/code/parsers.ts";
import type { DocumentReader } from "../../server/src/workspace/snapshot.ts";
import { generateCdk } from "../../tools/generate-cdk.ts";

const ROOT = join(import.meta.dirname, "../..");
const WASM = join(ROOT, "node_modules/@vscode/tree-sitter-wasm/wasm");
const BUILT = join(ROOT, "dist/cdk.json");

export function testParsers(): Promise<CodeParsers> {
  return loadCodeParsers((name) => readFile(join(WASM, name)));
}

/** The catalog of the last build, or one made for the purpose (4 s) where nothing is built. */
export async function testCatalog(): Promise<CdkCatalog> {
  return existsSync(BUILT) ? readCdkCatalog(JSON.parse(await readFile(BUILT, "utf8"))) : freshCatalog();
}

/** The catalog as the sources of this moment make it. */
export async function freshCatalog(): Promise<CdkCatalog> {
  const folder = await mkdtemp(join(tmpdir(), "routewise-cdk-"));
  try {
    await generateCdk(folder);
    return readCdkCatalog(JSON.parse(await readFile(join(folder, "cdk.json"), "utf8")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes readers; load it once per test file. */
export async function cdkReaders(): Promise<(language: CodeLanguage) => DocumentReader> {
  const [parsers, catalog] = await Promise.all([testParsers(), testCatalog()]);
  return (language) => createCdkReader(language, parsers, catalog);
}
