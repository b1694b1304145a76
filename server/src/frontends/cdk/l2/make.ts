/** Constructs of the library above L1 whose resources are known. */
import type { Call, Member } from "../../../syntax/code/ast.ts";
import { type CodeEntry, type CodeValue, type Located, opaque } from "../code-value.ts";
import { refTo } from "../functions.ts";
import { camelCase } from "../names.ts";
import type { Frame, OtherConstruct, Reading } from "../reading.ts";
import { makeAccelerator, makeAcceleratorListener, makeEndpointGroup } from "./accelerator.ts";
import { makeGraphqlApi, makeHttpApi, makeHttpVpcLink, makeRestApi, makeRestVpcLink, makeWebSocketApi } from "./api.ts";
import { attributesOf } from "./attributes.ts";
import { connect } from "./connections.ts";
import { makeEndpointService, makePrefixList } from "./endpoint-service.ts";
import { expandVpc } from "./expand-vpc.ts";
import { makeFlowLog } from "./flow-log.ts";
import { makeGatewayEndpoint } from "./gateway-endpoint.ts";
import { makeHostedZone } from "./hosted-zone.ts";
import type { Maker } from "./implied.ts";
import { makeBastion, makeInstance, makeScalingGroup } from "./instance.ts";
import { makeInterfaceEndpoint } from "./interface-endpoint.ts";
import { makeListenerAlone } from "./listener.ts";
import { makeLoadBalancer } from "./load-balancer.ts";
import { makeAclAssociation, makeNetworkAcl, makeNetworkAclEntry } from "./network-acl.ts";
import { makeRecord, recordTypes } from "./record-set.ts";
import { finishSecurityGroup, makeSecurityGroup } from "./security-group.ts";
import { makeCluster, makeDatabase, makeDatabaseCluster, makeFargateService, makeFunction } from "./services.ts";
import { makeSubnet, subnetMember, subnetMethod } from "./subnet.ts";
import { makeTargetGroupAlone, targetGroupAttribute } from "./target-group.ts";
import { subnetsMember, vpcMethod } from "./vpc-methods.ts";
import { makeVpnConnection, makeVpnGateway } from "./vpn-connection.ts";

export interface Circumstances {
  /** There may be more properties than those given. */
  readonly open: boolean;
  /** It is made once, and nothing about it is broken. */
  readonly isPlain: boolean;
  /** The stack says itself which zones it has. */
  readonly hasOwnZones: boolean;
}

/** @param open there may be more properties than these */
type Make = (reading: Reading, maker: OtherConstruct & Maker, entries: readonly CodeEntry[], open: boolean) => void;

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ["apigateway.LambdaRestApi", makeRestApi],
  ["apigateway.RestApi", makeRestApi],
  ["apigateway.SpecRestApi", makeRestApi],
  ["apigateway.VpcLink", makeRestVpcLink],
  ["apigatewayv2.HttpApi", makeHttpApi],
  ["apigatewayv2.VpcLink", makeHttpVpcLink],
  ["apigatewayv2.WebSocketApi", makeWebSocketApi],
  ["appsync.GraphqlApi", makeGraphqlApi],
  ["autoscaling.AutoScalingGroup", makeScalingGroup],
  ["ec2.BastionHostLinux", makeBastion],
  ["ec2.FlowLog", makeFlowLog],
  ["ec2.Instance", makeInstance],
  ["ec2.NetworkAcl", makeNetworkAcl],
  ["ec2.NetworkAclEntry", makeNetworkAclEntry],
  ["ec2.PrefixList", makePrefixList],
  ["ec2.SubnetNetworkAclAssociation", makeAclAssociation],
  ["ec2.VpcEndpointService", makeEndpointService],
  ["ec2.VpnConnection", makeVpnConnection],
  ["ec2.VpnGateway", makeVpnGateway],
  ["ec2.SecurityGroup", makeSecurityGroup],
  ["ec2.Subnet", makeSubnet],
  ["ec2.PublicSubnet", makeSubnet],
  ["ec2.PrivateSubnet", makeSubnet],
  ["ec2.InterfaceVpcEndpoint", makeInterfaceEndpoint],
  ["ec2.GatewayVpcEndpoint", makeGatewayEndpoint],
  ["ecs.Cluster", makeCluster],
  ["ecs.FargateService", makeFargateService],
  ["elbv2.ApplicationLoadBalancer", (...made) => makeLoadBalancer(...made, "application")],
  ["elbv2.NetworkLoadBalancer", (...made) => makeLoadBalancer(...made, "network")],
  ["elbv2.ApplicationListener", (...made) => makeListenerAlone(...made, "application")],
  ["elbv2.NetworkListener", (...made) => makeListenerAlone(...made, "network")],
  ["elbv2.ApplicationTargetGroup", (...made) => makeTargetGroupAlone(...made, "application")],
  ["elbv2.NetworkTargetGroup", (...made) => makeTargetGroupAlone(...made, "network")],
  ["globalaccelerator.Accelerator", makeAccelerator],
  ["globalaccelerator.EndpointGroup", makeEndpointGroup],
  ["globalaccelerator.Listener", makeAcceleratorListener],
  ["lambda.Function", makeFunction],
  ["lambda_nodejs.NodejsFunction", makeFunction],
  ["rds.DatabaseCluster", makeDatabaseCluster],
  ["rds.DatabaseInstance", makeDatabase],
  ["route53.HostedZone", makeHostedZone],
  ["route53.PrivateHostedZone", makeHostedZone],
  ["route53.PublicHostedZone", makeHostedZone],
  ["route53.RecordSet", (...made) => makeRecord(...made, undefined)],
  ...Object.entries(recordTypes).map(([name, type]): [string, Make] => [
    `route53.${name}`,
    (...made) => makeRecord(...made, type),
  ]),
]);

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
  if (maker.symbol === "ec2.Vpc") reading.made.set(maker.id, expandVpc(reading, maker, entries, open || hasOwnZones));
  else makers.get(maker.symbol)?.(reading, maker, entries, open);
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
  switch (made?.kind) {
    case "vpc":
      return vpcMethod(reading, made, callee, node, frame);
    case "subnet":
      return subnetMethod(reading, made, callee, node, frame);
    case "connectable":
    case "target-group":
    case "zone":
    case "other":
      return node.broken ? undefined : made.method?.(reading, { name: camelCase(callee.name), callee, node, frame });
    default:
      return undefined;
  }
}

/** What is taken from such a construct; undefined where that isn't known. */
export function higherLevelMember(reading: Reading, id: string, name: string, node: Member): CodeValue | undefined {
  const made = reading.made.get(id);
  const spelling = camelCase(name);
  switch (made?.kind) {
    case "vpc":
      return vpcAttribute(reading, id, spelling, node) ?? subnetsMember(reading, made, spelling, node);
    case "security-group":
      if (spelling === "securityGroupId") return attributesOf(id, { securityGroupId: "GroupId" })(spelling, node);
      return spelling === "connections" ? { kind: "other-construct", symbol: "ec2.Connections", id } : undefined;
    case "connectable":
      if (spelling === "connections") return { kind: "other-construct", symbol: "ec2.Connections", id };
      return made.attribute(spelling, node);
    case "zone":
      return made.attribute(spelling, node);
    case "target-group":
      return targetGroupAttribute(id)(spelling, node);
    case "other":
      return made.attribute?.(spelling, node);
    case "subnet":
      return subnetMember(id, spelling, node);
    default:
      return undefined;
  }
}

function vpcAttribute(reading: Reading, id: string, name: string, node: Member): CodeValue | undefined {
  const part = name === "internetGatewayId" ? "IGW" : name === "vpnGatewayId" ? "VpnGateway" : undefined;
  if (part === undefined) return attributesOf(id, vpcAttributes)(name, node);
  const isThere = reading.implied.some((resource) => resource.id === `${id}/${part}`);
  return isThere ? refTo(`${id}/${part}`, node.object, node.nameRange) : undefined;
}

const vpcAttributes: Readonly<Record<string, string>> = {
  vpcId: "Ref",
  vpcCidrBlock: "CidrBlock",
  vpcDefaultNetworkAcl: "DefaultNetworkAcl",
  vpcDefaultSecurityGroup: "DefaultSecurityGroup",
};

/** What could only be said when all statements were read. */
export function finishHigherLevel(reading: Reading): void {
  for (const made of reading.made.values()) {
    if (made.kind === "security-group") finishSecurityGroup(reading, made);
    else if ("finish" in made) made.finish?.(reading);
  }
}
