/** The data that the server reads when it starts: made at build, handed in by the entry (files in Node, fetch in a worker). */
import { createSearch, type ReferenceSearch } from "../features/reference/search.ts";
import { readSnippets, type Snippet } from "../features/snippets/snippet-data.ts";
import { createKnowledge, type Knowledge } from "../knowledge/knowledge.ts";
import { allRules } from "../rules/index.ts";
import { createSpec, type Spec } from "../spec/spec.ts";

/** Reads a file of the build's output by its name there (rejects where it is missing), and the user's files. */
export interface DataSource {
  readText(name: string): Promise<string>;
  readBytes(name: string): Promise<Uint8Array>;
  /** Reads a file of the user by its URI; undefined where there is none, or a larger one. Absent where there is no file system. */
  readFile?(uri: string, mostBytes?: number): Promise<string | undefined>;
  /** URIs of the files below a folder, by its URI; links are not followed. */
  findFiles?(folderUri: string, search: FileSearch): Promise<readonly string[]>;
  /** When a file of the user was last written, in milliseconds since 1970; undefined where there is none. */
  fileTime?(uri: string): Promise<number | undefined>;
}

/** Which files are looked for. */
export interface FileSearch {
  /** Endings of their names, without the dot. */
  readonly endings: readonly string[];
  /** Whole names that are looked for as well. */
  readonly names?: readonly string[] | undefined;
  /** Names of folders that are left out wherever they lie. */
  readonly excludedFolders: readonly string[];
  /** URI of a folder to look into; without it, all folders of the workspace. */
  readonly folder?: string | undefined;
  readonly most: number;
}

export interface ServerData {
  readonly spec: Spec;
  readonly knowledge: Knowledge;
  readonly snippets: readonly Snippet[];
  /** Keeps the indexes of the knowledge base that it has made. */
  readonly search: ReferenceSearch;
}

export async function loadData(source: DataSource): Promise<ServerData> {
  const [spec, knowledgeData, snippets] = await Promise.all([
    readJson(source, "spec/spec.json"),
    readJson(source, "knowledge.json"),
    readJson(source, "snippets.json"),
  ]);
  const knowledge = createKnowledge(knowledgeData);
  return {
    spec: createSpec(spec, () => readJson(source, "spec/spec-docs.json")),
    knowledge,
    snippets: readSnippets(snippets),
    search: createSearch(knowledge, (id) => allRules.find((rule) => rule.id === id)?.topic),
  };
}

/** Parses one of the build's JSON files. */
export async function readJson(source: DataSource, name: string): Promise<unknown> {
  const parsed: unknown = JSON.parse(await source.readText(name));
  return parsed;
}
