/**
 * The shape of a template: symbols, folding, selection, links, meanings of words.
 *
 * Of everything else the answer is null, never an empty list: editors take an empty list of folds or tokens for the
 * whole truth, and drop folding by indentation and the colours of the language's own server.
 */
import {
  type Connection,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SymbolKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type FoldingArea, foldingAreas } from "../features/folding/folding-ranges.ts";
import { targetOf, templateLinks } from "../features/links/document-links.ts";
import { selectionRanges } from "../features/selection/selection-ranges.ts";
import { type SemanticToken, semanticTokens } from "../features/semantic-tokens/semantic-tokens.ts";
import { tokenTypes } from "../features/semantic-tokens/token-types.ts";
import { documentSymbols, type SymbolRole, type TemplateSymbol } from "../features/symbols/document-symbols.ts";
import { toRange } from "./conversions.ts";
import type { WithSession } from "./handlers.ts";
import { type Opened, opened, type Session } from "./session.ts";

export function registerOutline(connection: Connection, withSession: WithSession): void {
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    withSession("document symbols", null, token, async (session) => {
      const found = await openedTemplate(session, uri);
      if (!found) return null;
      const symbols = documentSymbols(found.snapshot, session.language());
      if (session.client.nestedSymbols) return symbols.map((symbol) => nested(found.document, symbol));
      return symbols.flatMap((section) =>
        [section, ...section.children].map((symbol) => ({
          name: symbol.name,
          kind: kinds[symbol.role],
          location: { uri, range: toRange(found.document, symbol.range) },
          ...(symbol !== section && { containerName: section.name }),
        })),
      );
    }),
  );

  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    withSession("folding ranges", null, token, async (session) => {
      const found = await openedTemplate(session, uri);
      return found ? foldingRanges(found.document, foldingAreas(found.snapshot), session.client.foldingLimit) : null;
    }),
  );

  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    withSession("document links", null, token, async (session) => {
      const found = await openedTemplate(session, uri);
      if (!found) return null;
      return templateLinks(found.snapshot).flatMap(({ range, path }) => {
        const target = targetOf(uri, path);
        return target === undefined ? [] : [{ range: toRange(found.document, range), target }];
      });
    }),
  );

  // The shorthands of the connection don't allow for null.
  connection.onRequest(SemanticTokensRequest.type, ({ textDocument: { uri } }, token) =>
    withSession("semantic tokens", null, token, async (session) => {
      const found = await openedTemplate(session, uri);
      return found ? encoded(found.document, semanticTokens(found.snapshot)) : null;
    }),
  );

  connection.onRequest(SemanticTokensRangeRequest.type, ({ textDocument: { uri }, range: asked }, token) =>
    withSession("semantic tokens", null, token, async (session) => {
      const found = await openedTemplate(session, uri);
      if (!found) return null;
      const [start, end] = [found.document.offsetAt(asked.start), found.document.offsetAt(asked.end)];
      const tokens = semanticTokens(found.snapshot);
      return encoded(
        found.document,
        tokens.filter(({ range }) => range.end > start && range.start < end),
      );
    }),
  );

  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    withSession("selection ranges", null, token, async (session) => {
      const found = await openedTemplate(session, uri);
      if (!found) return null;
      return positions.map((position) => {
        const ranges = selectionRanges(found.snapshot, found.document.offsetAt(position));
        const widest = ranges
          .toReversed()
          .reduce<SelectionRange | undefined>(
            (parent, range) => ({ range: toRange(found.document, range), ...(parent && { parent }) }),
            undefined,
          );
        return widest ?? { range: { start: position, end: position } };
      });
    }),
  );
}

async function openedTemplate(session: Session, uri: string): Promise<Opened | undefined> {
  const found = await opened(session, uri);
  return found?.snapshot.template.source === "cloudformation" ? found : undefined;
}

function encoded(document: TextDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { range, type, isDeclaration, isGiven } of tokens) {
    // Bits in the order of the modifiers.
    const modifiers = (isDeclaration ? 1 : 0) | (isGiven ? 0b110 : 0);
    const { line, character } = document.positionAt(range.start);
    builder.push(line, character, range.end - range.start, tokenTypes.indexOf(type), modifiers);
  }
  const { data } = builder.build();
  return { data };
}

const kinds: Readonly<Record<SymbolRole, SymbolKind>> = {
  section: SymbolKind.Namespace,
  parameter: SymbolKind.Variable,
  mapping: SymbolKind.Enum,
  condition: SymbolKind.Boolean,
  rule: SymbolKind.Operator,
  resource: SymbolKind.Class,
  output: SymbolKind.Constant,
  vpc: SymbolKind.Package,
  subnet: SymbolKind.Struct,
  "route-table": SymbolKind.Array,
  route: SymbolKind.Event,
  gateway: SymbolKind.Interface,
  firewall: SymbolKind.Key,
};

function nested(document: TextDocument, symbol: TemplateSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    kind: kinds[symbol.role],
    ...(symbol.detail !== "" && { detail: symbol.detail }),
    range: toRange(document, symbol.range),
    selectionRange: toRange(document, symbol.nameRange),
    ...(symbol.children.length > 0 && { children: symbol.children.map((child) => nested(document, child)) }),
  };
}

/** By whole lines, each once; of too many the outer ones. */
function foldingRanges(
  document: TextDocument,
  areas: readonly FoldingArea[],
  limit = Number.POSITIVE_INFINITY,
): FoldingRange[] {
  const byLine = new Map<number, FoldingRange & { readonly depth: number }>();
  for (const { range, kind, depth, closes } of areas) {
    const startLine = document.positionAt(range.start).line;
    const endLine = document.positionAt(range.end).line - (closes ? 1 : 0);
    const before = byLine.get(startLine);
    if (endLine <= startLine || (before && before.endLine >= endLine)) continue;
    byLine.set(startLine, {
      startLine,
      endLine,
      depth,
      ...(kind !== "value" && { kind: kind === "comment" ? FoldingRangeKind.Comment : FoldingRangeKind.Region }),
    });
  }
  return [...byLine.values()]
    .toSorted((a, b) => a.depth - b.depth || a.startLine - b.startLine)
    .slice(0, limit)
    .map(({ depth: _, ...range }) => range)
    .toSorted((a, b) => a.startLine - b.startLine);
}
