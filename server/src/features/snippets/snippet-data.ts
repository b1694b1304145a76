/** The snippets as `tools/build-snippets.ts` writes them, one text per language. */

import type { SnippetLanguage } from "../../../../protocol/requests.ts";
import type { Localized } from "../../base/localized.ts";
import type { DocumentLanguage } from "../../workspace/snapshot.ts";

export interface Snippet {
  readonly id: string;
  /** What someone types to get it: `rw-vpc`. */
  readonly prefix: string;
  readonly title: Localized;
  readonly description: Localized;
  /** Topics whose page offers it. */
  readonly topics: readonly string[];
  /**
   * Text in snippet syntax. YAML and JSON: the entries below `Resources`, unindented; code: statements of a stack's
   * constructor. Indented by two spaces per level, Python by four.
   */
  readonly bodies: Readonly<Record<SnippetLanguage, string>>;
}

export const snippetLanguages: readonly SnippetLanguage[] = ["yaml", "json", "typescript", "python"];

/** Reads `snippets.json`; anything that is no snippet is left out. */
export function readSnippets(data: unknown): readonly Snippet[] {
  return Array.isArray(data) ? data.filter(isSnippet) : [];
}

/** Which of the four texts a document takes. */
export function snippetLanguageOf(language: DocumentLanguage): SnippetLanguage {
  if (language === "yaml" || language === "json" || language === "python") return language;
  return "typescript";
}

function isSnippet(value: unknown): value is Snippet {
  if (!isRecord(value) || !isRecord(value.bodies)) return false;
  const { bodies } = value;
  return (
    typeof value.id === "string" &&
    typeof value.prefix === "string" &&
    isLocalized(value.title) &&
    isLocalized(value.description) &&
    Array.isArray(value.topics) &&
    snippetLanguages.every((language) => typeof bodies[language] === "string")
  );
}

function isLocalized(value: unknown): value is Localized {
  return isRecord(value) && typeof value.en === "string" && typeof value.ja === "string";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
