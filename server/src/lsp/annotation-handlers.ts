/** What is shown beside the text without being asked for: inlay hints, code lenses. */
import {
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  type InlayHint,
  type Location,
  MarkupKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type ShowReferencesArguments, showReferencesCommand } from "../../../protocol/requests.ts";
import { networkLenses, referencedNames, referencesLens } from "../features/code-lens/code-lenses.ts";
import { inlayHints, type PlacedHint } from "../features/inlay-hints/inlay-hints.ts";
import { toRange } from "./conversions.ts";
import { describeError } from "./guarded.ts";
import type { WithSession } from "./handlers.ts";
import { opened, type Session } from "./session.ts";

export function registerAnnotations(connection: Connection, withSession: WithSession): void {
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    withSession("inlay hints", null, token, async (session) => {
      const found = await opened(session, textDocument.uri);
      if (!found) return null;
      const { document, snapshot } = found;
      const { knowledge } = await session.data;
      const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const kinds = session.settings().features.inlayHints;
      return inlayHints(snapshot, asked, kinds, { knowledge, language: session.language() }).map((hint) =>
        toInlayHint(document, hint),
      );
    }),
  );

  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    withSession("code lenses", null, token, async (session) => {
      const found = await opened(session, uri);
      if (!found) return null;
      const { document, snapshot } = found;
      const { codeLens: kinds } = session.settings().features;
      const titled = networkLenses(snapshot, kinds, session.language()).map(
        ({ range, title }): CodeLens => ({ range: toRange(document, range), command: { title, command: "" } }),
      );
      const counted = (kinds.references ? referencedNames(snapshot) : []).map(
        (range): CodeLens => ({ range: toRange(document, range), data: { uri } satisfies LensData }),
      );
      return [...titled, ...counted];
    }),
  );

  connection.onCodeLensResolve((lens, token) =>
    withSession("code lens", lens, token, async (session): Promise<CodeLens> => {
      const data: unknown = lens.data;
      const found = isLensData(data) ? await opened(session, data.uri) : undefined;
      if (lens.command || !found || !isLensData(data)) return lens;
      const { document, snapshot } = found;
      const { uri } = data;
      const { title, places } = referencesLens(snapshot, document.offsetAt(lens.range.start), session.language());
      // Other editors have no such command; there the lens is a text.
      if (!session.client.options.showsReferences) return { ...lens, command: { title, command: "" } };
      const locations = places.map((range): Location => ({ uri, range: toRange(document, range) }));
      const shown: ShowReferencesArguments = [uri, lens.range.start, locations];
      return { ...lens, command: { title, command: showReferencesCommand, arguments: [...shown] } };
    }),
  );
}

/** Of a lens whose title is made when it comes into view: an entry has many references, and few are looked at. */
interface LensData {
  readonly uri: string;
}

/** Clients hand the data back as they got it; one that does not gets the lens as it is. */
function isLensData(data: unknown): data is LensData {
  return typeof data === "object" && data !== null && "uri" in data && typeof data.uri === "string";
}

/** Asks the client to ask again: the same text may give others now (settings, assumed values, a parser that arrived). */
export function refreshAnnotations({ connection, client, log }: Session): void {
  const failed = (error: unknown) => log.warn(`refresh: ${describeError(error)}`);
  if (client.inlayHintRefresh) connection.languages.inlayHint.refresh().catch(failed);
  if (client.codeLensRefresh) connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
}

function toInlayHint(document: TextDocument, { offset, label, tooltip }: PlacedHint): InlayHint {
  return {
    position: document.positionAt(offset),
    label,
    paddingLeft: true,
    ...(tooltip !== undefined && { tooltip: { kind: MarkupKind.Markdown, value: tooltip } }),
  };
}
