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

/** What is known of the constructs of one stack. Paths have no slash at their beginning. */
export interface ConstructPlaces {
  /** By logical ID, for templates that do not say it themselves. */
  readonly paths: ReadonlyMap<string, string>;
  /** Lines of the stack on which a construct was made, by its path; the innermost first. */
  readonly stacks: ReadonlyMap<string, readonly string[]>;
}

/** Of several sources the last counts. */
export function readMetadata(...sources: readonly JsonObject[]): ConstructPlaces {
  const paths = new Map<string, string>();
  const stacks = new Map<string, readonly string[]>();
  for (const source of sources) {
    for (const [written, entries] of Object.entries(source)) {
      const path = written.replace(/^\/+/, "");
      for (const entry of listIn(entries).map(objectIn)) {
        if (entry.type === "aws:cdk:logicalId" && typeof entry.data === "string") {
          paths.set(entry.data, path);
          const trace = linesIn(entry.trace);
          if (trace.length > 0 && !stacks.has(path)) stacks.set(path, trace);
        }
        if (entry.type === "aws:cdk:creationStack") stacks.set(path, linesIn(entry.data));
      }
    }
  }
  return { paths, stacks };
}

function linesIn(value: unknown): readonly string[] {
  const lines = typeof value === "string" ? value.split("\n") : listIn(value);
  return lines.filter((line) => typeof line === "string");
}
