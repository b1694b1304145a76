/**
 * `elbv2.ApplicationLoadBalancer`, `NetworkLoadBalancer` and their listeners: subnets, scheme, and the group that a
 * listener opens. Targets aren't read.
 */
import type { Call, Member } from "../../../syntax/code/ast.ts";
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import { camelCase } from "../names.ts";
import { entry, type Frame, type Reading, uniqueId } from "../reading.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeConnectable, MadeSecurityGroup } from "./made.ts";
import { idAndOptions } from "./options.ts";
import { groupsOf, readPeer } from "./peers.ts";
import { type PortRule, tcpPort } from "./ports.ts";
import { subnetList } from "./route-tables.ts";
import { addRule, makeSecurityGroup } from "./security-group.ts";
import { optionsOf, readSelection } from "./subnet-selection.ts";
import { attributeOf, listOf } from "./values.ts";
import { madeVpc } from "./vpc-id.ts";

/** @param open there may be more properties than these */
export function makeLoadBalancer(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
  type: "application" | "network",
): void {
  const given = optionsOf(entries);
  const at = maker.callee;
  const facing = given.get("internetFacing");
  const isFacing = facing ? plainBoolean(facing) : open ? undefined : false;
  const groups = type === "application" && !open ? groupsFor(reading, maker, given) : undefined;
  const scheme = isFacing === undefined ? opaque : scalar(isFacing ? "internet-facing" : "internal");
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    properties: {
      Type: scalar(type),
      Scheme: facing ? { value: scheme, range: facing.range } : scheme,
      Subnets: given.has("subnetMappings") || open ? opaque : subnetsOf(reading, given, isFacing, at),
      SecurityGroups:
        type === "network"
          ? opaque
          : groups
            ? listOf(
                groups.map(({ id }) => attributeOf(id, "GroupId", at)),
                at,
              )
            : opaque,
      IpAddressType: given.has("ipAddressType") ? opaque : undefined,
    },
    open: true,
  });
  reading.made.set(maker.id, {
    kind: "connectable",
    id: maker.id,
    groups: groups ?? [],
    defaultPort: undefined,
    balancer: type,
    attribute: (name, { object, nameRange }) => {
      if (name === "loadBalancerArn") return refTo(maker.id, object, nameRange);
      return name === "loadBalancerDnsName" ? attributeOf(maker.id, "DNSName", nameRange) : undefined;
    },
  });
}

function plainBoolean({ value }: Located): boolean | undefined {
  return value.kind === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
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

/** The given group, or one of its own; what that lets out depends on the targets. */
function groupsFor(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
): readonly MadeSecurityGroup[] | undefined {
  const group = given.get("securityGroup");
  if (group) return groupsOf(reading, group);
  const at = maker.callee;
  const vpc = given.get("vpc");
  const properties = [
    ...(vpc ? [entry("vpc", at, vpc, at)] : []),
    entry("allowAllOutbound", at, { value: scalar(false), range: at }, at),
  ];
  const own = makeSecurityGroup(reading, { ...maker, id: `${maker.id}/SecurityGroup` }, properties, false);
  own.outbound.push({ guard: maker.guard, range: at });
  return [own];
}

/** `balancer.addListener("Web", { port: 80 })`; undefined for other methods. */
export function balancerMethod(
  reading: Reading,
  balancer: MadeConnectable,
  callee: Member,
  node: Call,
  frame: Frame,
): CodeValue | undefined {
  if (camelCase(callee.name) !== "addListener") return undefined;
  const given = idAndOptions(reading, node, frame);
  const id = uniqueId(reading, `${balancer.id}/${given.name}`, "");
  const maker: Maker = { id, idRange: given.idRange, callee: callee.nameRange, range: node, guard: frame.guard };
  makeListener(reading, maker, balancer, given.options, given.open);
  return { kind: "other-construct", symbol: "elbv2.ApplicationListener", id };
}

/** @param options by TypeScript's names */
export function makeListener(
  reading: Reading,
  maker: Maker,
  balancer: MadeConnectable,
  options: ReadonlyMap<string, Located>,
  open: boolean,
): void {
  const { port, protocol } = endsOf(balancer, options);
  const number = port?.value.kind === "scalar" ? Number(port.value.text) : undefined;
  const rule: PortRule | undefined = port && number !== undefined ? tcpPort(number, port.range) : undefined;
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::ElasticLoadBalancingV2::Listener",
    properties: {
      LoadBalancerArn: refTo(balancer.id, maker.callee),
      Port: port ?? opaque,
      Protocol: protocol,
      DefaultActions: opaque,
    },
    open: true,
  });
  const isOpen = options.has("open") ? options.get("open") : { value: scalar(true), range: maker.callee };
  if (rule && !open && isOpen && plainBoolean(isOpen) === true) letEveryoneIn(balancer, rule, maker, number);
  reading.made.set(maker.id, {
    kind: "connectable",
    id: maker.id,
    groups: balancer.groups,
    defaultPort: rule,
    attribute: (name, { object, nameRange }) =>
      name === "listenerArn" ? refTo(maker.id, object, nameRange) : undefined,
  });
}

function letEveryoneIn({ groups }: MadeConnectable, rule: PortRule, maker: Maker, port: number | undefined): void {
  const value = { kind: "made", module: "aws_ec2", name: "Peer.anyIpv4", args: [], options: [] } as const;
  const peer = readPeer({ value, range: maker.callee });
  const description: Located = { value: scalar(`Allow from anyone on port ${port}`), range: maker.callee };
  if (!peer) return;
  for (const group of groups) addRule(group, "ingress", [peer, rule], description, { ...maker, id: group.id });
}

const usualPorts: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443 };
const usualProtocols: Readonly<Record<string, string>> = {
  80: "HTTP",
  8000: "HTTP",
  8008: "HTTP",
  8080: "HTTP",
  443: "HTTPS",
  8443: "HTTPS",
};

/** One of the two follows from the other, for application load balancers. */
function endsOf(
  { balancer }: MadeConnectable,
  options: ReadonlyMap<string, Located>,
): { readonly port: Located | undefined; readonly protocol: CodeValue | Located } {
  const port = options.get("port");
  const given = options.get("protocol");
  const name = given?.value.kind === "library" ? /Protocol\.(\w+)$/.exec(given.value.name)?.[1] : undefined;
  const isApplication = balancer === "application";
  if (given) {
    const number = name !== undefined && isApplication ? usualPorts[name] : undefined;
    return {
      port: port ?? (number === undefined ? undefined : { value: scalar(number), range: given.range }),
      protocol: { value: name === undefined ? opaque : scalar(name), range: given.range },
    };
  }
  const usual = isApplication && port?.value.kind === "scalar" ? usualProtocols[port.value.text] : undefined;
  return { port, protocol: usual === undefined ? opaque : scalar(usual) };
}
