/**
 * Reads what synthesis made of a CDK app, without running anything: the templates, checked by the same rules as any, and
 * the reports of other tools. Each note gets the line of the source file that made its resource.
 */
import { isBelow, rootOf } from "../../config/locations.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { mostBytes } from "../../workspace/template-index/candidates.ts";
import { resolvePath, uriKey } from "../../workspace/template-index/uris.ts";
import { appFileName, type CdkApp } from "./app.ts";
import { type AssemblyStack, type ConstructPlaces, readManifest, readMetadata } from "./assembly.ts";
import { type JsonObject, objectIn, parseObject, textIn } from "./json.ts";
import type { SynthesizedNote } from "./note.ts";
import { createPlaces, type SourcePlace } from "./source-places.ts";
import { compiledFrom, isOutdated, isSource, isTest } from "./source-times.ts";
import { templateNotes } from "./template-notes.ts";
import { reportFileName, reportNotes } from "./validation-report.ts";

/** Where files come from, and what checks a template. Nothing in here rejects. */
export interface AppFiles {
  /** URIs of the workspace's folders. */
  roots(): readonly string[];
  /** Undefined where there is no such file, or it is larger. */
  read(uri: string, mostBytes: number): Promise<string | undefined>;
  /** When files were last written, in milliseconds since 1970. */
  times(uris: readonly string[]): Promise<readonly (number | undefined)[]>;
  /** Addresses of the programs below a folder. */
  sources(folder: string): Promise<readonly string[]>;
  /** Undefined where the text is no template. */
  check(uri: string, text: string, app: CdkApp): Promise<Snapshot | undefined>;
  /** Lets whatever waits go first. */
  pause(): Promise<void>;
}

/** A note at its place in a source file. */
export interface PlacedNote extends Omit<SynthesizedNote, "related"> {
  readonly place: SourcePlace;
  readonly related: readonly { readonly place: SourcePlace; readonly message: SynthesizedNote["message"] }[];
}

export interface NotedFile {
  /** The text as it is stored: what is said counts for it alone. */
  readonly text: string;
  readonly notes: readonly PlacedNote[];
}

export interface SynthesizedApp {
  /** When it was synthesized, in milliseconds since 1970; undefined where it was not. */
  readonly time: number | undefined;
  /** Whether a source is newer; then there are no notes. */
  readonly outdated: boolean;
  /** By `uriKey`. */
  readonly files: ReadonlyMap<string, NotedFile>;
}

/** More templates of one app are not read. */
const mostTemplates = 200;
/** Manifests and metadata grow with the app; larger files are none of the CDK's. */
const mostMetadataBytes = 32 * 1_048_576;
/** Stages in stages. */
const mostDepth = 5;

export async function readApp(app: CdkApp, files: AppFiles): Promise<SynthesizedApp> {
  const nothing = (time: number | undefined, outdated: boolean): SynthesizedApp => ({
    time,
    outdated,
    files: new Map(),
  });
  if (rootOf(app.output, files.roots()) === undefined) return nothing(undefined, false);
  const reportUri = `${app.output}/${reportFileName}`;
  const [time, reportTime] = await files.times([`${app.output}/manifest.json`, reportUri]);
  if (time === undefined) return nothing(undefined, false);
  const sources = (await files.sources(app.folder)).filter((uri) => isSource(uri) && !isBelow(uri, app.output));
  const settings = [appFileName, "cdk.context.json"].map((name) => `${app.folder}/${name}`);
  const isCompiled = compiledFrom(sources, app.folder);
  const decisive = sources.filter((uri) => !isTest(uri.slice(app.folder.length)) && !isCompiled(uri));
  if (isOutdated(time, await files.times([...decisive, ...settings]))) return nothing(time, true);

  const notes: SynthesizedNote[] = [];
  const stacks = new Map<string, readonly string[]>();
  const stackNames = new Set<string>();
  for await (const template of templatesOf(app, files)) {
    notes.push(...template.notes);
    stackNames.add(template.stackName);
    for (const [path, stack] of template.places.stacks) stacks.set(path, stack);
    await files.pause();
  }
  // A report of an earlier synthesis stays where a later one writes none.
  if (reportTime !== undefined && reportTime >= time) {
    for (const note of reportNotes(reportUri, await files.read(reportUri, mostMetadataBytes))) {
      const { path = "", stack } = note.origin;
      const stackName = [...stackNames].find((name) => path.startsWith(`${name}/`));
      notes.push({ ...note, stackName, origin: { path, stack: stack.length > 0 ? stack : (stacks.get(path) ?? []) } });
    }
  }

  const places = await createPlaces(notes.flatMap(originsOf), app.folder, sources, files);
  // Programs outside of the app's folder show only in stacks.
  if (isOutdated(time, places.times)) return nothing(time, true);
  const placed = new Map<string, PlacedNote[]>();
  for (const note of notes) {
    const place = places.of(note.origin, note.stackName);
    if (!place) continue;
    const related = note.related.flatMap(({ origin, message }) => {
      const other = places.of(origin, note.stackName);
      return other ? [{ place: other, message }] : [];
    });
    const key = uriKey(place.uri);
    placed.set(key, [...(placed.get(key) ?? []), { ...note, place, related }]);
  }
  const noted = await Promise.all(
    [...placed].map(async ([key, all]) => {
      const text = await files.read(all[0]?.place.uri ?? "", mostBytes);
      return text === undefined ? [] : [[key, { text, notes: all }] as const];
    }),
  );
  return { time, outdated: false, files: new Map(noted.flat()) };
}

function originsOf(note: SynthesizedNote) {
  return [note.origin, ...note.related.map(({ origin }) => origin)].map((origin) => ({
    origin,
    stackName: note.stackName,
  }));
}

interface ReadTemplate {
  readonly stackName: string;
  readonly notes: readonly SynthesizedNote[];
  readonly places: ConstructPlaces;
}

/** All templates of an app: those of its stacks and stages, and of the stacks that are nested in these. */
async function* templatesOf(app: CdkApp, files: AppFiles): AsyncGenerator<ReadTemplate> {
  let left = mostTemplates;
  const folders = [{ folder: app.output, depth: 0 }];
  for (const { folder, depth } of folders) {
    const assembly = readManifest(await files.read(`${folder}/manifest.json`, mostMetadataBytes));
    if (!assembly) continue;
    for (const name of depth < mostDepth ? assembly.nested : []) {
      const inner = inOutput(app, folder, name);
      if (inner !== undefined) folders.push({ folder: inner, depth: depth + 1 });
    }
    for (const stack of assembly.stacks) {
      const places = await placesOf(app, folder, stack, files);
      const of = { stackName: stack.name, places };
      // Where its template says nothing, other tools may.
      yield { ...of, notes: [] };
      const names = [...new Set([stack.templateFile, ...places.templateFiles])];
      for (const name of names) {
        const uri = inOutput(app, folder, name);
        if (uri === undefined || left-- <= 0) continue;
        const text = await files.read(uri, mostBytes);
        const json = parseObject(text);
        if (text === undefined || !json) continue;
        for (const nested of nestedTemplates(json)) if (!names.includes(nested)) names.push(nested);
        const snapshot = await files.check(uri, text, app);
        if (snapshot)
          yield { ...of, notes: templateNotes({ uri, file: name, stackName: stack.name, snapshot, json, places }) };
      }
    }
  }
}

async function placesOf(
  app: CdkApp,
  folder: string,
  { metadataFile, metadata }: AssemblyStack,
  files: AppFiles,
): Promise<ConstructPlaces> {
  const uri = metadataFile === undefined ? undefined : inOutput(app, folder, metadataFile);
  const text = uri === undefined ? undefined : await files.read(uri, mostMetadataBytes);
  return readMetadata(metadata, parseObject(text) ?? {});
}

/** A manifest may name any path; nothing is read outside of the output. */
function inOutput({ output }: CdkApp, folder: string, name: string): string | undefined {
  const uri = resolvePath(`${folder}/`, name);
  return uri !== undefined && isBelow(uri, output) ? uri : undefined;
}

/** Names of the templates that the CDK has made for nested stacks. */
function nestedTemplates(json: JsonObject): readonly string[] {
  return Object.values(objectIn(json.Resources)).flatMap((value) => {
    const resource = objectIn(value);
    const path = textIn(objectIn(resource.Metadata)["aws:asset:path"]);
    return resource.Type === "AWS::CloudFormation::Stack" && path?.endsWith(".json") ? [path] : [];
  });
}
