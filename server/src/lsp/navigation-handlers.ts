/** Where names are declared and used: definition, references, highlights, rename. */
import {
  type Connection,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
  ResponseError,
} from "vscode-languageserver";
import { definitions } from "../features/navigation/definition.ts";
import { references } from "../features/navigation/references.ts";
import { type Refusal, rename, renameable } from "../features/navigation/rename.ts";
import { workspaceNameAt } from "../features/workspace-navigation/names.ts";
import { workspaceDefinition, workspaceReferences } from "../features/workspace-navigation/navigation.ts";
import { summaryOf } from "../workspace/template-index/summary.ts";
import { workspaceEdit } from "./code-actions.ts";
import { toRange } from "./conversions.ts";
import type { WithSession } from "./handlers.ts";
import { type Opened, opened, type Session } from "./session.ts";
import { locationOf } from "./template-locations.ts";
import { workspaceTemplates } from "./templates.ts";

/** The code of answers that refuse a request for reasons of the document: `RequestFailed`. */
const requestFailed = -32803;

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export function registerNavigation(connection: Connection, withSession: WithSession): void {
  connection.onDefinition((asked, token) =>
    withSession("definition", null, token, (session) =>
      definitionLinks(session, asked, session.client.definitionLinks),
    ),
  );
  connection.onDeclaration((asked, token) =>
    withSession("declaration", null, token, (session) =>
      definitionLinks(session, asked, session.client.declarationLinks),
    ),
  );

  connection.onReferences(({ context: { includeDeclaration }, ...asked }, token) =>
    withSession("references", null, token, async (session) => {
      const found = await asking(session, asked);
      if (!found) return null;
      const own = references(found.snapshot, found.offset)
        .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
        .map(({ range }) => ({ uri: asked.textDocument.uri, range: toRange(found.document, range) }));
      return [...own, ...(await referencesElsewhere(session, found, includeDeclaration))];
    }),
  );

  connection.onDocumentHighlight((asked, token) =>
    withSession("document highlight", null, token, async (session) => {
      const found = await asking(session, asked);
      if (!found) return null;
      return references(found.snapshot, found.offset).map(({ range, isDeclaration }) => ({
        range: toRange(found.document, range),
        kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );

  connection.onPrepareRename(async (asked, token) => {
    const answer = await withSession("prepare rename", null, token, async (session) => {
      const found = await asking(session, asked);
      const name = found && renameable(found.snapshot, found.offset);
      if (!found || !name) return null;
      return "refusal" in name
        ? refused(session, name)
        : { range: toRange(found.document, name.range), placeholder: name.name };
    });
    if (answer instanceof ResponseError) throw answer;
    return answer;
  });

  connection.onRenameRequest(async ({ newName, ...asked }, token) => {
    const answer = await withSession("rename", null, token, async (session) => {
      const found = await asking(session, asked);
      const renamed = found && rename(found.snapshot, found.offset, newName);
      if (!found || !renamed) return null;
      if ("refusal" in renamed) return refused(session, renamed);
      return workspaceEdit({ ...found, documentChanges: session.client.documentChanges }, renamed.edits);
    });
    if (answer instanceof ResponseError) throw answer;
    return answer;
  });
}

interface Asking extends Opened {
  readonly offset: number;
}

async function asking(session: Session, { textDocument, position }: Asked): Promise<Asking | undefined> {
  const found = await opened(session, textDocument.uri);
  return found && { ...found, offset: found.document.offsetAt(position) };
}

/** Where other templates name it: imports of an export, parents of a nested stack. */
async function referencesElsewhere(
  session: Session,
  { snapshot, offset }: Asking,
  includeDeclaration: boolean,
): Promise<readonly Location[]> {
  if (snapshot.template.source !== "cloudformation") return [];
  const summary = summaryOf(snapshot);
  if (!workspaceNameAt(summary, offset)) return [];
  const { templates } = await workspaceTemplates(session);
  return workspaceReferences(summary, offset, templates, includeDeclaration).map(locationOf);
}

/** The declaration in another template, where the name at the cursor leads to one. */
async function definitionElsewhere(
  session: Session,
  { document, snapshot, offset }: Asking,
): Promise<LocationLink[] | undefined> {
  if (snapshot.template.source !== "cloudformation") return undefined;
  const summary = summaryOf(snapshot);
  const name = workspaceNameAt(summary, offset);
  // What the template declares itself needs no reading of others.
  if (!name || !["import", "child", "child-name"].includes(name.kind)) return undefined;
  const { templates } = await workspaceTemplates(session);
  const found = workspaceDefinition(summary, offset, templates);
  if (!found || found.places.length === 0) return undefined;
  return found.places.map((place) => {
    const { uri, range } = locationOf(place);
    return {
      originSelectionRange: toRange(document, found.origin),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    };
  });
}

async function definitionLinks(
  session: Session,
  asked: Asked,
  links: boolean,
): Promise<LocationLink[] | Location[] | null> {
  const found = await asking(session, asked);
  if (!found) return null;
  const elsewhere = await definitionElsewhere(session, found);
  if (elsewhere) {
    return links ? elsewhere : elsewhere.map(({ targetUri: uri, targetRange: range }) => ({ uri, range }));
  }
  const { document, snapshot, offset } = found;
  const { uri } = asked.textDocument;
  const targets = definitions(snapshot, offset);
  if (!links) return targets.map(({ name }) => ({ uri, range: toRange(document, name) }));
  return targets.map(({ origin, target, name }) => ({
    originSelectionRange: toRange(document, origin),
    targetUri: uri,
    targetRange: toRange(document, target),
    targetSelectionRange: toRange(document, name),
  }));
}

function refused(session: Session, { refusal }: Refusal): ResponseError<void> {
  return new ResponseError(requestFailed, refusal[session.language()]);
}
