/** The templates of the workspace, those that are open as they are being typed. */

import ignore from "ignore";
import type { Connection } from "vscode-languageserver";
import type { Location, Position, Range } from "vscode-languageserver-types";
import type { TextRange } from "../base/span.ts";
import { pathBelow } from "../config/locations.ts";
import { workspaceNameAt } from "../features/workspace-navigation/names.ts";
import type { WorkspacePlace } from "../features/workspace-navigation/navigation.ts";
import { outputValue } from "../features/workspace-navigation/output-value.ts";
import { workspaceHover } from "../features/workspace-navigation/workspace-hover.ts";
import { languageOf } from "../workspace/languages.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { excludedFolders, mostBytes, mostFiles, templateEndings } from "../workspace/template-index/candidates.ts";
import { summaryOf, type TemplateSummary } from "../workspace/template-index/summary.ts";
import { createTemplateIndex, type TemplateIndex } from "../workspace/template-index/template-index.ts";
import { uriKey } from "../workspace/template-index/uris.ts";
import type { Session } from "./session.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

/** The index of stored templates, followed over changes on disk and of the workspace's folders. */
export function followTemplates(connection: Connection, files: WorkspaceFiles): TemplateIndex {
  let watches = false;
  const index = createTemplateIndex({
    async list() {
      if (!watches) files.watch(`**/*.{${templateEndings.join(",")}}`);
      watches = true;
      const found = await files.find({ endings: templateEndings, excludedFolders, most: 2 * mostFiles });
      const isIgnored = await gitIgnored(files);
      return found.filter((uri) => !isIgnored(uri));
    },
    read: (uri) => files.read(uri, mostBytes),
    // A timer comes behind whatever the connection has received by now.
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  files.onChange((uri) => index.changed(uri));
  files.onRootsChange(() => index.reset());
  connection.onShutdown(() => index.dispose());
  return index;
}

/** By the `.gitignore` in each folder of the workspace: what is built is no source. */
async function gitIgnored(files: WorkspaceFiles): Promise<(uri: string) => boolean> {
  const matchers = await Promise.all(
    files.roots().map(async (root) => {
      const uri = `${root.replace(/\/+$/, "")}/.gitignore`;
      const text = await files.read(uri, 100_000);
      return text === undefined ? undefined : { uri, matcher: ignore().add(text) };
    }),
  );
  return (uri) =>
    matchers.some((each) => {
      const path = each && pathBelow(each.uri, uri);
      return each !== undefined && path !== undefined && ignore.isPathValid(path) && each.matcher.ignores(path);
    });
}

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

/** One template, open or stored, wherever it lies. */
export async function templateAt(session: Session, uri: string): Promise<TemplateSummary | undefined> {
  const key = uriKey(uri);
  const open = session.documents.all().find((document) => uriKey(document.uri) === key);
  if (!open) return session.templates.template(uri);
  const snapshot = (await session.store).snapshot(open);
  return snapshot && summaryOf(snapshot);
}

function settled(work: Promise<void>, patience: number): Promise<void> {
  if (patience === Number.POSITIVE_INFINITY) return work;
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, patience))]);
}

/** A template with everything that is known of it, open or stored; undefined where it cannot be read. */
async function snapshotAt(session: Session, uri: string): Promise<Snapshot | undefined> {
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

/** How long a hover waits for templates that are not read yet. */
const hoverPatience = 200;

/** What other templates say to the name at an offset, as Markdown with the range that it is about. */
export async function hoverOverTemplates(
  session: Session,
  snapshot: Snapshot,
  offset: number,
): Promise<{ readonly markdown: string; readonly range: TextRange } | undefined> {
  if (snapshot.template.source !== "cloudformation") return undefined;
  const summary = summaryOf(snapshot);
  const name = workspaceNameAt(summary, offset);
  if (!name) return undefined;
  const { templates, complete } = await workspaceTemplates(session, hoverPatience);
  const language = session.language();
  const markdown = await workspaceHover(name, summary, {
    language,
    templates,
    complete,
    async outputValue(template, output) {
      const other = await snapshotAt(session, template.uri);
      return other && outputValue(other, output, language);
    },
  });
  return markdown ? { markdown, range: name.at } : undefined;
}

/** A place in a template that may not be open. */
export function locationOf({ template, at }: WorkspacePlace): Location {
  return { uri: template.uri, range: rangeIn(template, at) };
}

function rangeIn({ lineStarts }: TemplateSummary, { start, end }: TextRange): Range {
  return { start: positionIn(lineStarts, start), end: positionIn(lineStarts, end) };
}

function positionIn(lineStarts: Uint32Array, offset: number): Position {
  let [low, high] = [0, lineStarts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const line = Math.max(0, low - 1);
  return { line, character: offset - (lineStarts[line] ?? 0) };
}
