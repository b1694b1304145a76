/**
 * Which resource refers to which, and what leaves the template. What leaves it may be changed by others: then nothing
 * about it can be said to be missing.
 */
import { memoised } from "../base/memoised.ts";
import { type Expression, propertyOf, visit } from "../template/expression.ts";
import { subPieces } from "../template/intrinsics/strings.ts";
import type { Resource, Template } from "../template/template.ts";

export interface References {
  /** See `Network`. */
  dependencies(resource: Resource): ReadonlySet<string>;
  usersOf(logicalId: string): readonly Resource[];
  isExposed(logicalId: string, harmless?: readonly string[]): boolean;
}

/** Transforms that add nothing to the network of the template. */
const harmlessTransforms: readonly RegExp[] = [
  /^AWS::Serverless-/,
  /^AWS::LanguageExtensions$/,
  /^AWS::SecretsManager-/,
  /^AWS::CodeDeployBlueGreen$/,
  /^AWS::CodeStar$/,
];

/**
 * Types that hand what they are given to somebody who can add routes, associations and attachments: nested stacks,
 * provisioned products, parameters that other stacks read.
 */
const exposingTypes: ReadonlySet<string> = new Set([
  "AWS::CloudFormation::Stack",
  "AWS::CloudFormation::StackSet",
  "AWS::CloudFormation::CustomResource",
  "AWS::CloudFormation::Macro",
  "AWS::Serverless::Application",
  "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
  "AWS::SSM::Parameter",
]);

/** Custom resources, modules and types of third parties do whatever their authors made them do, too. */
export function exposes(type: string): boolean {
  return exposingTypes.has(type) || (type !== "" && !type.startsWith("AWS::")) || type.endsWith("::MODULE");
}

export function readReferences(template: Template): References {
  const users = new Map<string, Resource[]>();
  const exposed = new Map<string, Set<string>>();
  const expose: Add = (name, attribute = "") => {
    exposed.set(name, (exposed.get(name) ?? new Set()).add(attribute));
  };
  for (const resource of template.resources.values()) {
    const used = namesIn(resource);
    for (const name of used) {
      const before = users.get(name);
      if (before) before.push(resource);
      else users.set(name, [resource]);
    }
    if (exposes(resource.type)) for (const expression of valuesOf(resource)) collectNames(expression, expose);
  }
  for (const output of template.outputs.values()) collectNames(output.body, expose);
  for (const output of template.outputs.values()) collectNames(output.value, expose);
  const anythingMay =
    template.open || template.transforms.some((name) => !harmlessTransforms.some((harmless) => harmless.test(name)));

  const closures = new Map<Resource, ReadonlySet<string>>();
  function dependencies(resource: Resource): ReadonlySet<string> {
    const before = closures.get(resource);
    if (before) return before;
    const found = new Set(directOf(resource));
    for (const name of found) {
      const next = template.resources.get(name);
      if (next) for (const further of directOf(next)) found.add(further);
    }
    found.delete(resource.id);
    closures.set(resource, found);
    return found;
  }

  return {
    dependencies,
    usersOf: (logicalId) => users.get(logicalId) ?? [],
    isExposed: (logicalId, harmless = []) =>
      anythingMay || [...(exposed.get(logicalId) ?? [])].some((attribute) => !harmless.includes(attribute)),
  };
}

/** The names that a resource's values refer to. */
const namesIn = memoised((resource: Resource): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const expression of valuesOf(resource)) collectNames(expression, (name) => names.add(name));
  return names;
});

/** The same, and those that it waits for. */
const directOf = memoised((resource: Resource): ReadonlySet<string> => {
  const names = namesIn(resource);
  return resource.dependsOn.length === 0 ? names : new Set([...names, ...resource.dependsOn.map(({ name }) => name)]);
});

/** Everything in a resource that may hold references; of the attributes only those with values of their own. */
function valuesOf({ properties, body }: Resource): readonly Expression[] {
  const attributes = ["Metadata", "UpdatePolicy", "CreationPolicy"].map((name) => propertyOf(body, name)?.value);
  return [properties, ...attributes.filter((value) => value !== undefined)];
}

type Add = (name: string, attribute?: string) => void;

/** Names in Ref, GetAtt and `${…}` of Sub. */
function collectNames(expression: Expression | undefined, add: Add): void {
  if (!expression) return;
  visit(expression, (each) => {
    if (each.kind !== "call") return;
    const { argument, name } = each;
    if (name === "Ref" && argument.kind === "scalar") add(argument.text);
    else if (name === "GetAtt") addTarget(argument, add);
    else if (name === "Sub") addVariables(argument, add);
  });
}

function addTarget(argument: Expression, add: Add): void {
  const [target, attribute] = argument.kind === "list" ? argument.items : [argument];
  if (target?.kind === "scalar")
    addDotted(attribute?.kind === "scalar" ? `${target.text}.${attribute.text}` : target.text, add);
}

function addVariables(argument: Expression, add: Add): void {
  const [text, own] = argument.kind === "list" ? argument.items : [argument];
  if (text?.kind !== "scalar") return;
  for (const piece of subPieces(text.text)) {
    if (piece.kind === "variable" && propertyOf(own, piece.name) === undefined) addDotted(piece.name, add);
  }
}

/** `Vpc`, `Vpc.CidrBlock`. */
function addDotted(text: string, add: Add): void {
  const [name = "", ...attribute] = text.split(".");
  add(name, attribute.length > 0 ? attribute.join(".") : undefined);
}
