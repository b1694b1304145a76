/** `ec2.Instance`, `ec2.BastionHostLinux`, `autoscaling.AutoScalingGroup`: where they stand, and their security groups. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import type { Reading } from "../reading.ts";
import { attributesOf } from "./attributes.ts";
import { allowBetween } from "./connections.ts";
import { addImplied, type Maker, openEnd } from "./implied.ts";
import type { MadeConnectable, MadeSecurityGroup, MethodCall, SelfRegistering } from "./made.ts";
import { methodMaker } from "./options.ts";
import { groupIds, groupsOf } from "./peers.ts";
import { tcpPort } from "./ports.ts";
import { firstSubnet, subnetsGiven } from "./route-tables.ts";
import { makeOwnGroup } from "./security-group.ts";
import { optionsOf, readSelection } from "./subnet-selection.ts";
import { type Given, type GivenProperties, listOf, objectOf } from "./values.ts";
import { madeVpc } from "./vpc-id.ts";

/** @param open there may be more properties than these */
export function makeInstance(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  addInstance(reading, maker, given, given.get("vpcSubnets"), { open, group: `${maker.id}/InstanceSecurityGroup` });
}

/** An instance of its own settings, whose group lets administrators in by `allowSshAccessFrom`. */
export function makeBastion(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const group = `${maker.id}/Resource/InstanceSecurityGroup`;
  addInstance(reading, maker, given, given.get("subnetSelection"), { open, group });
}

interface Settings {
  readonly open: boolean;
  /** The id of its own group. */
  readonly group: string;
}

function addInstance(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
  where: Located | undefined,
  { open, group }: Settings,
): void {
  const groups = open ? undefined : groupsFor(reading, maker, given, group);
  // Those that are added later are worn, but rules are only given to the first.
  const worn = groups && [...groups];
  const made: MadeConnectable = {
    kind: "connectable",
    id: maker.id,
    groups: groups ?? [],
    defaultPort: undefined,
    attribute: attributesOf(maker.id, {
      instanceId: "Ref",
      instancePrivateIp: "PrivateIp",
      instancePublicIp: "PublicIp",
      instancePrivateDnsName: "PrivateDnsName",
      instancePublicDnsName: "PublicDnsName",
      instanceAvailabilityZone: "AvailabilityZone",
    }),
    method: (inReading, call) => instanceMethod(inReading, maker.id, worn, call),
    finish: (inReading) => {
      const subnet = open ? opaque : subnetFor(inReading, given, where, maker.callee);
      addImplied(inReading, maker, {
        id: maker.id,
        type: "AWS::EC2::Instance",
        properties: placement(given, subnet, worn ? groupIds(worn, maker.callee) : opaque, open, maker.callee),
        open: true,
      });
    },
  };
  reading.made.set(maker.id, made);
}

/** With a public address asked for or refused, everything is said of a network interface. */
function placement(
  given: ReadonlyMap<string, Located>,
  subnet: Given,
  groups: CodeValue,
  open: boolean,
  at: Located["range"],
): GivenProperties {
  const publicIp = given.get("associatePublicIpAddress");
  const address = given.get("privateIpAddress");
  const count = given.get("ipv6AddressCount");
  const plain = { SourceDestCheck: given.get("sourceDestCheck") };
  if (open) return {};
  if (!publicIp) {
    return { ...plain, SubnetId: subnet, SecurityGroupIds: groups, PrivateIpAddress: address, Ipv6AddressCount: count };
  }
  const networkInterface = {
    AssociatePublicIpAddress: publicIp,
    DeviceIndex: scalar("0"),
    GroupSet: groups,
    SubnetId: subnet,
    PrivateIpAddress: address,
    Ipv6AddressCount: count,
  };
  return { ...plain, NetworkInterfaces: listOf([objectOf(networkInterface, at)], at) };
}

function subnetFor(
  reading: Reading,
  given: ReadonlyMap<string, Located>,
  where: Located | undefined,
  at: Located["range"],
): Given {
  const vpc = madeVpc(reading, given.get("vpc"));
  const selection = readSelection(where?.value);
  if (!vpc || !selection || given.has("availabilityZone")) return opaque;
  const range = where?.range ?? at;
  return { value: firstSubnet(vpc, selection, range), range };
}

/** Undefined where they can't be told. */
function groupsFor(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
  id: string,
): readonly MadeSecurityGroup[] | undefined {
  const group = given.get("securityGroup");
  if (group) return groupsOf(reading, group);
  const passed = {
    vpc: given.get("vpc"),
    allowAllOutbound: given.get("allowAllOutbound"),
    allowAllIpv6Outbound: given.get("allowAllIpv6Outbound"),
  };
  return [makeOwnGroup(reading, maker, id, passed)];
}

/** `instance.addSecurityGroup(group)`, `bastion.allowSshAccessFrom(peer, …)`. */
function instanceMethod(
  reading: Reading,
  id: string,
  worn: MadeSecurityGroup[] | undefined,
  call: MethodCall,
): CodeValue | undefined {
  const { name, node, frame } = call;
  if (frame.repeated || (name !== "addSecurityGroup" && name !== "allowSshAccessFrom")) return undefined;
  const args = node.args.map((arg) => reading.evaluate(arg, frame));
  if (name === "addSecurityGroup") {
    const [first] = args;
    const added = first && frame.guard === undefined ? groupsOf(reading, first) : undefined;
    if (added) worn?.push(...added);
    return opaque;
  }
  const maker = methodMaker(id, call);
  const self: Located = {
    value: { kind: "other-construct", symbol: "ec2.Instance", id },
    range: call.callee.nameRange,
  };
  const description: Located = { value: scalar("SSH access"), range: call.callee.nameRange };
  const port = tcpPort(22, call.callee.nameRange);
  for (const peer of args) allowBetween(reading, peer, self, { port, description, maker });
  return opaque;
}

/** Its instances come from a launch template or configuration, by a feature flag; those aren't said. */
export function makeScalingGroup(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const launchesOwn = !given.has("launchTemplate") && !given.has("mixedInstancesPolicy");
  const groups =
    open || !launchesOwn ? undefined : groupsFor(reading, maker, given, `${maker.id}/InstanceSecurityGroup`);
  const registers: SelfRegistering = { type: "instance", arns: [], port: "of-group" };
  reading.made.set(maker.id, {
    kind: "connectable",
    id: maker.id,
    groups: groups ?? [],
    defaultPort: undefined,
    registers,
    attribute: attributesOf(maker.id, { autoScalingGroupName: "Ref" }),
    finish: (inReading) =>
      addImplied(inReading, maker, {
        id: maker.id,
        type: "AWS::AutoScaling::AutoScalingGroup",
        properties: {
          VPCZoneIdentifier: open
            ? opaque
            : subnetsGiven(inReading, given.get("vpc"), given.get("vpcSubnets"), maker.callee),
          TargetGroupARNs: listOf([...registers.arns, openEnd(maker)], maker.callee),
        },
        open: true,
      }),
  });
}
