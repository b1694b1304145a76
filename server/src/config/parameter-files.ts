/**
 * Values of parameters from the files that deployments take: those of `create-stack --parameters`, of CodePipeline's
 * template configuration, of `deploy --parameter-overrides`, of Git sync, and of the SAM CLI.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/git-sync-concepts-terms.html
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
 */
import { createParser } from "../syntax/document.ts";
import { plainData } from "../syntax/plain-data.ts";
import { parseToml } from "../syntax/toml.ts";

export type ParsedParameters =
  | {
      readonly kind: "parameters";
      readonly values: ReadonlyMap<string, string>;
      /** The template that the file names as its own: Git sync's do. */
      readonly template?: string | undefined;
    }
  /** No JSON, YAML or TOML, whichever its name promises. */
  | { readonly kind: "broken"; readonly reason: string }
  | { readonly kind: "other-form" };

/**
 * Reads a parameter file. Entries that give no value (`UsePreviousValue`) are left out.
 *
 * @param name of the file: its ending says the notation, JSON where it says nothing
 */
export function parseParameters(name: string, text: string): ParsedParameters {
  const read = readData(name, text.replace(/^\uFEFF/, ""));
  if (!("data" in read)) return { kind: "broken", reason: read.reason };
  const { data } = read;
  const entries = entriesOf(data);
  if (!entries) return { kind: "other-form" };
  const values = new Map<string, string>();
  for (const entry of entries) {
    if (!entry) return { kind: "other-form" };
    const [parameter, value] = entry;
    if (value !== undefined) values.set(parameter, value);
  }
  const template = isObject(data) ? data["template-file-path"] : undefined;
  return { kind: "parameters", values, ...(typeof template === "string" && { template }) };
}

type Read = { readonly data: unknown } | { readonly reason: string };

function readData(name: string, text: string): Read {
  if (/\.toml$/i.test(name)) {
    const parsed = parseToml(text);
    return parsed.ok ? { data: parsed.data } : { reason: parsed.reason };
  }
  if (/\.ya?ml$/i.test(name)) {
    const { root, problems } = createParser("yaml").parse(text);
    const [problem] = problems;
    if (problem) return { reason: problem.detail ?? problem.code };
    return { data: root && plainData(root) };
  }
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** A name with its value; without one where the file gives none. */
type Entry = readonly [string, string | undefined];

/** Undefined, also as an item, for what is nothing of the kind. */
function entriesOf(data: unknown): readonly (Entry | undefined)[] | undefined {
  if (Array.isArray(data)) return data.map(ofItem);
  if (!isObject(data)) return undefined;
  if (isObject(data.Parameters)) return Object.entries(data.Parameters).map(ofEntry);
  if (isObject(data.parameters) && "template-file-path" in data) return Object.entries(data.parameters).map(ofEntry);
  return isObject(data.default) ? ofSam(data.default) : undefined;
}

function ofItem(item: unknown): Entry | undefined {
  if (typeof item === "string") return ofAssignment(item);
  if (!isObject(item) || typeof item.ParameterKey !== "string") return undefined;
  return ofEntry([item.ParameterKey, item.ParameterValue]);
}

function ofAssignment(text: string): Entry | undefined {
  const named = /^ParameterKey=([^,]+),ParameterValue=([\s\S]*)$/.exec(text);
  if (named?.[1] !== undefined) return [named[1], named[2] ?? ""];
  const at = text.indexOf("=");
  return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : undefined;
}

function ofEntry([name, value]: readonly [string, unknown]): Entry {
  if (Array.isArray(value)) return [name, value.map(String).join(",")];
  return [name, value === undefined || value === null || typeof value === "object" ? undefined : String(value)];
}

/** What `sam deploy` takes of the environment `default`: its own options count more than those of all commands. */
function ofSam(environment: Readonly<Record<string, unknown>>): readonly (Entry | undefined)[] | undefined {
  for (const command of ["deploy", "global"]) {
    const options = environment[command];
    const given =
      isObject(options) && isObject(options.parameters) ? options.parameters.parameter_overrides : undefined;
    if (typeof given === "string") return words(given).map(ofAssignment);
    if (Array.isArray(given)) return given.flatMap((item) => (typeof item === "string" ? [ofAssignment(item)] : []));
    if (isObject(given)) return Object.entries(given).map(ofEntry);
  }
  return undefined;
}

/** Cut at blanks as a shell does; quotes keep words together and go away. */
function words(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^\s"']|"(?:\\.|[^"\\])*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      double === undefined ? (single ?? "") : double.replace(/\\(.)/g, "$1"),
    ),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
