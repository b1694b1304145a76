/** What a cloud assembly's `manifest.json` and the metadata beside it say of stacks, constructs and their places. */
import { type JsonObject, listIn, objectIn, parseObject, textIn } from "./json.ts";

export interface AssemblyStack {
  /** As the CDK shows it: `Prod/Net`. */
  readonly name: string;
  /** File names in the assembly's folder. */
  readonly templateFile: string;
  readonly metadataFile: string | undefined;
  /** What older versions keep in the manifest itself. */
  readonly metadata: JsonObject;
}

export interface Assembly {
  readonly stacks: readonly AssemblyStack[];
  /** Names of folders with assemblies of their own: one for each stage. */
  readonly nested: readonly string[];
}

/** Undefined where the text is no manifest, or not all of it is written yet. */
export function readManifest(text: string | undefined): Assembly | undefined {
  const artifacts = parseObject(text)?.artifacts;
  if (artifacts === undefined) return undefined;
  const stacks: AssemblyStack[] = [];
  const nested: string[] = [];
  for (const [id, value] of Object.entries(objectIn(artifacts))) {
    const artifact = objectIn(value);
    const properties = objectIn(artifact.properties);
    if (artifact.type === "aws:cloudformation:stack") {
      const templateFile = textIn(properties.templateFile);
      if (templateFile === undefined) continue;
      stacks.push({
        name: textIn(artifact.displayName) ?? textIn(properties.stackName) ?? id,
        templateFile,
        metadataFile: textIn(artifact.additionalMetadataFile),
        metadata: objectIn(artifact.metadata),
      });
    }
    if (artifact.type === "cdk:cloud-assembly") {
      const folder = textIn(properties.directoryName);
      if (folder !== undefined) nested.push(folder);
    }
  }
  return { stacks, nested };
}

/** What is known of the constructs of one stack, and of those nested in it. Paths have no slash at their beginning. */
export interface ConstructPlaces {
  /** By logical ID, for a template that does not say it itself: stacks nested in each other use the same IDs. */
  pathsIn(templateFile: string): ReadonlyMap<string, string>;
  /** Lines of the stack on which a construct was made, by its path; the innermost first. */
  readonly stacks: ReadonlyMap<string, readonly string[]>;
  /** File names of the templates, as far as they are said; those of nested stacks too. */
  readonly templateFiles: readonly string[];
}

/** Of several sources the last counts. */
export function readMetadata(...sources: readonly JsonObject[]): ConstructPlaces {
  const ids: { readonly path: string; readonly id: string }[] = [];
  const stacks = new Map<string, readonly string[]>();
  const templates = new Map<string, string>();
  for (const source of sources) {
    for (const [written, entries] of Object.entries(source)) {
      const path = written.replace(/^\/+/, "");
      for (const { type, data, trace } of listIn(entries).map(objectIn)) {
        if (type === "aws:cdk:creationStack") stacks.set(path, linesIn(data));
        if (typeof data !== "string") continue;
        if (type === "aws:cdk:templateFile") templates.set(path, data);
        if (type !== "aws:cdk:logicalId") continue;
        ids.push({ path, id: data });
        const lines = linesIn(trace);
        if (lines.length > 0 && !stacks.has(path)) stacks.set(path, lines);
      }
    }
  }
  return {
    stacks,
    templateFiles: [...templates.values()],
    pathsIn: (file) =>
      new Map(
        ids.flatMap(({ path, id }) => ((templateOf(path, templates) ?? file) === file ? [[id, path] as const] : [])),
      ),
  };
}

/** The template of the innermost stack that holds the construct. */
function templateOf(path: string, templates: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    const file = templates.get(path.slice(0, end));
    if (file !== undefined) return file;
  }
  return undefined;
}

function linesIn(value: unknown): readonly string[] {
  const lines = typeof value === "string" ? value.split("\n") : listIn(value);
  return lines.filter((line) => typeof line === "string");
}
