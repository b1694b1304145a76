/**
 * Program text -> tree, by tree-sitter. The sole importer of `@vscode/tree-sitter-wasm`, which is loaded when it is
 * first needed and gets its WebAssembly from outside, so that it works in Node and in a web worker alike.
 */
import type { Edit, Language, Parser, Point } from "@vscode/tree-sitter-wasm";
import { copyTree, type RawCache, type RawNode } from "./raw.ts";

export type CodeLanguage = "typescript" | "tsx" | "javascript" | "python";

/** Parses the versions of one document, each from the one before. */
export interface CodeParser {
  /** Total: broken text gives the best tree that can be had. */
  parse(text: string): RawNode;
  dispose(): void;
}

export interface CodeParsers {
  createParser(language: CodeLanguage): CodeParser;
}

/** JavaScript is read by TypeScript's grammar with JSX, which covers it. */
const grammars: Readonly<Record<CodeLanguage, string>> = {
  typescript: "tree-sitter-typescript",
  tsx: "tree-sitter-tsx",
  javascript: "tree-sitter-tsx",
  python: "tree-sitter-python",
};

/**
 * Loads the runtime and the grammars.
 *
 * @param readWasm reads `tree-sitter.wasm` and the like by name
 * @throws what `readWasm` throws, and where the runtime cannot start
 */
export async function loadCodeParsers(readWasm: (name: string) => Promise<Uint8Array>): Promise<CodeParsers> {
  const library = await importLibrary();
  const options = { wasmBinary: await readWasm("tree-sitter.wasm"), locateFile: (name: string) => name };
  await library.Parser.init(options);
  const languages = new Map<string, Language>();
  for (const name of new Set(Object.values(grammars))) {
    languages.set(name, await library.Language.load(await readWasm(`${name}.wasm`)));
  }
  return {
    createParser(language) {
      const parser = new library.Parser();
      parser.setLanguage(languages.get(grammars[language]) ?? null);
      return createParser(parser);
    },
  };
}

/**
 * The library asks at once for the address of its script and, where there is neither a file name nor a document (a web
 * worker), throws. It needs the address only to find its WebAssembly, which we bring, so any will do.
 */
async function importLibrary(): Promise<typeof import("@vscode/tree-sitter-wasm")> {
  const inWorker = "importScripts" in globalThis && !("document" in globalThis);
  if (!inWorker) return unwrapped(await import("@vscode/tree-sitter-wasm"));
  Object.assign(globalThis, { document: { currentScript: { src: "https://localhost/" } } });
  try {
    return unwrapped(await import("@vscode/tree-sitter-wasm"));
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
}

/** It is a CommonJS module: bundled or imported by Node, its exports may stand under `default`. */
function unwrapped<T extends object>(module: T): T {
  const inner: unknown = "default" in module ? module.default : undefined;
  return isLibrary<T>(inner) ? inner : module;
}

function isLibrary<T>(value: unknown): value is T {
  return typeof value === "object" && value !== null && "Parser" in value;
}

function createParser(parser: Parser): CodeParser {
  let text = "";
  let tree: ReturnType<Parser["parse"]> = null;
  let cache: RawCache = new Map();
  return {
    parse(next) {
      tree?.edit(editBetween(text, next));
      const parsed = parser.parse(next, tree);
      tree?.delete();
      tree = parsed;
      text = next;
      if (!parsed) {
        cache = new Map();
        return { type: "ERROR", field: undefined, start: 0, end: next.length, children: [], broken: true };
      }
      const cursor = parsed.walk();
      const copy = copyTree(cursor, next, cache);
      cursor.delete();
      cache = copy.cache;
      return copy.root;
    },
    dispose() {
      tree?.delete();
      parser.delete();
      tree = null;
    },
  };
}

/** The smallest replacement that makes one text of the other. */
export function changeBetween(before: string, after: string): { start: number; oldEnd: number; newEnd: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1;
  }
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

function editBetween(before: string, after: string): Edit {
  const { start, oldEnd, newEnd } = changeBetween(before, after);
  return {
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, oldEnd),
    newEndPosition: pointAt(after, newEnd),
  };
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    row += 1;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
