/** The templates of the workspace, those that are open as they are being typed. */
import { languageOf } from "../workspace/languages.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { mostBytes } from "../workspace/template-index/candidates.ts";
import { summaryOf, type TemplateSummary } from "../workspace/template-index/summary.ts";
import { uriKey } from "../workspace/template-index/uris.ts";
import type { Session } from "./session.ts";

/** The templates that are open, as they stand in the editor. */
async function openTemplates(session: Session): Promise<readonly TemplateSummary[]> {
  const store = await session.store;
  return session.documents.all().flatMap((document) => {
    const { uri, languageId } = document;
    const language = languageOf({ uri, languageId, text: document.getText() });
    if (language !== "yaml" && language !== "json") return [];
    const snapshot = store.snapshot(document);
    return snapshot ? [summaryOf(snapshot)] : [];
  });
}

/**
 * Every template that is known, by URI; what is typed and not saved counts.
 *
 * @param patience how long to wait for the index, in milliseconds; what is not read then is left out
 */
export async function workspaceTemplates(
  session: Session,
  patience = Number.POSITIVE_INFINITY,
): Promise<{ readonly templates: readonly TemplateSummary[]; readonly complete: boolean }> {
  const { templates } = session;
  await settled(templates.complete(), patience);
  const open = await openTemplates(session);
  const isOpen = new Set(session.documents.all().map(({ uri }) => uriKey(uri)));
  return {
    templates: [...open, ...templates.templates().filter(({ uri }) => !isOpen.has(uriKey(uri)))],
    complete: templates.isComplete(),
  };
}

function settled(work: Promise<void>, patience: number): Promise<void> {
  if (patience === Number.POSITIVE_INFINITY) return work;
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, patience))]);
}

/** A template with everything that is known of it, open or stored; undefined where it cannot be read. */
export async function snapshotAt(session: Session, uri: string): Promise<Snapshot | undefined> {
  const store = await session.store;
  const key = uriKey(uri);
  const open = session.documents.all().find((document) => uriKey(document.uri) === key);
  if (open) return store.snapshot(open);
  const text = await session.files.read(uri, mostBytes);
  if (text === undefined) return undefined;
  const snapshot = store.snapshot({ uri, languageId: "", version: 0, getText: () => text });
  // It was never opened, so nobody would close it.
  store.close(uri);
  return snapshot;
}
