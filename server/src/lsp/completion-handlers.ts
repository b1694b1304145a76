/** Completion: the list at once, the documentation of an item when it is looked at. */
import { type CompletionItem, type Connection, MarkupKind } from "vscode-languageserver";
import { blankCompletions, completions, resolveCompletion } from "../features/completion/completion.ts";
import { isSubject } from "../features/completion/resolve.ts";
import { type CompletionData, toCompletionItem } from "../features/completion/to-item.ts";
import { configCompletion, configDocument } from "./config-documents.ts";
import type { WithSession } from "./handlers.ts";
import { createLinks } from "./links.ts";
import { featuresOf, isExcluded, opened, type Session } from "./session.ts";

export function registerCompletion(connection: Connection, withSession: WithSession): void {
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    withSession("completion", null, token, async (session) => {
      const { completion } = await featuresOf(session);
      const document = session.documents.get(uri);
      if (!document || !completion || isExcluded(session, uri)) return null;
      if (configDocument(session, uri)) return configCompletion(session, document, position);
      const found = await opened(session, uri);
      const context = await completionContext(session);
      const offset = document.offsetAt(position);
      const { items, incomplete } = found
        ? completions(found.snapshot, offset, context)
        : blankCompletions({ uri, languageId: document.languageId, text: document.getText() }, offset, context);
      const target = {
        uri,
        positionAt: (at: number) => document.positionAt(at),
        runsCommands: session.client.options.commandLinks === true,
        insertReplace: session.client.insertReplace,
        commitCharacters: session.client.commitCharacters,
        labelDetails: session.client.labelDetails,
      };
      return { items: items.map((item) => toCompletionItem(item, target)), isIncomplete: incomplete };
    }),
  );

  connection.onCompletionResolve((item, token) =>
    withSession("completion item", item, token, async (session): Promise<CompletionItem> => {
      const data: unknown = item.data;
      if (item.documentation !== undefined || !isCompletionData(data)) return item;
      const found = await opened(session, data.uri);
      const links = createLinks(session.client.options);
      const context = { ...(await completionContext(session)), links };
      const value = await resolveCompletion(data.subject, found?.snapshot, context);
      return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
    }),
  );
}

/** Clients hand the data back as they got it; one that does not gets the item as it is. */
function isCompletionData(data: unknown): data is CompletionData {
  return (
    typeof data === "object" &&
    data !== null &&
    "uri" in data &&
    typeof data.uri === "string" &&
    "subject" in data &&
    isSubject(data.subject)
  );
}

async function completionContext(session: Session) {
  const { spec, knowledge, snippets } = await session.data;
  return { spec, knowledge, snippets, language: session.language(), snippetSupport: session.client.snippets };
}
