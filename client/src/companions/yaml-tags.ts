/**
 * The tags of CloudFormation in the settings of Red Hat's YAML extension, which marks every `!Ref` as unresolved until
 * `yaml.customTags` names it. Pure functions over that setting, whose value may be anything.
 */

type NodeKind = "scalar" | "sequence" | "mapping";

/**
 * The functions whose short form AWS documents, each with the kinds of nodes that may stand behind it. One that takes a
 * text takes a mapping too, as `!Base64` with an `Fn::Sub` below it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
const functions: Readonly<Record<string, readonly NodeKind[]>> = {
  And: ["sequence"],
  Base64: ["scalar", "mapping"],
  Cidr: ["sequence"],
  Condition: ["scalar"],
  Equals: ["sequence"],
  FindInMap: ["sequence"],
  GetAtt: ["scalar", "sequence"],
  GetAZs: ["scalar", "mapping"],
  If: ["sequence"],
  ImportValue: ["scalar", "mapping"],
  Join: ["sequence"],
  Not: ["sequence"],
  Or: ["sequence"],
  Ref: ["scalar"],
  Select: ["sequence"],
  Split: ["sequence"],
  Sub: ["scalar", "sequence"],
  Transform: ["mapping"],
};

/** Entries of `yaml.customTags`, in the form that the extension documents: the tag, a space, the kind of node. */
export const cloudFormationTags: readonly string[] = Object.entries(functions).flatMap(([name, kinds]) =>
  kinds.map((kind) => `!${name} ${kind}`),
);

const unresolvedTag = new RegExp(`^Unresolved tag: !(${Object.keys(functions).join("|")})$`);

/** Whether a message of the YAML extension is about one of the functions. */
export function isUnresolvedFunction(message: string): boolean {
  return unresolvedTag.test(message);
}

/** Whether a YAML text is a template, told by a resource of it: other files have tags of these names as well. */
export function looksLikeTemplate(text: string): boolean {
  return /^Resources\s*:/m.test(text) && /^\s+["']?Type["']?\s*:\s*["']?(AWS|Alexa|Custom)::/m.test(text);
}

/** Whether somebody has dealt with the tags already: the user, or another extension for templates. */
export function hasCloudFormationTags(setting: unknown): boolean {
  const ours = new Set(cloudFormationTags.map(meaning));
  return entries(setting).some((entry) => ours.has(meaning(entry)));
}

/** The tags that an array lacks; one that is there in another spelling is not lacking. */
export function missingTags(setting: unknown): readonly string[] {
  const present = new Set(entries(setting).map(meaning));
  return cloudFormationTags.filter((tag) => !present.has(meaning(tag)));
}

/** The array with `added` at its end; what is there stays as it is. */
export function withTags(setting: unknown, added: readonly string[]): readonly unknown[] {
  return [...list(setting), ...added];
}

/** The array without what was added; undefined where nothing is left, so that the setting goes away. */
export function withoutTags(setting: unknown, added: readonly string[]): readonly unknown[] | undefined {
  const rest = list(setting).filter((entry) => typeof entry !== "string" || !added.includes(entry));
  return rest.length > 0 ? rest : undefined;
}

function list(setting: unknown): readonly unknown[] {
  return Array.isArray(setting) ? setting : [];
}

function entries(setting: unknown): readonly string[] {
  return list(setting).filter((entry) => typeof entry === "string");
}

/** `!Ref` is short for `!Ref scalar`; a type of result after the kind (`!If sequence:string`) says nothing of the node. */
function meaning(entry: string): string {
  const [tag = "", kind = "scalar"] = entry.trim().split(/\s+/);
  return `${tag} ${kind.split(":")[0]?.toLowerCase() ?? ""}`;
}
