/** What other modules put into a VPC: Lambda functions, ECS services, RDS databases; their subnets and security groups. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf, madeOf } from "./attributes.ts";
import { plainBoolean } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeSecurityGroup, SelfRegistering } from "./made.ts";
import { groupIds, groupsIn } from "./peers.ts";
import { type PortRule, tcpPortAt } from "./ports.ts";
import { subnetsGiven } from "./route-tables.ts";
import { makeOwnGroup } from "./security-group.ts";
import { optionsOf } from "./subnet-selection.ts";
import { attributeOf, type Given, objectOf } from "./values.ts";

interface Placed {
  readonly groups: readonly MadeSecurityGroup[];
  /** The list of their ids. */
  readonly groupList: CodeValue;
  readonly subnets: CodeValue | Located;
}

/** In the subnets that are asked for, with the groups that are given or one of its own. */
function place(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
  vpc: Located | undefined,
  open: boolean,
): Placed {
  const at = maker.callee;
  const list = given.get("securityGroups");
  const groups = open ? undefined : list ? groupsIn(reading, list) : [ownGroup(reading, maker, given, vpc)];
  return {
    groups: groups ?? [],
    groupList: groups ? groupIds(groups, at) : opaque,
    subnets: open ? opaque : subnetsGiven(reading, vpc, given.get("vpcSubnets"), at),
  };
}

function ownGroup(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
  vpc: Located | undefined,
): MadeSecurityGroup {
  return makeOwnGroup(reading, maker, `${maker.id}/SecurityGroup`, {
    vpc,
    allowAllOutbound: given.get("allowAllOutbound"),
    allowAllIpv6Outbound: given.get("allowAllIpv6Outbound"),
  });
}

function remember(
  reading: Reading,
  id: string,
  { groups }: Placed,
  more: {
    readonly port?: PortRule;
    readonly attributes: Readonly<Record<string, string>>;
    readonly registers?: SelfRegistering;
  },
): void {
  reading.made.set(id, {
    kind: "connectable",
    id,
    groups,
    defaultPort: more.port,
    ...(more.registers && { registers: more.registers }),
    attribute: attributesOf(id, more.attributes),
  });
}

/** `lambda.Function`; without a VPC it is nothing to a network. */
export function makeFunction(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const vpc = given.get("vpc");
  if (!vpc) return;
  const placed = place(reading, maker, given, vpc, open);
  const { callee: at } = maker;
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::Lambda::Function",
    properties: { VpcConfig: objectOf({ SecurityGroupIds: placed.groupList, SubnetIds: placed.subnets }, at) },
    open: true,
  });
  remember(reading, maker.id, placed, { attributes: { functionArn: "Arn", functionName: "Ref" } });
}

/** `ecs.Cluster`: the services in it are in its VPC. */
export function makeCluster(reading: Reading, maker: Maker, entries: readonly CodeEntry[]): void {
  const vpc = optionsOf(entries).get("vpc");
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: (name) => (name === "vpc" ? vpc?.value : undefined),
    vpc,
  });
}

/** `ecs.FargateService`. */
export function makeFargateService(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const made = madeOf(reading, given.get("cluster"));
  const placed = place(reading, maker, given, made?.kind === "other" ? made.vpc : undefined, open);
  const { callee: at } = maker;
  const assign = given.get("assignPublicIp");
  const isPublic = plainBoolean(assign);
  const address: Given = assign
    ? { value: isPublic === undefined ? opaque : scalar(isPublic ? "ENABLED" : "DISABLED"), range: assign.range }
    : open
      ? opaque
      : scalar("DISABLED");
  const network = { AssignPublicIp: address, SecurityGroups: placed.groupList, Subnets: placed.subnets };
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ECS::Service",
    properties: {
      LaunchType: open || given.has("capacityProviderStrategies") ? undefined : scalar("FARGATE"),
      NetworkConfiguration: objectOf({ AwsvpcConfiguration: objectOf(network, at) }, at),
    },
    open: true,
  });
  // At which port it is reached stands in its task definition.
  const registers: SelfRegistering = { type: "ip", arns: [], port: "unknown" };
  remember(reading, maker.id, placed, { attributes: { serviceArn: "Ref", serviceName: "Name" }, registers });
}

/** `rds.DatabaseInstance`. */
export function makeDatabase(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  makeRds(reading, maker, entries, open, {
    type: "AWS::RDS::DBInstance",
    groups: "VPCSecurityGroups",
    subnets: "SubnetGroup",
  });
}

/** `rds.DatabaseCluster`; its instances aren't said. */
export function makeDatabaseCluster(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
): void {
  makeRds(reading, maker, entries, open, {
    type: "AWS::RDS::DBCluster",
    groups: "VpcSecurityGroupIds",
    subnets: "Subnets",
  });
}

interface RdsNames {
  readonly type: string;
  /** The property that lists the groups. */
  readonly groups: string;
  /** The id of the subnet group, below the database's. */
  readonly subnets: string;
}

function makeRds(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean, names: RdsNames): void {
  const given = optionsOf(entries);
  const placed = place(reading, maker, given, given.get("vpc"), open || given.has("instanceProps"));
  const { id, callee: at } = maker;
  const hasOwnSubnets = !open && !given.has("subnetGroup") && !given.has("instanceProps");
  if (hasOwnSubnets) {
    addImplied(reading, maker, {
      id: `${id}/${names.subnets}`,
      type: "AWS::RDS::DBSubnetGroup",
      properties: { SubnetIds: placed.subnets },
      open: true,
    });
  }
  addImplied(reading, maker, {
    id,
    type: names.type,
    properties: {
      DBSubnetGroupName: hasOwnSubnets ? refTo(`${id}/${names.subnets}`, at) : opaque,
      [names.groups]: placed.groupList,
    },
    open: true,
  });
  const port = tcpPortAt({ value: attributeOf(id, "Endpoint.Port", at), range: at });
  const attributes = { dbInstanceEndpointAddress: "Endpoint.Address", dbInstanceEndpointPort: "Endpoint.Port" };
  remember(reading, id, placed, { port, attributes: names.type === "AWS::RDS::DBInstance" ? attributes : {} });
}
