/** What is shown beside the text without being asked for: inlay hints, code lenses. */
import {
  CodeLensRefreshRequest,
  type Connection,
  type InlayHint,
  MarkupKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { inlayHints, type PlacedHint } from "../features/inlay-hints/inlay-hints.ts";
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
