/** What the CDK itself makes of a program, and what is said to come of its text, in one form to be compared. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, CfnElement, CfnResource, Stack } from "aws-cdk-lib";
import type { Expression } from "../../server/src/template/expression.ts";
import type { Template } from "../../server/src/template/template.ts";

export interface MadeResource {
  readonly type: string;
  readonly properties: unknown;
  readonly after: readonly string[];
}

/** By construct path without the stack: `Vpc/PublicSubnet1`. */
export type MadeResources = Readonly<Record<string, MadeResource>>;

export interface SynthOptions {
  /** The stacks have an account and this region, whose zones are these; else they have neither. */
  readonly region?: { readonly name: string; readonly zones: readonly string[] };
  /** Feature flags and other context. */
  readonly context?: Readonly<Record<string, unknown>>;
}

const account = "123456789012";

/** Synthesizes one stack for each builder, all at once; undefined where the CDK refuses the statements. */
export function synthesize(
  builders: readonly ((stack: Stack) => void)[],
  { region, context }: SynthOptions = {},
): readonly (MadeResources | undefined)[] {
  const outdir = mkdtempSync(join(tmpdir(), "routewise-synth-"));
  const limit = Error.stackTraceLimit;
  // Every construct and token takes a trace: most of the time of a synthesis.
  Error.stackTraceLimit = 0;
  try {
    const zones = region && { [`availability-zones:account=${account}:region=${region.name}`]: region.zones };
    const app = new App({
      outdir,
      analyticsReporting: false,
      treeMetadata: false,
      stackTraces: false,
      builtinCloudFormationValidation: false,
      context: {
        "aws:cdk:disable-stack-trace": true,
        "aws:cdk:disable-metadata-stack-trace": true,
        ...zones,
        ...context,
      },
    });
    const stacks = builders.map((build, index): Stack | undefined => {
      const stack = new Stack(app, `S${index}`, region ? { env: { account, region: region.name } } : {});
      try {
        build(stack);
        return stack;
      } catch {
        app.node.tryRemoveChild(stack.node.id);
        return undefined;
      }
    });
    const assembly = app.synth({ skipValidation: true });
    return stacks.map((stack) => stack && resourcesOf(stack, assembly));
  } finally {
    Error.stackTraceLimit = limit;
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The resources of all stacks of a program that makes its own; no two of them may be called alike. */
export function synthesizedIn(app: App): MadeResources {
  const stacks = app.node.children.filter((child) => child instanceof Stack);
  const assembly = app.synth({ skipValidation: true });
  const all = stacks.flatMap((stack) => Object.entries(resourcesOf(stack, assembly)));
  rmSync(assembly.directory, { recursive: true, force: true });
  return Object.fromEntries(all);
}

interface SynthesizedResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
}

function resourcesOf(stack: Stack, assembly: ReturnType<App["synth"]>): MadeResources {
  const template: { Resources?: Record<string, SynthesizedResource> } = assembly.getStackByName(
    stack.stackName,
  ).template;
  const resources = template.Resources ?? {};
  const paths = new Map<string, string>();
  for (const node of stack.node.findAll()) {
    if (!(node instanceof CfnElement)) continue;
    const path = node.node.path.slice(stack.node.path.length + 1);
    paths.set(String(stack.resolve(node.logicalId)), node instanceof CfnResource ? mainPath(path) : path);
  }
  const nameOf = (id: string): string => paths.get(id) ?? id;
  return Object.fromEntries(
    Object.entries(resources).map(([id, { Type: type, Properties = {}, DependsOn = [] }]) => [
      nameOf(id),
      { type, properties: named(withoutNames(Properties), nameOf), after: DependsOn.map(nameOf).sort() },
    ]),
  );
}

/** What stands for its construct is called like that: `Vpc/Resource`, `Group/ASG`, `Service/Service`. */
function mainPath(path: string): string {
  return path.replace(/(\/(Resource|Default|Subnet|ASG|FlowLog|Service))+$/, "").replace(/(^|\/)(\w+)\/\2$/, "$1$2");
}

/** The tags that tell kinds of subnets are compared, names aren't. */
function withoutNames(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { Tags: tags, ...others } = properties;
  if (!Array.isArray(tags)) return properties;
  const kinds = tags.filter((tag) => String(tag.Key).startsWith("aws-cdk:"));
  return kinds.length > 0 ? { ...others, Tags: kinds } : others;
}

function named(value: unknown, nameOf: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => named(item, nameOf));
  if (typeof value !== "object" || value === null) return value;
  const [[key, inner] = []] = Object.entries(value);
  if (key === "Ref") return { Ref: nameOf(String(inner)) };
  if (key === "Fn::GetAtt" && Array.isArray(inner)) return { "Fn::GetAtt": [nameOf(String(inner[0])), inner[1]] };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, named(each, nameOf)]));
}

/** What cannot be known. */
const unknown = "?";

/**
 * The resources that a template has when its conditions come out as chosen.
 * @param choose for the conditions of which nothing is known
 * @param zones the zones of the stack's region, where it has one
 */
export function resourcesIn(
  { resources, conditions }: Template,
  choose: (condition: string) => boolean,
  zones: readonly string[] = [],
): MadeResources {
  const holds = (name: string): boolean => {
    const body = conditions.get(name)?.body;
    if (body?.kind !== "call") return choose(name);
    const parts = body.argument.kind === "list" ? body.argument.items : [];
    const results = parts.map((part) => holds(part.kind === "call" ? textOf(part.argument) : ""));
    if (body.name === "Not") return !results[0];
    return body.name === "And" ? results.every(Boolean) : results.some(Boolean);
  };
  const json = (expression: Expression): unknown => {
    switch (expression.kind) {
      case "scalar":
        return expression.value;
      case "opaque":
        return unknown;
      case "list":
        return expression.items.map(json).filter((item) => item !== undefined);
      case "object":
        return Object.fromEntries(
          expression.properties.flatMap(({ key, value }) => {
            const inner = json(value);
            return inner === undefined ? [] : [[key, inner]];
          }),
        );
      case "call":
        return callOf(expression.name, expression.argument);
    }
  };
  const callOf = (name: string, argument: Expression): unknown => {
    const items = argument.kind === "list" ? argument.items : [];
    const [first, second, third] = items;
    if (name === "If" && first && second && third) return json(holds(textOf(first)) ? second : third);
    if (name === "Ref") return textOf(argument) === "AWS::NoValue" ? undefined : { Ref: textOf(argument) };
    const isZone = name === "Select" && second?.kind === "call" && second.name === "GetAZs";
    if (isZone && first?.kind === "scalar" && zones.length > 0) return zones[Number(first.text)];
    if (name === "GetAZs") return { "Fn::GetAZs": "" };
    return { [`Fn::${name}`]: json(argument) };
  };
  return Object.fromEntries(
    [...resources.values()]
      .filter(({ condition }) => condition === undefined || holds(condition.name))
      .map((resource) => [
        resource.id,
        {
          type: resource.type,
          properties: json(resource.properties),
          after: resource.dependsOn.map(({ name }) => name).sort(),
        },
      ]),
  );
}

function textOf(expression: Expression): string {
  return expression.kind === "scalar" ? expression.text : "";
}

/** What is made, with `?` wherever `said` has it: to be compared with `said` as a whole. */
export function asFarAsSaid(made: unknown, said: unknown): unknown {
  if (said === unknown) return unknown;
  if (Array.isArray(made) && Array.isArray(said)) {
    const items = made.map((item, index) => asFarAsSaid(item, said[index]));
    return isOpenList(said) && said.length > made.length ? [...items, unknown] : items;
  }
  if (isObject(made) && isObject(said)) {
    const empty = Object.entries(said).filter(
      ([key, value]) => !(key in made) && isOpenList(value) && value.length === 1,
    );
    const entries = Object.entries(made).map(([key, value]) => [key, asFarAsSaid(value, said[key])]);
    return Object.fromEntries([...entries, ...empty]);
  }
  return typeof made === "number" || typeof made === "boolean" ? (String(made) === String(said) ? said : made) : made;
}

/** There may be more in it. */
function isOpenList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.at(-1) === unknown;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
