/** VPCs, their blocks, subnets. */
import { type Expression, propertyOf } from "../template/expression.ts";
import type { Guard } from "../template/value.ts";
import { integerOf } from "../template/values.ts";
import { zoneSelection } from "../template/zone-selection.ts";
import { type BuildContext, byId, entitiesOf, tagOf } from "./build-context.ts";
import { joined, type Owner, readBoolean, readCidr, readText } from "./facts.ts";
import type {
  CidrText,
  Entity,
  Fact,
  Facts,
  GatewayAttachment,
  RouteTable,
  RouteTableAssociation,
  Subnet,
  Vpc,
  VpcCidrAssociation,
  VpcEndpoint,
  Zone,
} from "./model.ts";

/** Lists that later builders fill. */
export interface VpcDraft extends Vpc {
  readonly secondary: VpcCidrAssociation[];
  readonly subnets: Subnet[];
  readonly routeTables: RouteTable[];
  readonly attachments: GatewayAttachment[];
  readonly endpoints: VpcEndpoint[];
}

export interface SubnetDraft extends Subnet {
  readonly associations: RouteTableAssociation[];
}

export function buildVpcs(context: BuildContext): readonly VpcDraft[] {
  return context.of("AWS::EC2::VPC").map((entity) => ({
    id: entity.id,
    resource: entity.resource,
    guard: entity.guard,
    kind: "vpc",
    cidr: blockOrPool(context, entity, "CidrBlock", ["Ipv4IpamPoolId", "Ipv4NetmaskLength"]),
    secondary: [],
    dnsSupport: context.facts(entity, "EnableDnsSupport", readBoolean),
    dnsHostnames: context.facts(entity, "EnableDnsHostnames", readBoolean),
    subnets: [],
    routeTables: [],
    attachments: [],
    endpoints: [],
    exposed: context.references.isExposed(entity.id),
  }));
}

export function buildVpcCidrs(context: BuildContext, vpcs: readonly VpcDraft[]): readonly VpcCidrAssociation[] {
  const vpcById = byId(vpcs);
  return context.of("AWS::EC2::VPCCidrBlock").map((entity) => {
    const association: VpcCidrAssociation = {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "vpc-cidr",
      vpc: context.link(entity, "VpcId", vpcById),
      cidr: blockOrPool(context, entity, "CidrBlock", ["Ipv4IpamPoolId", "Ipv4NetmaskLength"]),
      ipv6: blockOrPool(context, entity, "Ipv6CidrBlock", ["Ipv6IpamPoolId", "Ipv6Pool"]),
      providesIpv6:
        ["Ipv6IpamPoolId", "Ipv6Pool", "Ipv6CidrBlock"].some((name) => mayBeGiven(context, entity, name)) ||
        mayBeTrue(context, entity, "AmazonProvidedIpv6CidrBlock"),
    };
    for (const vpc of entitiesOf(association.vpc)) vpcById.get(vpc.id)?.secondary.push(association);
    return association;
  });
}

export function buildSubnets(context: BuildContext, vpcs: readonly VpcDraft[]): readonly SubnetDraft[] {
  const vpcById = byId(vpcs);
  const extraBlocks = extraIpv6Blocks(context);
  return context.of("AWS::EC2::Subnet").map((entity) => {
    const extra = extraBlocks.get(entity.id) ?? [];
    const ipv6 = blockOrPool(context, entity, "Ipv6CidrBlock", ["Ipv6IpamPoolId", "Ipv6NetmaskLength"]);
    const subnet: SubnetDraft = {
      id: entity.id,
      resource: entity.resource,
      guard: entity.guard,
      kind: "subnet",
      vpc: context.link(entity, "VpcId", vpcById),
      cidr: blockOrPool(context, entity, "CidrBlock", ["Ipv4IpamPoolId", "Ipv4NetmaskLength"]),
      ipv6: { ...joined([ipv6, ...extra]), absent: extra.length > 0 ? [] : ipv6.absent },
      hasIpv6:
        extra.length > 0 ||
        ["Ipv6CidrBlock", "Ipv6IpamPoolId", "Ipv6NetmaskLength"].some((name) => mayBeGiven(context, entity, name)) ||
        mayBeTrue(context, entity, "Ipv6Native"),
      zone: zoneFacts(context, entity),
      mapPublicIp: context.facts(entity, "MapPublicIpOnLaunch", readBoolean),
      associations: [],
      exposed: context.references.isExposed(entity.id),
      nameTag: tagOf(context, entity, "Name"),
      cdkSubnetType: tagOf(context, entity, "aws-cdk:subnet-type"),
    };
    for (const vpc of entitiesOf(subnet.vpc)) vpcById.get(vpc.id)?.subnets.push(subnet);
    return subnet;
  });
}

/** AWS::EC2::SubnetCidrBlock gives a subnet IPv6 blocks from outside. */
function extraIpv6Blocks(context: BuildContext): ReadonlyMap<string, readonly Facts<CidrText>[]> {
  const blocks = new Map<string, Facts<CidrText>[]>();
  for (const entity of context.of("AWS::EC2::SubnetCidrBlock")) {
    const facts = blockOrPool(context, entity, "Ipv6CidrBlock", ["Ipv6IpamPoolId", "Ipv6NetmaskLength"]);
    const subnets = context.link(entity, "SubnetId", byId(context.of("AWS::EC2::Subnet")));
    for (const { id } of entitiesOf(subnets)) blocks.set(id, [...(blocks.get(id) ?? []), facts]);
  }
  return blocks;
}

/** A block comes out of an address pool only at deployment: where a pool may be given, the block is not missing. */
function blockOrPool(context: BuildContext, owner: Owner, property: string, pools: readonly string[]): Facts<CidrText> {
  const facts = context.facts(owner, property, readCidr);
  const pooled = pools.some((pool) => mayBeGiven(context, owner, pool));
  return pooled ? { known: facts.known, unknown: [...facts.unknown, ...facts.absent], absent: [] } : facts;
}

/** Whether the property is written and there are cases in which it is not absent. */
export function mayBeGiven({ evaluator }: BuildContext, { resource, guard }: Owner, name: string): boolean {
  const property = propertyOf(resource.properties, name);
  if (property === undefined) return false;
  return evaluator.alternatives(property.value, guard).some(({ value }) => value.kind !== "absent");
}

function mayBeTrue(context: BuildContext, owner: Owner, name: string): boolean {
  const { known, unknown } = context.facts(owner, name, readBoolean);
  return unknown.length > 0 || known.some(({ value }) => value);
}

/**
 * The zone of a subnet. Which zones an account has is unknown, but the same index of the same list is the same zone. Zone
 * ids are compared by their text only: next to names they cannot be told apart.
 */
function zoneFacts(context: BuildContext, entity: Entity): Facts<Zone> {
  const { properties, open } = entity.resource;
  const name = propertyOf(properties, "AvailabilityZone")?.value;
  if (name !== undefined) return zonesOf(context, name, entity.guard);
  if (!open) {
    const read = (text: string): Zone => ({ kind: "expression", key: `id ${text}`, label: text });
    return context.facts(entity, "AvailabilityZoneId", (value) => {
      const text = readText(value);
      return text === undefined ? undefined : read(text);
    });
  }
  return { known: [], unknown: [entity.guard], absent: [] };
}

function zonesOf(context: BuildContext, expression: Expression, under: Guard): Facts<Zone> {
  const { evaluator } = context;
  if (expression.kind === "call" && expression.name === "If" && expression.argument.kind === "list") {
    const [condition, yes, no] = expression.argument.items;
    if (condition?.kind !== "scalar" || !yes || !no) return { known: [], unknown: [under], absent: [] };
    return joined(
      [true, false].flatMap((outcome) => {
        const when = evaluator.conditions.when(condition.text, outcome);
        const guard = when && evaluator.conditions.both(under, when);
        return guard ? [zonesOf(context, outcome ? yes : no, guard)] : [];
      }),
    );
  }
  const indexed = zoneByIndex(context, expression);
  if (indexed) {
    return { known: [{ value: indexed, guard: under, span: expression.span, from: [] }], unknown: [], absent: [] };
  }
  const known: Fact<Zone>[] = [];
  const unknown: Guard[] = [];
  const absent: Guard[] = [];
  for (const { value, guard } of evaluator.alternatives(expression, under)) {
    if (value.kind === "absent") absent.push(guard);
    else {
      const text = readText(value);
      const zone = text === undefined ? zoneByText(expression) : literalZone(text);
      if (zone === undefined || value.kind === "reference") unknown.push(guard);
      else known.push({ value: zone, guard, span: value.span, from: value.kind === "known" ? value.from : [] });
    }
  }
  return { known, unknown, absent };
}

function literalZone(text: string): Zone {
  return { kind: "literal", key: text.toLowerCase(), label: text };
}

function zoneByIndex({ evaluator }: BuildContext, expression: Expression): Zone | undefined {
  const { index, region } = zoneSelection(expression) ?? {};
  const number = index && integerOf(evaluator.resolve(index));
  if (number === undefined || region === undefined) return undefined;
  return { kind: "index", key: `${region}#${number}`, label: `zone ${number}` };
}

/** The same unknown expression twice is the same zone. */
function zoneByText({ span }: Expression): Zone | undefined {
  const text = span.block.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  return text === "" ? undefined : { kind: "expression", key: text, label: text };
}
