/**
 * The templates of the workspace by their names: read when somebody first asks, one after the other with pauses, and
 * again where a file has changed. Keeps summaries, never trees or texts.
 */
import { mayBeTemplate } from "../../frontends/cloudformation/detect.ts";
import { createCloudFormationReader } from "../../frontends/cloudformation/reader.ts";
import type { ReadDocument } from "../snapshot.ts";
import { mayHoldTemplate, mostBytes, mostFiles, notationOf } from "./candidates.ts";
import { summarise, type TemplateSummary } from "./summary.ts";
import { uriKey } from "./uris.ts";

/** Where files come from. Nothing in here rejects. */
export interface TemplateFiles {
  /** Addresses of the files that may hold templates. */
  list(): Promise<readonly string[]>;
  /** Undefined where there is no such file, or it is larger than `mostBytes`. */
  read(uri: string): Promise<string | undefined>;
  /** Lets whatever waits go first: a key that was typed, a request. */
  pause(): Promise<void>;
}

export interface TemplateIndex {
  /** Resolves when everything is read that the workspace has; the first call begins. */
  complete(): Promise<void>;
  /** Whether `complete` would wait. */
  isComplete(): boolean;
  /** What is read so far, in the order of the addresses. */
  templates(): readonly TemplateSummary[];
  /** The file came, went, or has another text now. */
  changed(uri: string): void;
  /** Another set of files belongs to the workspace. */
  reset(): void;
  /** Stops what is going on; afterwards there are no templates. */
  dispose(): void;
}

/** Texts longer than this are parsed in pieces. */
const pieceLength = 32_768;

export function createTemplateIndex(files: TemplateFiles): TemplateIndex {
  const known = new Map<string, TemplateSummary | undefined>();
  /** Files to read, by key: those that the list brought, and those that have changed. */
  const waiting = new Map<string, string>();
  let working: Promise<void> | undefined;
  let listed = false;
  /** Another one for each reset, so that work that was begun before comes to nothing. */
  let era = 0;
  let disposed = false;

  async function readNow(uri: string): Promise<TemplateSummary | undefined> {
    const before = era;
    const text = await files.read(uri);
    const read = text === undefined || text.length > mostBytes ? undefined : await readInPieces(uri, text, files.pause);
    const summary = read && summarise(uri, read);
    if (era === before && !disposed) known.set(uriKey(uri), summary);
    return summary;
  }

  async function work(): Promise<void> {
    const before = era;
    if (!listed) {
      const uris = await files.list();
      if (era !== before) return;
      listed = true;
      for (const uri of uris.filter(mayHoldTemplate).slice(0, mostFiles)) waiting.set(uriKey(uri), uri);
    }
    for (let next = first(waiting); next && era === before && !disposed; next = first(waiting)) {
      const [key, uri] = next;
      waiting.delete(key);
      await readNow(uri);
      await files.pause();
    }
  }

  async function complete(): Promise<void> {
    while (!disposed && !(listed && waiting.size === 0 && working === undefined)) {
      working ??= work().finally(() => {
        working = undefined;
      });
      await working;
    }
  }

  return {
    complete,
    isComplete: () => listed && waiting.size === 0 && working === undefined,
    templates() {
      const all = [...known.values()].filter((summary) => summary !== undefined);
      return all.sort((a, b) => (a.uri < b.uri ? -1 : 1));
    },
    changed(uri) {
      const key = uriKey(uri);
      // Before the list is there, the list will have it.
      if (known.has(key) || (listed && mayHoldTemplate(uri) && known.size < mostFiles)) waiting.set(key, uri);
    },
    reset() {
      era += 1;
      listed = false;
      known.clear();
      waiting.clear();
    },
    dispose() {
      era += 1;
      disposed = true;
      known.clear();
      waiting.clear();
    },
  };
}

function first<K, V>(map: ReadonlyMap<K, V>): readonly [K, V] | undefined {
  for (const entry of map) return entry;
  return undefined;
}

/**
 * Reads a text as a template; undefined where it is none. A reader takes over the blocks that it has read before, so
 * ever longer beginnings of a long text cost no more than the whole, and leave room for others in between.
 */
async function readInPieces(uri: string, text: string, pause: () => Promise<void>): Promise<ReadDocument | undefined> {
  if (!mayBeTemplate(text)) return undefined;
  const notation = notationOf(uri, text);
  const reader = createCloudFormationReader(notation);
  if (notation === "yaml") {
    for (let end = pieceLength; end < text.length; end += pieceLength) {
      const lineEnd = text.indexOf("\n", end);
      if (lineEnd < 0) break;
      reader.read(text.slice(0, lineEnd + 1));
      await pause();
    }
  }
  return reader.read(text);
}
