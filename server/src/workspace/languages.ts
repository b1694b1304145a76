/** Which of our languages a document is in, by the editor's language id, else by the file's ending. */
import { type ServedKind, servedLanguages } from "../../../protocol/languages.ts";
import type { DocumentLanguage } from "./snapshot.ts";

const byEnding: Readonly<Record<string, ServedKind>> = {
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  jsonc: "json",
  template: "template",
  cfn: "template",
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
  const kind = kindOf(document.languageId) ?? kindOfEnding(document.uri);
  if (kind === "template") return /^\s*\{/.test(document.text) ? "json" : "yaml";
  return kind;
}

/** Vim joins several types of one file by points: `yaml.cloudformation`. */
function kindOf(languageId: string): ServedKind | undefined {
  return servedLanguages[languageId] ?? servedLanguages[languageId.split(".")[0] ?? ""];
}

function kindOfEnding(uri: string): ServedKind | undefined {
  const ending = /\.(\w+)(?:[?#].*)?$/.exec(uri)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : byEnding[ending];
}
