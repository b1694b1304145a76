/** The subnets of a `Vpc` with their route tables, routes and NAT gateways. */
import type { CodeRange } from "../../../syntax/code/ast.ts";
import { type CodeValue, type Located, scalar } from "../code-value.ts";
import { conjunction, declareCondition, negation } from "../conditions.ts";
import { refTo, zoneAt } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { addImplied, type Maker, type NewResource } from "./implied.ts";
import type { MadeVpc } from "./made.ts";
import { attributeOf, call, either, type GivenProperties, listOf, objectOf } from "./values.ts";
import type { PlannedSubnet } from "./vpc-layout.ts";
import { natSubnetFor, type VpcPlan } from "./vpc-plan.ts";
import type { NetworkProperties } from "./vpc-properties.ts";

export function addSubnets(reading: Reading, maker: Maker, properties: NetworkProperties, made: MadeVpc): void {
  const [few, many] = made.plans;
  const plan = many ?? few;
  if (!few || !plan) return;
  const { callee: at } = maker;
  for (const planned of plan.subnets) {
    const inFew = few.subnets.find(({ name }) => name === planned.name);
    const onlyMany = made.twoZones !== undefined && !inFew ? negation(reading, made.twoZones, at) : undefined;
    const guard = conjunction(reading, maker.guard, onlyMany, at);
    // What depends on the number of zones.
    const inBoth = (of: (subnet: PlannedSubnet, plan: VpcPlan) => CodeValue, isSame: boolean): CodeValue =>
      made.twoZones === undefined || !inFew || isSame
        ? of(planned, plan)
        : either(made.twoZones, of(inFew, few), of(planned, plan), at);
    const cidr = inBoth((subnet) => blockOf(subnet), inFew?.cidr === planned.cidr);
    const ipv6 = properties.isDualStack
      ? inBoth((subnet, { requested }) => ipv6Block(maker.id, subnet.index, requested, at), false)
      : undefined;
    addSubnet(reading, maker, { properties, plan, planned, cidr, ipv6, guard });
  }
}

function blockOf({ cidr }: PlannedSubnet): CodeValue {
  return cidr === undefined ? { kind: "opaque" } : scalar(cidr);
}

/** A /64 of the VPC's first IPv6 block. */
function ipv6Block(vpc: string, index: number, count: number, at: CodeRange): CodeValue {
  const block = call("Select", [scalar(0), attributeOf(vpc, "Ipv6CidrBlocks", at)], at);
  return call("Select", [scalar(index), call("Cidr", [block, scalar(count), scalar("64")], at)], at);
}

interface SubnetToAdd {
  readonly properties: NetworkProperties;
  readonly plan: VpcPlan;
  readonly planned: PlannedSubnet;
  readonly cidr: CodeValue;
  readonly ipv6: CodeValue | undefined;
  readonly guard: string | undefined;
}

function addSubnet(reading: Reading, maker: Maker, subnet: SubnetToAdd): void {
  const { properties, planned, cidr, ipv6, guard } = subnet;
  const { group, zone, name } = planned;
  const { id: vpc, callee: at } = maker;
  const id = `${vpc}/${name}`;
  const isPublic = group.type === "public";
  // The whole construct waits for the VPC's IPv6 block.
  const before = properties.isDualStack ? [`${vpc}/ipv6cidr`] : [];
  const add = (resource: NewResource): void =>
    addImplied(reading, maker, { guard, ...resource, after: [...(resource.after ?? []), ...before] });
  add({
    id,
    type: "AWS::EC2::Subnet",
    properties: {
      VpcId: refTo(vpc, at),
      CidrBlock: cidr,
      AvailabilityZone: properties.zones?.[zone] ?? zoneAt({ value: scalar(zone), range: at }, at),
      MapPublicIpOnLaunch: scalar(isPublic && (group.mapPublicIp ?? !properties.isDualStack)),
      Ipv6CidrBlock: ipv6,
      AssignIpv6AddressOnCreation: properties.isDualStack ? scalar(group.assignIpv6 ?? true) : undefined,
      Tags: listOf([tag("aws-cdk:subnet-name", group.name, at), tag("aws-cdk:subnet-type", tagOf(group.type), at)], at),
    },
    askedAt: group.range,
  });
  addTable(add, id, refTo(vpc, at), at);
  if (isPublic) addInternetRoutes(add, maker, subnet);
  else if (group.type === "private") addPrivateRoutes(add, maker, subnet);
}

type Add = (resource: NewResource) => void;

export function addTable(add: Add, id: string, vpc: CodeValue | Located, at: CodeRange): void {
  add({
    id: `${id}/RouteTable`,
    type: "AWS::EC2::RouteTable",
    properties: { VpcId: vpc },
  });
  add({
    id: `${id}/RouteTableAssociation`,
    type: "AWS::EC2::SubnetRouteTableAssociation",
    properties: { RouteTableId: refTo(`${id}/RouteTable`, at), SubnetId: refTo(id, at) },
  });
}

function addInternetRoutes(add: Add, { id: vpc, callee: at }: Maker, { properties, plan, planned }: SubnetToAdd): void {
  const id = `${vpc}/${planned.name}`;
  const routes: readonly (readonly [string, GivenProperties])[] = [
    ["DefaultRoute", { DestinationCidrBlock: scalar("0.0.0.0/0") }],
    ...(properties.isDualStack ? [["DefaultRoute6", { DestinationIpv6CidrBlock: scalar("::/0") }] as const] : []),
  ];
  if (!plan.hasInternetGateway) return;
  for (const [name, destination] of routes) {
    add({
      id: `${id}/${name}`,
      type: "AWS::EC2::Route",
      properties: { RouteTableId: refTo(`${id}/RouteTable`, at), ...destination, GatewayId: refTo(`${vpc}/IGW`, at) },
      after: [`${vpc}/VPCGW`],
    });
  }
  const place = plan.natSubnets.indexOf(planned);
  if (properties.nat.kind !== "gateways" || place < 0) return;
  const { addresses } = properties.nat;
  if (!addresses) add({ id: `${id}/EIP`, type: "AWS::EC2::EIP", properties: { Domain: scalar("vpc") } });
  const given: CodeValue | Located =
    (addresses?.value.kind === "list" ? addresses.value.items[place] : undefined) ?? ({ kind: "opaque" } as const);
  add({
    id: `${id}/NATGateway`,
    type: "AWS::EC2::NatGateway",
    properties: {
      SubnetId: refTo(id, at),
      AllocationId: addresses ? given : attributeOf(`${id}/EIP`, "AllocationId", at),
    },
    after: [...routes.map(([name]) => `${id}/${name}`), `${id}/RouteTableAssociation`],
    askedAt: properties.natGatewaysAt,
  });
}

function addPrivateRoutes(add: Add, { id: vpc, callee: at }: Maker, { properties, plan, planned }: SubnetToAdd): void {
  const id = `${vpc}/${planned.name}`;
  const table = { RouteTableId: refTo(`${id}/RouteTable`, at) };
  const { kind } = properties.nat;
  if (plan.hasInternetGateway && (plan.natSubnets.length > 0 || kind === "regional")) {
    const gateway = kind === "regional" ? undefined : natSubnetFor(plan, planned);
    const targets: Readonly<Record<typeof kind, GivenProperties>> = {
      gateways: { NatGatewayId: gateway ? refTo(`${vpc}/${gateway.name}/NATGateway`, at) : { kind: "opaque" } },
      regional: { NatGatewayId: attributeOf(`${vpc}/RegionalNatGateway`, "NatGatewayId", at) },
      instances: { InstanceId: { kind: "opaque" } },
      unknown: {},
    };
    add({
      id: `${id}/DefaultRoute`,
      type: "AWS::EC2::Route",
      properties: { ...table, DestinationCidrBlock: scalar("0.0.0.0/0"), ...targets[kind] },
      open: kind === "unknown",
    });
  }
  if (properties.isDualStack) {
    add({
      id: `${id}/DefaultRoute6`,
      type: "AWS::EC2::Route",
      properties: {
        ...table,
        DestinationIpv6CidrBlock: scalar("::/0"),
        EgressOnlyInternetGatewayId: refTo(`${vpc}/EIGW6`, at),
      },
    });
  }
}

/**
 * Where no private subnet uses it, it is made all the same unless the application has the feature flag, which its
 * source doesn't say.
 */
export function addEgressOnlyGateway(reading: Reading, maker: Maker, { subnets }: VpcPlan): void {
  const { id: vpc, callee: at } = maker;
  const isUsed = subnets.some(({ group }) => group.type === "private");
  const flag = "@aws-cdk/aws-ec2:requirePrivateSubnetsForEgressOnlyInternetGateway";
  const without = isUsed ? undefined : negation(reading, declareCondition(reading, flag, at), at);
  addImplied(reading, maker, {
    id: `${vpc}/EIGW6`,
    type: "AWS::EC2::EgressOnlyInternetGateway",
    properties: { VpcId: refTo(vpc, at) },
    guard: conjunction(reading, maker.guard, without, at),
  });
}

function tag(key: string, value: string, at: CodeRange): CodeValue {
  return objectOf({ Key: scalar(key), Value: scalar(value) }, at);
}

function tagOf(type: PlannedSubnet["group"]["type"]): string {
  return { public: "Public", private: "Private", isolated: "Isolated" }[type];
}
