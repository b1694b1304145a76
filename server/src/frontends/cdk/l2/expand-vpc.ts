/**
 * `ec2.Vpc` -> the resources it makes: subnets with their blocks, route tables, gateways, default routes. How many zones
 * a stack has isn't in its source: one without an environment has two, another as many as its region; where that
 * matters, both are said, under a condition.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Vpc.html
 */
import type { Dialect } from "../catalog.ts";
import { type CodeEntry, scalar } from "../code-value.ts";
import { declareCondition } from "../conditions.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { addFlowLog } from "./flow-log.ts";
import { addGatewayEndpoint } from "./gateway-endpoint.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeVpc } from "./made.ts";
import { optionsOf } from "./subnet-selection.ts";
import { vpcBlock } from "./vpc-layout.ts";
import { planVpc, sameGateways, type VpcPlan } from "./vpc-plan.ts";
import { type NetworkProperties, namedParts, type VpcProperties, vpcProperties } from "./vpc-properties.ts";
import { addEgressOnlyGateway, addSubnets } from "./vpc-subnets.ts";
import { addVpnConnection } from "./vpn-connection.ts";
import { addVpnGateway } from "./vpn-gateway.ts";

/** The name of the condition: as one would ask in code. */
const twoZonesIn: Readonly<Record<Dialect, string>> = {
  camel: "stack.availabilityZones.length === 2",
  snake: "len(stack.availability_zones) == 2",
};

/** The VPC alone where the properties don't tell the rest. */
export function expandVpc(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): MadeVpc {
  const properties = vpcProperties(entries, open);
  const plans = properties.network ? plansFor(properties.network) : undefined;
  addVpc(reading, maker, properties, open);
  const made: MadeVpc = {
    kind: "vpc",
    id: maker.id,
    plans: plans ?? [],
    twoZones: plans?.[1] && declareCondition(reading, twoZonesIn[reading.dialect], maker.callee),
    entries,
    open,
  };
  if (properties.network && plans) addNetwork(reading, maker, properties.network, made);
  addNamedParts(reading, maker, entries, made);
  return made;
}

/** `flowLogs`, `vpnConnections`. */
function addNamedParts(reading: Reading, maker: Maker, entries: readonly CodeEntry[], made: MadeVpc): void {
  const { flowLogs, vpnConnections } = namedParts(entries);
  const { id: vpc, callee: at } = maker;
  const partOf = ({ key, keyRange, range }: CodeEntry): Maker => ({
    ...maker,
    id: `${vpc}/${key}`,
    idRange: keyRange,
    callee: keyRange,
    range,
  });
  const given = ({ value }: CodeEntry) => {
    const object = value.value.kind === "object" ? value.value : undefined;
    return { options: optionsOf(object?.entries ?? []), open: object?.open !== false };
  };
  for (const part of flowLogs) {
    addFlowLog(reading, partOf(part), { ...given(part), type: scalar("VPC"), id: refTo(vpc, at) });
  }
  for (const part of vpnConnections) {
    const { options, open } = given(part);
    addVpnConnection(reading, partOf(part), options, open, made);
  }
}

function addVpc(reading: Reading, maker: Maker, properties: VpcProperties, open: boolean): void {
  const { cidrAt, block } = properties;
  const cidr = block === "unknown" ? ({ kind: "opaque" } as const) : scalar(vpcBlock(block));
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::VPC",
    properties: {
      CidrBlock: cidrAt ? { value: cidr, range: cidrAt.range } : cidr,
      EnableDnsHostnames: properties.dnsHostnames ?? (open ? undefined : scalar(true)),
      EnableDnsSupport: properties.dnsSupport ?? (open ? undefined : scalar(true)),
      InstanceTenancy: properties.tenancy ? { kind: "opaque" } : open ? undefined : scalar("default"),
    },
    open: open || block === "unknown",
  });
}

/** One plan for each number of zones that there may be: one, or two of them. More are not worth telling. */
function plansFor(properties: NetworkProperties): readonly VpcPlan[] | undefined {
  const counts = zoneCounts(properties);
  const plans = counts?.map((zones) => planVpc(properties, zones));
  if (!plans?.every((plan) => plan !== undefined)) return undefined;
  const [few, many] = plans;
  if (!few || (many && !sameGateways(few, many))) return undefined;
  return plans;
}

function zoneCounts({ zones, maxZones }: NetworkProperties): readonly number[] | undefined {
  if (zones) return [zones.length];
  if (maxZones <= 2) return [maxZones];
  return maxZones === 3 ? [2, 3] : undefined;
}

function addNetwork(reading: Reading, maker: Maker, properties: NetworkProperties, made: MadeVpc): void {
  const { id: vpc, callee: at } = maker;
  const plan = made.plans.at(-1);
  if (!plan) return;
  if (properties.isDualStack) {
    addImplied(reading, maker, {
      id: `${vpc}/ipv6cidr`,
      type: "AWS::EC2::VPCCidrBlock",
      properties: { VpcId: refTo(vpc, at), AmazonProvidedIpv6CidrBlock: scalar(true) },
    });
  }
  if (plan.hasInternetGateway) {
    addImplied(reading, maker, { id: `${vpc}/IGW`, type: "AWS::EC2::InternetGateway", properties: {} });
    addImplied(reading, maker, {
      id: `${vpc}/VPCGW`,
      type: "AWS::EC2::VPCGatewayAttachment",
      properties: { VpcId: refTo(vpc, at), InternetGatewayId: refTo(`${vpc}/IGW`, at) },
    });
    if (properties.nat.kind === "regional") addRegionalGateway(reading, maker, plan);
  }
  if (properties.isDualStack) addEgressOnlyGateway(reading, maker, plan);
  addSubnets(reading, maker, properties, made);
  if (properties.vpnGateway) addVpnGateway(reading, maker, properties.vpnGateway, made);
  for (const { key, keyRange, value, range } of properties.gatewayEndpoints) {
    const endpoint: Maker = { ...maker, id: `${vpc}/${key}`, idRange: keyRange, callee: keyRange, range };
    addGatewayEndpoint(reading, endpoint, made, value.value.kind === "object" ? value.value : undefined);
  }
}

/** One NAT gateway for all zones; it takes its addresses itself. */
function addRegionalGateway(reading: Reading, maker: Maker, { subnets }: VpcPlan): void {
  const { id: vpc, callee: at } = maker;
  addImplied(reading, maker, {
    id: `${vpc}/RegionalNatGateway`,
    type: "AWS::EC2::NatGateway",
    properties: {
      VpcId: refTo(vpc, at),
      AvailabilityMode: scalar("regional"),
      ConnectivityType: scalar("public"),
    },
    // Its addresses may be given.
    open: true,
    after: subnets.length > 0 ? [`${vpc}/IGW`, `${vpc}/VPCGW`] : [`${vpc}/IGW`],
  });
}
