/** Constructs of the library above L1 whose resources are known. */
import type { Call, Member } from "../../../syntax/code/ast.ts";
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import { camelCase } from "../names.ts";
import type { Frame, OtherConstruct, Reading } from "../reading.ts";
import { connect } from "./connections.ts";
import { expandVpc } from "./expand-vpc.ts";
import { makeGatewayEndpoint } from "./gateway-endpoint.ts";
import type { Maker } from "./implied.ts";
import { makeInterfaceEndpoint } from "./interface-endpoint.ts";
import { balancerMethod, makeLoadBalancer } from "./load-balancer.ts";
import { finishSecurityGroup, makeSecurityGroup } from "./security-group.ts";
import { makeSubnet, subnetMember, subnetMethod } from "./subnet.ts";
import { subnetsMember, vpcMethod } from "./vpc-methods.ts";

export interface Circumstances {
  /** There may be more properties than those given. */
  readonly open: boolean;
  /** It is made once, and nothing about it is broken. */
  readonly isPlain: boolean;
  /** The stack says itself which zones it has. */
  readonly hasOwnZones: boolean;
}

/** Adds what the construct makes, and remembers what later statements need of it. */
export function makeHigherLevel(
  reading: Reading,
  maker: OtherConstruct & Maker,
  entries: readonly CodeEntry[],
  { open, isPlain, hasOwnZones }: Circumstances,
): void {
  if (!isPlain) {
    // While it is being typed, others still refer to it and its subnets.
    const before = reading.previous.get(maker.id);
    if (before?.kind === "vpc") reading.made.set(maker.id, before);
    return;
  }
  switch (maker.symbol) {
    case "ec2.Vpc":
      reading.made.set(maker.id, expandVpc(reading, maker, entries, open || hasOwnZones));
      return;
    case "ec2.SecurityGroup":
      makeSecurityGroup(reading, maker, entries, open);
      return;
    case "ec2.Subnet":
    case "ec2.PublicSubnet":
    case "ec2.PrivateSubnet":
      makeSubnet(reading, maker, entries, open);
      return;
    case "ec2.InterfaceVpcEndpoint":
      makeInterfaceEndpoint(reading, maker, entries, open);
      return;
    case "elbv2.ApplicationLoadBalancer":
      makeLoadBalancer(reading, maker, entries, open, "application");
      return;
    case "elbv2.NetworkLoadBalancer":
      makeLoadBalancer(reading, maker, entries, open, "network");
      return;
    case "ec2.GatewayVpcEndpoint":
      makeGatewayEndpoint(reading, maker, entries, open);
      return;
  }
}

/** What a method of such a construct does; undefined where it isn't known to do anything. */
export function higherLevelMethod(
  reading: Reading,
  owner: Located,
  callee: Member,
  node: Call,
  frame: Frame,
): CodeValue | undefined {
  if (connect(reading, owner, callee, node, frame)) return opaque;
  const made = owner.value.kind === "other-construct" ? reading.made.get(owner.value.id) : undefined;
  if (made?.kind === "vpc") return vpcMethod(reading, made, callee, node, frame);
  if (made?.kind === "connectable" && made.balancer) return balancerMethod(reading, made, callee, node, frame);
  if (made?.kind === "subnet") return subnetMethod(reading, made, callee, node, frame);
  return undefined;
}

/** What is taken from such a construct; undefined where that isn't known. */
export function higherLevelMember(reading: Reading, id: string, name: string, node: Member): CodeValue | undefined {
  const made = reading.made.get(id);
  const spelling = camelCase(name);
  switch (made?.kind) {
    case "vpc":
      if (spelling === "vpcId") return refTo(id, node.object, node.nameRange);
      if (spelling === "vpcCidrBlock") return attributeAt(id, "CidrBlock", node);
      return subnetsMember(reading, made, spelling, node);
    case "security-group":
      if (spelling === "securityGroupId") return attributeAt(id, "GroupId", node);
      return spelling === "connections" ? { kind: "other-construct", symbol: "ec2.Connections", id } : undefined;
    case "connectable":
      if (spelling === "connections") return { kind: "other-construct", symbol: "ec2.Connections", id };
      return made.attribute(spelling, node);
    case "subnet":
      return subnetMember(id, spelling, node);
    default:
      return undefined;
  }
}

function attributeAt(id: string, attribute: string, node: Member): CodeValue {
  const items = [
    { value: scalar(id), range: node.object },
    { value: scalar(attribute), range: node.nameRange },
  ];
  const argument: Located = { value: { kind: "list", items }, range: node };
  return { kind: "intrinsic", name: "GetAtt", nameRange: node.nameRange, argument };
}

/** What could only be said when all statements were read. */
export function finishHigherLevel(reading: Reading): void {
  for (const made of reading.made.values()) if (made.kind === "security-group") finishSecurityGroup(reading, made);
}
