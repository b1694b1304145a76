/**
 * The `.routewise.yaml` files of the workspace, read when a document first asks and kept until they change. Each keeps
 * its last good reading while someone is typing in it.
 */
import type { FoundConfig } from "../config/combine.ts";
import type { Config } from "../config/config.ts";
import { configUrisFor, isConfigUri, pathBelow } from "../config/locations.ts";
import { parseConfig } from "../config/parse-config.ts";

export interface ConfigSource {
  /** The file's text, unsaved changes included; undefined where there is none. Never rejects. */
  read(uri: string): Promise<string | undefined>;
  /** URIs of the workspace's folders. */
  roots(): readonly string[];
  /** What counts for some document is no longer what it was. */
  onChange(): void;
  /** Told of a file that can't be read as YAML; it may not be open, and nobody would know. */
  onBroken(uri: string): void;
}

export interface ConfigFiles {
  /** Resolves when everything is read that may count for the document. */
  load(documentUri: string): Promise<void>;
  /** The file that counts for the document, as far as `load` has seen. */
  find(documentUri: string): FoundConfig | undefined;
  /** The file in which the document's rules are set: the one that counts, else one to be made in the root. */
  target(documentUri: string): { readonly uri: string; readonly text: string | undefined } | undefined;
  /** The document's path relative to the innermost folder of the workspace that holds it; undefined outside of all. */
  pathInWorkspace(documentUri: string): string | undefined;
  /** The file, or what is typed into it, has changed, or it came or went; of any other file nothing happens. */
  changed(uri: string): void;
  /** Other folders belong to the workspace now. */
  rootsChanged(): void;
}

interface Reading {
  readonly text: string | undefined;
  /** Undefined where there is no file. */
  readonly config: Config | undefined;
}

export function createConfigFiles({ read, roots, onChange, onBroken }: ConfigSource): ConfigFiles {
  const pending = new Map<string, Promise<Reading>>();
  const known = new Map<string, Reading>();

  async function readNow(uri: string): Promise<Reading> {
    const text = await read(uri);
    if (text === undefined) return { text, config: undefined };
    const { config, broken } = parseConfig(text);
    if (broken) onBroken(uri);
    return { text, config: broken ? (known.get(uri)?.config ?? config) : config };
  }

  /** Of readings that overtake each other the one that was begun last counts. */
  function start(uri: string): Promise<Reading> {
    const reading = readNow(uri).then((result) => {
      if (pending.get(uri) === reading) known.set(uri, result);
      return result;
    });
    pending.set(uri, reading);
    return reading;
  }

  function nearest(documentUri: string): string | undefined {
    return configUrisFor(documentUri, roots()).find((uri) => known.get(uri)?.config !== undefined);
  }

  return {
    async load(documentUri) {
      for (const uri of configUrisFor(documentUri, roots())) {
        const { config } = await (pending.get(uri) ?? start(uri));
        if (config) return;
      }
    },
    find(documentUri) {
      const uri = nearest(documentUri);
      const config = uri === undefined ? undefined : known.get(uri)?.config;
      return uri !== undefined && config ? { uri, config } : undefined;
    },
    target(documentUri) {
      const uri = nearest(documentUri) ?? configUrisFor(documentUri, roots()).at(-1);
      return uri === undefined ? undefined : { uri, text: known.get(uri)?.text };
    },
    pathInWorkspace(documentUri) {
      const inRoot = configUrisFor(documentUri, roots()).at(-1);
      return inRoot === undefined ? undefined : pathBelow(inRoot, documentUri);
    },
    changed(uri) {
      if (!isConfigUri(uri) || !pending.has(uri)) return;
      const before = known.get(uri)?.config;
      void start(uri).then(({ config }) => {
        if (!isSame(before, config)) onChange();
      });
    },
    rootsChanged() {
      pending.clear();
      known.clear();
      onChange();
    },
  };
}

function isSame(a: Config | undefined, b: Config | undefined): boolean {
  const shown = (config: Config | undefined) =>
    config && JSON.stringify({ ...config, parameters: [...config.parameters] });
  return shown(a) === shown(b);
}
