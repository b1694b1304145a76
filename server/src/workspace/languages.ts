/** Which of our languages a document is in, by the editor's language id, else by the file's ending. */
import type { DocumentLanguage } from "./snapshot.ts";

const byLanguageId: Readonly<Record<string, DocumentLanguage>> = {
  yaml: "yaml",
  "yaml-cloudformation": "yaml",
  "yaml-cfn": "yaml",
  json: "json",
  jsonc: "json",
  "json-cloudformation": "json",
  "json-cfn": "json",
  typescript: "typescript",
  typescriptreact: "tsx",
  javascript: "javascript",
  javascriptreact: "tsx",
  python: "python",
};

/** Ids that other extensions give to CloudFormation templates in either notation: the text decides. */
const eitherNotation: ReadonlySet<string> = new Set(["cloudformation", "cfn", "template"]);

const byEnding: Readonly<Record<string, DocumentLanguage>> = {
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  jsonc: "json",
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "tsx",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "tsx",
  py: "python",
};

/** Undefined for a document of any other language; those get nothing from us. */
export function languageOf(document: { uri: string; languageId: string; text: string }): DocumentLanguage | undefined {
  const known = byLanguageId[document.languageId];
  if (known) return known;
  if (eitherNotation.has(document.languageId)) return /^\s*\{/.test(document.text) ? "json" : "yaml";
  const ending = /\.(\w+)(?:[?#].*)?$/.exec(document.uri)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : byEnding[ending];
}
