/** `ec2.InterfaceVpcEndpoint`, `vpc.addInterfaceEndpoint`. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { argumentOf } from "./call-arguments.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeConnectable, MadeSecurityGroup } from "./made.ts";
import { groupIds, groupsIn, readPeer } from "./peers.ts";
import { type PortRule, tcpPort } from "./ports.ts";
import { subnetList } from "./route-tables.ts";
import { addRule, makeOwnGroup } from "./security-group.ts";
import { optionsOf, readSelection } from "./subnet-selection.ts";
import { attributeOf, call, listOf } from "./values.ts";
import { madeVpc, vpcIdOf } from "./vpc-id.ts";

/** @param open there may be more properties than these */
export function makeInterfaceEndpoint(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
): MadeConnectable {
  const given = optionsOf(entries);
  const { callee: at } = maker;
  const service = serviceOf(reading, given.get("service"), at);
  const groups = groupsFor(reading, maker, given, open);
  const vpc = given.get("vpc");
  if (groups && !open) letVpcIn(reading, maker, groups, given, service.port);
  const dns = given.get("privateDnsEnabled");
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::VPCEndpoint",
    properties: {
      VpcEndpointType: scalar("Interface"),
      VpcId: vpcIdOf(reading, vpc),
      ServiceName: service.name,
      PrivateDnsEnabled: dns ?? (open ? undefined : service.dns),
      SubnetIds: subnetsOf(reading, given),
      SecurityGroupIds: groups ? groupIds(groups, at) : opaque,
    },
    // Statements may be added to its policy.
    open: true,
  });
  const made: MadeConnectable = {
    kind: "connectable",
    id: maker.id,
    groups: groups ?? [],
    defaultPort: service.port,
    attribute: (name, { object, nameRange }) =>
      name === "vpcEndpointId" ? refTo(maker.id, object, nameRange) : undefined,
  };
  reading.made.set(maker.id, made);
  return made;
}

/** Its own group unless others are given; undefined where those can't be told. */
function groupsFor(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
  open: boolean,
): readonly MadeSecurityGroup[] | undefined {
  const list = given.get("securityGroups");
  if (list) {
    const found = groupsIn(reading, list);
    return found && found.length > 0 ? found : undefined;
  }
  if (open) return undefined;
  return [makeOwnGroup(reading, maker, `${maker.id}/SecurityGroup`, { vpc: given.get("vpc") })];
}

/** Everything in the VPC may use it, unless `open: false`. */
function letVpcIn(
  reading: Reading,
  maker: Maker,
  groups: readonly MadeSecurityGroup[],
  given: ReadonlyMap<string, Located>,
  port: PortRule | undefined,
): void {
  const isOpen = given.get("open")?.value;
  if (isOpen && !(isOpen.kind === "scalar" && isOpen.value === true)) return;
  const vpc = madeVpc(reading, given.get("vpc"));
  const block: CodeValue = vpc ? attributeOf(vpc.id, "CidrBlock", maker.callee) : opaque;
  const args = [{ value: block, range: maker.callee }];
  const value = { kind: "made", module: "aws_ec2", name: "Peer.ipv4", args, options: [] } as const;
  const peer = readPeer({ value, range: maker.callee });
  if (!peer || !port) return;
  for (const group of groups) {
    addRule(group, "ingress", [peer, port], { value: opaque, range: maker.callee }, { ...maker, id: group.id });
  }
}

/** One subnet in each zone. */
function subnetsOf(reading: Reading, given: ReadonlyMap<string, Located>): CodeValue | Located {
  const vpc = madeVpc(reading, given.get("vpc"));
  const where = given.get("subnets");
  const selection = readSelection(where?.value);
  const lookUp = given.get("lookupSupportedAzs");
  if (!vpc || !selection || lookUp) return opaque;
  return subnetList(vpc, { ...selection, onePerZone: true }, given.get("vpc")?.range ?? { start: 0, end: 0 });
}

interface Service {
  readonly name: Located;
  readonly port: PortRule | undefined;
  /** Whether private DNS is on unless told. */
  readonly dns: CodeValue;
}

function serviceOf(reading: Reading, given: Located | undefined, at: Located["range"]): Service {
  const range = given?.range ?? at;
  const unknown: Service = { name: { value: opaque, range }, port: undefined, dns: opaque };
  if (given?.value.kind === "made" && given.value.name === "InterfaceVpcEndpointService") {
    const name = argumentOf(given.value, 0, "name");
    const port = argumentOf(given.value, 1, "port");
    const number = port?.value.kind === "scalar" ? Number(port.value.text) : undefined;
    return {
      name: name ?? unknown.name,
      port: port && number === undefined ? undefined : tcpPort(number ?? 443, port?.range ?? range),
      dns: scalar(false),
    };
  }
  const key = given?.value.kind === "library" && /^InterfaceVpcEndpointAwsService\.(\w+)$/.exec(given.value.name)?.[1];
  const service = key ? reading.catalog.endpointService(key) : undefined;
  if (!service) return unknown;
  const [before = "", after] = service.name.split("*");
  const value =
    after === undefined
      ? scalar(before)
      : call("Join", [scalar(""), listOf([scalar(before), refTo("AWS::Region", range), scalar(after)], range)], range);
  return { name: { value, range }, port: tcpPort(service.port, range), dns: scalar(true) };
}
