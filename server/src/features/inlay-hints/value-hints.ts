/**
 * What the functions in a resource's properties come to: `!Select [1, !Cidr […]]` is a block, `!Ref Zone` a default.
 * A hint says only what is known in every case; where the cases differ it says each.
 */
import { type Cidr, parseCidr, size, usableAddresses } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import { type Assumption, assumptionsOf } from "../../rules/basis.ts";
import { isPossible } from "../../rules/run.ts";
import type { CallExpression, Expression, ScalarExpression } from "../../template/expression.ts";
import type { Resource, Template } from "../../template/template.ts";
import type { Alternative, Guard, Value } from "../../template/value.ts";
import { itemsOf, provenanceOf, textOf } from "../../template/values.ts";
import { valueText } from "../hover/value-text.ts";
import { bullets, paragraphs } from "../markdown.ts";
import { behindCall } from "./hint-place.ts";
import type { HintScene, InlayHint } from "./inlay-hint.ts";
import { count, say } from "./wording.ts";

/** Types whose properties are the network; what an instance boots from is none of it. */
const networkTypes =
  /^AWS::(?:EC2::(?!(?:Instance|LaunchTemplate|SpotFleet|EC2Fleet|Volume\w*|KeyPair|Host|CapacityReservation\w*)$)|(?:ElasticLoadBalancing(?:V2)?|Route53(?:Resolver)?|DirectConnect|NetworkFirewall|NetworkManager|VpcLattice|GlobalAccelerator)::)/;

/** Properties for people, and secrets. */
const untold = /^(?:Tags|TagSpecifications|GroupName|GroupDescription|Description|Comment|PreSharedKey|\w*Document)$/;

/** The blocks by which everything else is measured. */
const blockPlaces: ReadonlySet<string> = new Set([
  "AWS::EC2::VPC.CidrBlock",
  "AWS::EC2::VPCCidrBlock.CidrBlock",
  "AWS::EC2::VPCCidrBlock.Ipv6CidrBlock",
  "AWS::EC2::Subnet.CidrBlock",
  "AWS::EC2::Subnet.Ipv6CidrBlock",
]);
const subnetBlock = "AWS::EC2::Subnet.CidrBlock";

/** What a subnet can have: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const subnetPrefixes = { shortest: 16, longest: 28 };

/** A longer text is cut; the tooltip has all of it. */
const longestLabel = 48;

/** A value that is written in a property: a literal, or a call that is no argument of another one. */
interface Written {
  readonly expression: ScalarExpression | CallExpression;
  /** The type and the property names down to it. */
  readonly place: string;
  readonly guard: Guard;
}

export function valueHints(resource: Resource, scene: HintScene): readonly InlayHint[] {
  if (!networkTypes.test(resource.type)) return [];
  return [...writtenIn(resource.properties, resource.type, scene.guard, scene)].flatMap((written) => {
    const { expression } = written;
    const hint =
      expression.kind === "scalar" && isLiteral(expression, scene)
        ? literalHint(expression, written.place, scene.context.language)
        : computedHint(written, scene);
    return hint ? [hint] : [];
  });
}

function* writtenIn(expression: Expression, place: string, guard: Guard, scene: HintScene): Generator<Written> {
  switch (expression.kind) {
    case "object":
      for (const { key, value } of expression.properties) {
        // The name of a zone or record is the network's, any other is for people.
        if (untold.test(key) || (key === "Name" && !place.startsWith("AWS::Route53"))) continue;
        yield* writtenIn(value, `${place}.${key}`, guard, scene);
      }
      return;
    case "list":
      for (const item of expression.items) yield* writtenIn(item, place, guard, scene);
      return;
    case "call":
      if (expression.name === "If" && expression.form !== "code") yield* branchesOf(expression, place, guard, scene);
      else yield { expression, place, guard };
      return;
    case "scalar":
      yield { expression, place, guard };
      return;
    default:
  }
}

/** Each branch in the case in which it counts: the hint stands behind the branch that it is about. */
function* branchesOf({ argument }: CallExpression, place: string, guard: Guard, scene: HintScene): Generator<Written> {
  const [condition, ...branches] = argument.kind === "list" ? argument.items : [];
  if (condition?.kind !== "scalar" || branches.length !== 2) return;
  const { conditions } = scene.snapshot.evaluator;
  for (const [index, branch] of branches.entries()) {
    const when = conditions.when(condition.text, index === 0);
    const under = when && conditions.both(guard, when);
    if (under) yield* writtenIn(branch, place, under, scene);
  }
}

/** In a program a constant is read as the literal that it was given. */
function isLiteral({ span, text }: ScalarExpression, { snapshot: { template } }: HintScene): boolean {
  return template.source === "cloudformation" || span.block.text.slice(span.start, span.end).includes(text);
}

function literalHint({ span, text }: ScalarExpression, place: string, language: Language): InlayHint | undefined {
  if (place !== subnetBlock) return undefined;
  const cidr = subnetCidr(text);
  return (
    cidr && {
      kind: "usableAddresses",
      behind: span,
      label: say("usable", language, { n: count(usableAddresses(cidr)) }),
      tooltip: reserved(cidr, language),
    }
  );
}

function computedHint({ expression, place, guard }: Written, { snapshot, context }: HintScene): InlayHint | undefined {
  const { evaluator, template } = snapshot;
  const { language } = context;
  const cases = evaluator.alternatives(expression, guard);
  const texts = cases.map(({ value }) => (value.kind === "absent" ? say("absent", language) : plainText(value)));
  if (!texts.every((text) => text !== undefined) || cases.every(({ value }) => value.kind === "absent"))
    return undefined;
  if (cases.some(({ value }) => holdsSecret(value, template))) return undefined;
  // A value that is only used when a parameter is not its default is not that default.
  if (!cases.every(({ value, guard: when }) => isPossible(snapshot, when, assumptionsIn(value)))) return undefined;
  const distinct = [...new Set(texts)];
  if (expression.kind === "call" && isWritten(expression, distinct)) return undefined;
  const blocks = place === subnetBlock ? distinct.map(subnetCidr) : [];
  return {
    kind: blockPlaces.has(place) ? "computedBlocks" : "values",
    behind: expression.kind === "call" ? behindCall(expression) : expression.span,
    label: labelOf(distinct, blocks),
    tooltip: tooltipOf(cases, blocks, snapshot, language),
  };
}

/** One line of text; undefined for what is no scalar and no list of them, and for an empty text. */
function plainText(value: Value): string | undefined {
  const text =
    textOf(value) ??
    itemsOf(value)
      ?.map((item) => textOf(item) ?? "…")
      .join(", ");
  return text === undefined || text.trim() === "" ? undefined : text.replace(/\s+/g, " ");
}

/** `!Sub` without a variable, `!Select` of a list with one item: the text says it itself. */
function isWritten({ name, span }: CallExpression, texts: readonly string[]): boolean {
  const source = span.block.text.slice(span.start, span.end);
  return name === "Sub" && texts.every((text) => source.includes(text));
}

function assumptionsIn(value: Value): readonly Assumption[] {
  return assumptionsOf([{ from: provenanceOf([value]) }]);
}

/** Also a default is not shown where the parameter is marked as a secret. */
function holdsSecret(value: Value, { parameters }: Template): boolean {
  return provenanceOf([value]).some(
    (source) => (source.kind === "default" || source.kind === "assumed") && parameters.get(source.parameter)?.noEcho,
  );
}

/** `10.0.1.0/24 · 251`, `10.0.1.0/24 | 10.1.1.0/24 · 251` */
function labelOf(texts: readonly string[], blocks: readonly (Cidr | undefined)[]): string {
  const counts = new Set(blocks.map((cidr) => cidr && count(usableAddresses(cidr))));
  const [same] = counts;
  const label = counts.size === 1 && same !== undefined ? `${texts.join(" | ")} · ${same}` : texts.join(" | ");
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1).trimEnd()}…` : label;
}

function tooltipOf(
  cases: readonly Alternative[],
  blocks: readonly (Cidr | undefined)[],
  { evaluator: { conditions } }: HintScene["snapshot"],
  language: Language,
): string {
  const lines = cases.map(({ value, guard }) => {
    const when = conditions.describe(guard)[language];
    const text = valueText(value, language);
    return when === "" ? text : say("inCase", language, { value: text, case: when });
  });
  const [block] = blocks;
  return paragraphs(
    lines.length === 1 ? lines[0] : bullets(lines),
    blocks.length === 1 && block ? reserved(block, language) : undefined,
  );
}

function reserved(cidr: Cidr, language: Language): string {
  return say("reserved", language, { n: count(usableAddresses(cidr)), all: count(size(cidr)) });
}

/** Undefined for what EC2 would not take as a subnet. */
function subnetCidr(text: string): Cidr | undefined {
  const parsed = parseCidr(text);
  if (!parsed.ok || parsed.cidr.family !== 4) return undefined;
  const { prefix } = parsed.cidr;
  return prefix >= subnetPrefixes.shortest && prefix <= subnetPrefixes.longest ? parsed.cidr : undefined;
}
