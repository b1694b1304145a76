/** `elbv2.ApplicationLoadBalancer` and `NetworkLoadBalancer`: subnets, scheme, security groups. */
import { type CodeEntry, type CodeValue, type Located, nothing, opaque, scalar } from "../code-value.ts";
import { conjunction, declareCondition } from "../conditions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf } from "./attributes.ts";
import { booleanOr, enumText, memberOfEnum, plainBoolean } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import { listenerMethod } from "./listener.ts";
import type { Balancer, MadeConnectable, MadeSecurityGroup } from "./made.ts";
import { groupIds, groupsIn, groupsOf } from "./peers.ts";
import { subnetList } from "./route-tables.ts";
import { makeOwnGroup } from "./security-group.ts";
import { optionsOf, readSelection } from "./subnet-selection.ts";
import { either, listOf, objectOf } from "./values.ts";
import { madeVpc } from "./vpc-id.ts";

/** @param open there may be more properties than these */
export function makeLoadBalancer(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
  type: Balancer["type"],
): void {
  const given = optionsOf(entries);
  const at = maker.callee;
  const facing = given.get("internetFacing");
  const isFacing = facing ? plainBoolean(facing) : open ? undefined : false;
  const scheme = isFacing === undefined ? opaque : scalar(isFacing ? "internet-facing" : "internal");
  const { groups, list } = open
    ? { groups: [], list: type === "application" ? opaque : undefined }
    : type === "application"
      ? applicationGroups(reading, maker, given)
      : networkGroups(reading, maker, given);
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    properties: {
      Type: scalar(type),
      Scheme: facing ? { value: scheme, range: facing.range } : scheme,
      Subnets: given.has("subnetMappings") || open ? opaque : subnetsOf(reading, given, isFacing, at),
      SecurityGroups: list,
      IpAddressType: open ? undefined : enumText(given.get("ipAddressType"), "IpAddressType", ipAddressTypes),
      LoadBalancerAttributes: open ? undefined : attributes(given, type, at),
    },
    open: true,
  });
  const ipAddressType = given.get("ipAddressType");
  const family = memberOfEnum(ipAddressType, "IpAddressType");
  const balancer: Balancer = {
    type,
    vpc: given.get("vpc"),
    isDualStack: open || (ipAddressType && family === undefined) ? undefined : /DUAL/.test(family ?? ""),
  };
  const made: MadeConnectable = {
    kind: "connectable",
    id: maker.id,
    groups,
    defaultPort: undefined,
    balancer,
    attribute: attributesOf(maker.id, {
      loadBalancerArn: "Ref",
      loadBalancerDnsName: "DNSName",
      loadBalancerCanonicalHostedZoneId: "CanonicalHostedZoneID",
      loadBalancerFullName: "LoadBalancerFullName",
    }),
    method: (inReading, call) => listenerMethod(inReading, made, call),
  };
  reading.made.set(maker.id, made);
}

const ipAddressTypes: Readonly<Record<string, string>> = {
  IPV4: "ipv4",
  DUAL_STACK: "dualstack",
  DUAL_STACK_WITHOUT_PUBLIC_IPV4: "dualstack-without-public-ipv4",
};

/** Those that may matter to a network; there are others behind them. */
function attributes(given: ReadonlyMap<string, Located>, type: Balancer["type"], at: Located["range"]): CodeValue {
  const attribute = (key: string, option: string, otherwise?: boolean): readonly CodeValue[] => {
    const value = given.get(option);
    if (!value && otherwise === undefined) return [];
    const is = booleanOr(value, otherwise ?? false);
    return [objectOf({ Key: scalar(key), Value: is === undefined ? opaque : scalar(String(is)) }, at)];
  };
  const known = [
    ...attribute("deletion_protection.enabled", "deletionProtection", false),
    ...attribute("load_balancing.cross_zone.enabled", "crossZoneEnabled"),
  ];
  return listOf([...(type === "network" || !given.has("crossZoneEnabled") ? known : known.slice(0, 1)), opaque], at);
}

function subnetsOf(
  reading: Reading,
  given: ReadonlyMap<string, Located>,
  isFacing: boolean | undefined,
  at: Located["range"],
): CodeValue | Located {
  const vpc = madeVpc(reading, given.get("vpc"));
  const where = given.get("vpcSubnets");
  const selection = where ? readSelection(where.value) : isFacing ? ({ type: "public" } as const) : {};
  if (!vpc || !selection || (!where && isFacing === undefined)) return opaque;
  const range = where?.range ?? at;
  return { value: subnetList(vpc, selection, range), range };
}

interface Groups {
  readonly groups: readonly MadeSecurityGroup[];
  /** The property of the load balancer. */
  readonly list: CodeValue | undefined;
}

/** The given group, or one of its own; what that lets out depends on the targets. */
function applicationGroups(reading: Reading, maker: Maker, given: ReadonlyMap<string, Located>): Groups {
  const group = given.get("securityGroup");
  if (!group) return listed([ownGroup(reading, maker, given, maker.guard)], maker.callee);
  const groups = groupsOf(reading, group);
  return groups ? listed(groups, maker.callee) : { groups: [], list: opaque };
}

/** Without any unless given, but for applications with the feature flag. */
function networkGroups(reading: Reading, maker: Maker, given: ReadonlyMap<string, Located>): Groups {
  const { callee: at } = maker;
  const list = given.get("securityGroups");
  if (list) {
    const groups = groupsIn(reading, list);
    return groups ? listed(groups, at) : { groups: [], list: opaque };
  }
  const disabled = booleanOr(given.get("disableSecurityGroups"), false);
  if (disabled !== false) return { groups: [], list: undefined };
  const flag = declareCondition(reading, networkGroupFlag, at);
  const own = ownGroup(reading, maker, given, conjunction(reading, maker.guard, flag, at));
  return { groups: [own], list: either(flag, groupIds([own], at), nothing, at) };
}

const networkGroupFlag = "@aws-cdk/aws-elasticloadbalancingv2:networkLoadBalancerWithSecurityGroupByDefault";

function listed(groups: readonly MadeSecurityGroup[], at: Located["range"]): Groups {
  return { groups, list: groupIds(groups, at) };
}

function ownGroup(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
  guard: string | undefined,
): MadeSecurityGroup {
  const at = maker.callee;
  const own = makeOwnGroup(reading, { ...maker, guard }, `${maker.id}/SecurityGroup`, {
    vpc: given.get("vpc"),
    allowAllOutbound: { value: scalar(false), range: at },
  });
  own.outbound.push({ guard, range: at });
  return own;
}
