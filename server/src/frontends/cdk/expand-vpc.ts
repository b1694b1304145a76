/**
 * `ec2.Vpc` -> the resources it makes: subnets with their blocks, route tables, gateways, default routes. How many zones
 * a stack has isn't in its source: one without an environment has two, another as many as its region; where that
 * matters, both are said, under a condition.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Vpc.html
 */
import type { CodeRange } from "../../syntax/code/ast.ts";
import type { Expression } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Dialect } from "./catalog.ts";
import type { CodeEntry, CodeValue, Located } from "./code-value.ts";
import { scalar } from "./code-value.ts";
import { conjunction, declareCondition, negation } from "./conditions.ts";
import { toExpression } from "./expressions.ts";
import { refTo, zoneAt } from "./functions.ts";
import { emptyObject, type OtherConstruct, type Reading, spanOf } from "./reading.ts";
import { natGatewayCount, type PlannedSubnet, planSubnets, vpcBlock } from "./vpc-layout.ts";
import { type VpcProperties, vpcProperties } from "./vpc-properties.ts";

/** The name of the condition: as one would ask in code. */
const twoZonesIn: Readonly<Record<Dialect, string>> = {
  camel: "stack.availabilityZones.length === 2",
  snake: "len(stack.availability_zones) == 2",
};

/** Adds nothing where the properties don't tell. */
export function expandVpc(
  reading: Reading,
  construct: OtherConstruct,
  entries: readonly CodeEntry[],
  guard: string | undefined,
): void {
  const properties = vpcProperties(entries);
  if (!properties) return;
  const counts = zoneCounts(properties);
  const plans = counts?.map((zones) => planFor(properties, zones));
  if (!plans?.every((plan) => plan !== undefined)) return;
  const [few, many] = plans;
  if (!few || (many && !sameGateways(few, many))) return;
  const at = construct.callee;
  const twoZones = many && declareCondition(reading, twoZonesIn[reading.dialect], at);
  const add = createAdder(reading, construct);

  const vpc = construct.id;
  add(vpc, "AWS::EC2::VPC", guard, {
    CidrBlock: scalar(vpcBlock(properties.cidr)),
    EnableDnsHostnames: properties.dnsHostnames?.value ?? scalar(true),
    EnableDnsSupport: properties.dnsSupport?.value ?? scalar(true),
  });
  if (properties.groups.some(({ type, reserved }) => type !== "isolated" && !reserved)) {
    add(`${vpc}/IGW`, "AWS::EC2::InternetGateway", guard, {});
    add(`${vpc}/VPCGW`, "AWS::EC2::VPCGatewayAttachment", guard, {
      VpcId: refTo(vpc, at),
      InternetGatewayId: refTo(`${vpc}/IGW`, at),
    });
  }
  for (const planned of (many ?? few).subnets) {
    const inFew = few.subnets.find(({ name }) => name === planned.name);
    const onlyMany = twoZones !== undefined && !inFew ? negation(reading, twoZones, at) : undefined;
    const condition = conjunction(reading, guard, onlyMany, at);
    const cidr =
      twoZones === undefined || !inFew || inFew.cidr === planned.cidr
        ? scalar(planned.cidr)
        : either(twoZones, inFew.cidr, planned.cidr, at);
    addSubnet({ add, vpc, at, properties, planned, cidr, condition, plan: many ?? few });
  }
}

interface Plan {
  readonly subnets: readonly PlannedSubnet[];
  readonly natGateways: number;
}

function planFor(properties: VpcProperties, zones: number): Plan | undefined {
  const subnets = planSubnets(properties.cidr, properties.groups, zones, properties.reservedZones);
  // Zones that are only kept free count here, too.
  const natGateways = natGatewayCount(properties.natGateways, properties.groups, zones + properties.reservedZones);
  return subnets && natGateways !== undefined ? { subnets, natGateways } : undefined;
}

/** The numbers of zones that there may be: one, or two of them. More are not worth telling. */
function zoneCounts({ zones, maxZones }: VpcProperties): readonly number[] | undefined {
  if (zones) return [zones.length];
  if (maxZones <= 2) return [maxZones];
  return maxZones === 3 ? [2, 3] : undefined;
}

type Add = (
  id: string,
  type: string,
  condition: string | undefined,
  properties: Readonly<Record<string, CodeValue>>,
  after?: string,
) => void;

interface SubnetToAdd {
  readonly add: Add;
  readonly vpc: string;
  readonly at: CodeRange;
  readonly properties: VpcProperties;
  readonly planned: PlannedSubnet;
  readonly cidr: CodeValue;
  readonly condition: string | undefined;
  readonly plan: Plan;
}

function addSubnet({ add, vpc, at, properties, planned, cidr, condition, plan }: SubnetToAdd): void {
  const { group, zone, name } = planned;
  const id = `${vpc}/${name}`;
  const ref = (target: string): CodeValue => refTo(target, at);
  const located = (value: CodeValue): Located => ({ value, range: at });
  add(id, "AWS::EC2::Subnet", condition, {
    VpcId: ref(vpc),
    CidrBlock: cidr,
    AvailabilityZone: properties.zones?.[zone]?.value ?? zoneAt(located(scalar(zone)), at),
    MapPublicIpOnLaunch: scalar(group.type === "public" && group.mapPublicIp !== false),
    Tags: {
      kind: "list",
      items: [tag("aws-cdk:subnet-name", group.name), tag("aws-cdk:subnet-type", tagOf(group.type))].map(located),
    },
  });
  add(`${id}/RouteTable`, "AWS::EC2::RouteTable", condition, { VpcId: ref(vpc) });
  add(`${id}/RouteTableAssociation`, "AWS::EC2::SubnetRouteTableAssociation", condition, {
    RouteTableId: ref(`${id}/RouteTable`),
    SubnetId: ref(id),
  });
  const route = { RouteTableId: ref(`${id}/RouteTable`), DestinationCidrBlock: scalar("0.0.0.0/0") };
  const gateways = gatewaySubnets(plan);
  if (group.type === "public") {
    add(`${id}/DefaultRoute`, "AWS::EC2::Route", condition, { ...route, GatewayId: ref(`${vpc}/IGW`) }, `${vpc}/VPCGW`);
    if (properties.hasOwnNat || !gateways.includes(planned)) return;
    add(`${id}/EIP`, "AWS::EC2::EIP", condition, { Domain: scalar("vpc") });
    add(
      `${id}/NATGateway`,
      "AWS::EC2::NatGateway",
      condition,
      { SubnetId: ref(id), AllocationId: attribute(`${id}/EIP`, "AllocationId", at) },
      `${id}/DefaultRoute`,
    );
  } else if (group.type === "private" && (gateways.length > 0 || properties.hasOwnNat)) {
    const gateway = gatewayFor(plan, planned);
    const target: CodeValue =
      properties.hasOwnNat || !gateway ? { kind: "opaque" } : ref(`${vpc}/${gateway.name}/NATGateway`);
    add(`${id}/DefaultRoute`, "AWS::EC2::Route", condition, { ...route, NatGatewayId: target });
  }
}

function gatewaySubnets({ subnets, natGateways }: Plan): readonly PlannedSubnet[] {
  return subnets.filter(({ group }) => group.type === "public").slice(0, natGateways);
}

/** The NAT gateway of the same zone, else they take turns. */
function gatewayFor(plan: Plan, planned: PlannedSubnet): PlannedSubnet | undefined {
  const gateways = gatewaySubnets(plan);
  const others = plan.subnets.filter((each) => each.group.type === "private" && !sameZone(gateways, each));
  return sameZone(gateways, planned) ?? gateways[others.indexOf(planned) % gateways.length];
}

/** Whether what both plans have in common has the same NAT gateways in both. */
function sameGateways(few: Plan, many: Plan): boolean {
  const inFew = gatewaySubnets(few);
  const inMany = gatewaySubnets(many);
  return few.subnets.every((planned) => {
    const same = many.subnets.find(({ name }) => name === planned.name);
    if (!same || inFew.includes(planned) !== inMany.includes(same)) return false;
    return gatewayFor(few, planned)?.name === gatewayFor(many, same)?.name;
  });
}

function sameZone(gateways: readonly PlannedSubnet[], { zone }: PlannedSubnet): PlannedSubnet | undefined {
  return gateways.findLast((gateway) => gateway.zone === zone);
}

function tag(key: string, value: string): CodeValue {
  const range = { start: 0, end: 0 };
  const entry = (name: string, text: string): CodeEntry => {
    return { key: name, keyRange: range, range, value: { value: scalar(text), range } };
  };
  return { kind: "object", open: false, entries: [entry("Key", key), entry("Value", value)] };
}

function tagOf(type: PlannedSubnet["group"]["type"]): string {
  return { public: "Public", private: "Private", isolated: "Isolated" }[type];
}

function attribute(id: string, name: string, range: CodeRange): CodeValue {
  const items = [scalar(id), scalar(name)].map((value) => ({ value, range }));
  return { kind: "intrinsic", name: "GetAtt", nameRange: range, argument: { value: { kind: "list", items }, range } };
}

function either(condition: string, then: string, otherwise: string, range: CodeRange): CodeValue {
  const items = [condition, then, otherwise].map((text) => ({ value: scalar(text), range }));
  return { kind: "intrinsic", name: "If", nameRange: range, argument: { value: { kind: "list", items }, range } };
}

/** Everything stands where the construct's class is written. */
function createAdder(reading: Reading, { id: maker, callee, idRange, range }: OtherConstruct): Add {
  const span = spanOf(reading, callee);
  return (id, type, condition, properties, after) => {
    const list = Object.entries(properties).map(([key, value]) => {
      const expression: Expression = toExpression(reading, { value, range: callee });
      return { key, keySpan: span, value: expression, span };
    });
    const resource: Resource = {
      id,
      idSpan: id === maker ? spanOf(reading, idRange) : span,
      span: spanOf(reading, range),
      type,
      typeSpan: span,
      ...(condition !== undefined && { condition: { name: condition, span } }),
      dependsOn: after === undefined ? [] : [{ name: after, span }],
      properties: { kind: "object", properties: list, span },
      body: emptyObject(reading, range.end),
      open: false,
      impliedBy: maker,
    };
    reading.implied.push(resource);
  };
}
