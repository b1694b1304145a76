/** What the protocol asks about snippets: the list, a topic's snippet, and the text to insert in a document. */

import type { PageSnippet, SnippetListResult } from "../../../../protocol/requests.ts";
import type { Language } from "../../base/localized.ts";
import type { TextEdit } from "../../base/span.ts";
import { languageOf } from "../../workspace/languages.ts";
import type { DocumentLanguage } from "../../workspace/snapshot.ts";
import { insertionPlace } from "./insertion-place.ts";
import { type Snippet, snippetLanguageOf, snippetLanguages } from "./snippet-data.ts";
import { missingImports, plainText, renderSnippet } from "./snippet-text.ts";

/** All snippets, in the order in which they are offered. */
export function snippetList(snippets: readonly Snippet[], language: Language): SnippetListResult {
  return snippets.map(({ id, title, description }) => ({
    id,
    title: title[language],
    description: description[language],
  }));
}

/** A snippet as a page shows it: in each language, to be read and copied, with its defaults filled in. */
export function pageSnippet(snippets: readonly Snippet[], id: string, language: Language): PageSnippet | undefined {
  const snippet = snippets.find((candidate) => candidate.id === id);
  if (snippet === undefined) return undefined;
  const languages = snippetLanguages.map((each) => {
    const place = each === "json" ? "document" : "template";
    const unit = each === "python" ? "    " : "  ";
    return {
      language: each,
      text: plainText(renderSnippet(snippet, { language: each, place, indent: "", unit, eol: "\n" })),
    };
  });
  return { id, title: snippet.title[language], languages };
}

/** What is inserted, in offsets of the document's text. */
export interface Insertion {
  /** In snippet syntax, whitespace as it shall stand: the editor must not indent it again. */
  readonly text: string;
  readonly offset: number;
  /** Changes elsewhere: imports that the code lacks. */
  readonly edits: readonly TextEdit[];
}

/** A request for a snippet: the document, and where the cursor stands in it. */
export interface InsertionRequest {
  readonly id: string;
  /** The editor's language id. */
  readonly languageId: string;
  readonly uri?: string | undefined;
  readonly text: string;
  readonly offset: number;
}

/** The snippet as it goes into the document near the cursor; undefined where there is no place or no such snippet. */
export function insertionOf(snippets: readonly Snippet[], request: InsertionRequest): Insertion | undefined {
  const { id, languageId, uri = "", text, offset } = request;
  const snippet = snippets.find((candidate) => candidate.id === id);
  const language = languageOf({ uri, languageId, text });
  if (snippet === undefined || language === undefined) return undefined;
  const place = insertionPlace(text, offset, snippetLanguageOf(language));
  if (place === undefined) return undefined;
  return {
    text: place.before + renderSnippet(snippet, place.style) + place.after,
    offset: place.offset,
    edits: importEdits(snippet, { text, language }),
  };
}

/** Edits that bring in the modules that the snippet names and the code lacks; empty for templates. */
export function importEdits(
  snippet: Snippet,
  document: { readonly text: string; readonly language: DocumentLanguage },
): readonly TextEdit[] {
  const { text } = document;
  const missing = missingImports(snippet, snippetLanguageOf(document.language), text);
  if (missing.length === 0) return [];
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const start = endOfLeadingLines(text);
  return [{ range: { start, end: start }, newText: missing.map((line) => line + eol).join("") }];
}

/** Behind what must stay first: a shebang, an encoding, directives, imports from the future. */
function endOfLeadingLines(text: string): number {
  const leading =
    /^(?:\uFEFF?#![^\n]*\n)?(?:#[^\n]*coding[^\n]*\n)?(?:(['"])use strict\1;?[^\n]*\n|from __future__[^\n]*\n)*/;
  return leading.exec(text)?.[0].length ?? 0;
}
