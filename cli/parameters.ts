/**
 * Values of parameters from the files that deployments take: those of `create-stack --parameters`, of CodePipeline's
 * template configuration, and of `deploy --parameter-overrides`.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 */

export type ParsedParameters =
  | { readonly kind: "parameters"; readonly values: ReadonlyMap<string, string> }
  | { readonly kind: "not-json"; readonly reason: string }
  | { readonly kind: "other-form" };

/** Reads the text of a parameter file. Entries that give no value (`UsePreviousValue`) are left out. */
export function parseParameters(text: string): ParsedParameters {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { kind: "not-json", reason: error instanceof Error ? error.message : String(error) };
  }
  const entries = Array.isArray(parsed)
    ? parsed.map(ofItem)
    : isObject(parsed) && isObject(parsed.Parameters)
      ? Object.entries(parsed.Parameters).map(ofEntry)
      : [undefined];
  const values = new Map<string, string>();
  for (const entry of entries) {
    if (!entry) return { kind: "other-form" };
    const [name, value] = entry;
    if (value !== undefined) values.set(name, value);
  }
  return { kind: "parameters", values };
}

/** A name with its value; without one where the file gives none. Undefined where it is nothing of the kind. */
type Entry = readonly [string, string | undefined];

function ofItem(item: unknown): Entry | undefined {
  if (typeof item === "string") {
    const at = item.indexOf("=");
    return at > 0 ? [item.slice(0, at), item.slice(at + 1)] : undefined;
  }
  if (!isObject(item) || typeof item.ParameterKey !== "string") return undefined;
  return ofEntry([item.ParameterKey, item.ParameterValue]);
}

function ofEntry([name, value]: readonly [string, unknown]): Entry {
  if (Array.isArray(value)) return [name, value.map(String).join(",")];
  return [name, value === undefined || value === null || typeof value === "object" ? undefined : String(value)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
