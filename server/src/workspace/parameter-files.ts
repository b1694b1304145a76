/** The parameter files that the settings give to templates, read when a template first asks and kept until they change. */
import { chosenParameterFile } from "../config/parameter-choice.ts";
import { parseParameters } from "../config/parameter-files.ts";

export interface ParameterFileSource {
  /** The file's text, unsaved changes included; undefined where there is none. Never rejects. */
  read(uri: string): Promise<string | undefined>;
  /** URIs of the workspace's folders. */
  roots(): readonly string[];
  /** What the settings say: patterns of templates with paths of files. */
  choices(): Readonly<Record<string, string>>;
  /** Asked once for each file: somebody has to tell when it changes. */
  follow(uri: string): void;
  /** What counts for some document is no longer what it was. */
  onChange(): void;
}

/** A file that counts for a template. */
export interface FoundParameters {
  readonly uri: string;
  /** Undefined where there is no such file, or nothing that deployments take. */
  readonly values: ReadonlyMap<string, string> | undefined;
}

export interface ParameterFiles {
  /** Resolves when the file is read that counts for the template. */
  load(templateUri: string): Promise<void>;
  /** The file, as far as `load` has seen. */
  find(templateUri: string): FoundParameters | undefined;
  /** The file, or what is typed into it, has changed, or it came or went; of any other file nothing happens. */
  changed(uri: string): void;
}

export function createParameterFiles(source: ParameterFileSource): ParameterFiles {
  const pending = new Map<string, Promise<FoundParameters>>();
  const known = new Map<string, FoundParameters>();

  async function readNow(uri: string): Promise<FoundParameters> {
    const text = await source.read(uri);
    if (text === undefined) return { uri, values: undefined };
    const parsed = parseParameters(uri, text);
    // While somebody is typing in it, what it said before counts.
    if (parsed.kind === "broken") return known.get(uri) ?? { uri, values: undefined };
    return { uri, values: parsed.kind === "parameters" ? parsed.values : undefined };
  }

  /** Of readings that overtake each other the one that was begun last counts. */
  function start(uri: string): Promise<FoundParameters> {
    const reading = readNow(uri).then((found) => {
      if (pending.get(uri) === reading) known.set(uri, found);
      return found;
    });
    pending.set(uri, reading);
    return reading;
  }

  const chosen = (templateUri: string) => chosenParameterFile(templateUri, source.roots(), source.choices());

  return {
    async load(templateUri) {
      const uri = chosen(templateUri);
      if (uri === undefined) return;
      if (!pending.has(uri)) source.follow(uri);
      await (pending.get(uri) ?? start(uri));
    },
    find(templateUri) {
      const uri = chosen(templateUri);
      return uri === undefined ? undefined : known.get(uri);
    },
    changed(uri) {
      if (!pending.has(uri)) return;
      const before = known.get(uri)?.values;
      void start(uri).then(({ values }) => {
        if (!isSame(before, values)) source.onChange();
      });
    },
  };
}

function isSame(a: ReadonlyMap<string, string> | undefined, b: ReadonlyMap<string, string> | undefined): boolean {
  return JSON.stringify(a && [...a]) === JSON.stringify(b && [...b]);
}
