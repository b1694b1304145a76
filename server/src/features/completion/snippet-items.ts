/** Snippets as completion items: where a resource would be declared, and in documents that hold nothing yet. */
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snippet } from "../snippets/snippet-data.ts";
import { renderSnippet } from "../snippets/snippet-text.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import type { Frame } from "./structure.ts";

export function* snippetOffers(spot: Spot, frame: Frame): Generator<Offer> {
  const { snippets = [], snippetSupport } = spot.context;
  if (!snippetSupport) return;
  const language = isJson(spot) ? "json" : "yaml";
  const { indent, unit, lineBreak: eol } = frame;
  for (const snippet of snippets) {
    const text = renderSnippet(snippet, { language, place: "resources", indent, unit, eol });
    yield { ...snippetOffer(snippet, frame.before + text + frame.behind, spot.context.language), edits: frame.edits };
  }
}

export function snippetOffer(snippet: Snippet, text: string, language: "en" | "ja"): Offer {
  return {
    label: snippet.prefix,
    kind: CompletionItemKind.Snippet,
    rank: 2,
    text,
    snippet: true,
    detail: snippet.title[language],
    documentation: snippet.description[language],
  };
}
