/**
 * From what is known of a construct to the line that made it: the innermost frame of its creation stack that lies in a
 * program of the workspace, else the call that its path leads to.
 */
import { lineStartsOf, positionIn } from "../../base/lines.ts";
import { pathBelow, rootOf } from "../../config/locations.ts";
import { mostBytes } from "../../workspace/template-index/candidates.ts";
import { uriKey } from "../../workspace/template-index/uris.ts";
import { type ConstructSearch, createConstructSearch } from "./construct-search.ts";
import { frameUri, isLibrary, parseFrame, type StackFrame } from "./frames.ts";
import type { Origin } from "./note.ts";
import { compiledFrom, isSource, sourceExcludes } from "./source-times.ts";

/** Counted from 0, as in the protocol. */
export interface SourcePlace {
  readonly uri: string;
  readonly line: number;
  /** In UTF-16 code units; undefined where only the line is known. */
  readonly character: number | undefined;
}

export interface Places {
  of(origin: Origin, stackName: string | undefined): SourcePlace | undefined;
  /** When the programs were written that only stacks have named. */
  readonly times: readonly (number | undefined)[];
}

interface Files {
  roots(): readonly string[];
  read(uri: string, mostBytes: number): Promise<string | undefined>;
  times(uris: readonly string[]): Promise<readonly (number | undefined)[]>;
}

/**
 * Reads what is needed to place these origins.
 *
 * @param folder the app's
 * @param sources the programs below it
 */
export async function createPlaces(
  origins: readonly { readonly origin: Origin; readonly stackName: string | undefined }[],
  folder: string,
  sources: readonly string[],
  files: Files,
): Promise<Places> {
  const known = new Map(sources.map((uri) => [uriKey(uri), uri]));
  const frames = new Map(origins.map(({ origin }) => [origin.stack, framesOf(origin.stack)]));
  const elsewhere = new Map<string, string>();
  for (const { path } of [...frames.values()].flat()) {
    const uri = frameUri(path);
    if (!known.has(uriKey(uri)) && mayBeSource(uri, files.roots())) elsewhere.set(uriKey(uri), uri);
  }
  const times = await files.times([...elsewhere.values()]);
  for (const [index, [key, uri]] of [...elsewhere].entries()) if (times[index] !== undefined) known.set(key, uri);
  // The endings of paths, for apps that were synthesized under another name of their folder: a link, a container.
  const relative = relativePaths(sources, folder);
  const isCompiled = compiledFrom(sources, folder);

  function uriOf({ path }: StackFrame): string | undefined {
    const uri = known.get(uriKey(frameUri(path))) ?? relative(path);
    return uri !== undefined && !isCompiled(uri) ? uri : undefined;
  }

  function byStack({ stack }: Origin): SourcePlace | undefined {
    for (const frame of frames.get(stack) ?? framesOf(stack)) {
      const uri = uriOf(frame);
      if (uri !== undefined) {
        return { uri, line: frame.line - 1, character: frame.column === undefined ? undefined : frame.column - 1 };
      }
    }
    return undefined;
  }

  const unplaced = origins.some(({ origin }) => origin.path !== undefined && !byStack(origin));
  const texts = unplaced ? await readAll(sources, files) : new Map<string, string>();
  let search: ConstructSearch | undefined;
  function byPath({ path }: Origin, stackName: string | undefined): SourcePlace | undefined {
    search ??= createConstructSearch([...texts].flatMap(([uri, text]) => (isCompiled(uri) ? [] : [{ uri, text }])));
    const found = path === undefined ? undefined : search(path, stackName);
    return found && { uri: found.uri, ...positionIn(lineStartsOf(texts.get(found.uri) ?? ""), found.offset) };
  }

  return { of: (origin, stackName) => byStack(origin) ?? byPath(origin, stackName), times };
}

function framesOf(stack: readonly string[]): readonly StackFrame[] {
  return stack.flatMap((line) => {
    const frame = parseFrame(line);
    return frame && !isLibrary(frame) ? [frame] : [];
  });
}

/** A program of the workspace that nobody has made or fetched by a tool. */
function mayBeSource(uri: string, roots: readonly string[]): boolean {
  const root = rootOf(uri, roots);
  const path = root === undefined ? undefined : pathBelow(`${root}/`, uri);
  return path !== undefined && isSource(path) && !path.split("/").some((step) => sourceExcludes.includes(step));
}

/** Finds the one program whose path from the app's folder is the end of an absolute path. */
function relativePaths(sources: readonly string[], folder: string): (path: string) => string | undefined {
  const ends = sources.flatMap((uri) => {
    const end = pathBelow(`${folder}/`, uri);
    // Too many files are called the same, so a name alone tells nothing.
    return end?.includes("/") ? [{ uri, end }] : [];
  });
  return (path) => {
    const slashed = path.replace(/\\/g, "/");
    const matching = ends.filter(({ end }) => slashed.endsWith(`/${end}`));
    return matching.length === 1 ? matching[0]?.uri : undefined;
  };
}

/** Larger apps are searched in part. */
const mostSearched = 500;

async function readAll(sources: readonly string[], files: Files): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    sources.slice(0, mostSearched).map(async (uri) => [uri, await files.read(uri, mostBytes)] as const),
  );
  return new Map(texts.flatMap(([uri, text]) => (text === undefined ? [] : [[uri, text] as const])));
}
