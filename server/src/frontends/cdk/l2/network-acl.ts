/** `ec2.NetworkAcl`, its entries and the subnets that it is for. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import { type Reading, uniqueId } from "../reading.ts";
import { attributesOf, madeOf, refGiven } from "./attributes.ts";
import { argumentOf, staticCall } from "./call-arguments.ts";
import { enumText } from "./enums.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MethodCall } from "./made.ts";
import { childOf, methodMaker } from "./options.ts";
import { guardedSubnets } from "./route-tables.ts";
import { optionsOf, readSelection } from "./subnet-selection.ts";
import { type Given, type GivenProperties, objectOf } from "./values.ts";
import { madeVpc, vpcIdOf } from "./vpc-id.ts";

export function makeNetworkAcl(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  const vpc = given.get("vpc");
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::NetworkAcl",
    properties: { VpcId: vpcIdOf(reading, vpc) },
    open,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { networkAclId: "Ref" }),
    method: (inReading, call) => aclMethod(inReading, maker.id, vpc, call),
  });
  const where = given.get("subnetSelection");
  if (where) associate(reading, maker, { acl: maker.id, vpc, where, name: "DefaultAssociation" });
}

function aclMethod(reading: Reading, acl: string, vpc: Located | undefined, call: MethodCall): CodeValue | undefined {
  const { name, node, frame } = call;
  if (frame.repeated) return undefined;
  if (name === "addEntry") {
    const made = childOf(reading, acl, call);
    const self: Located = { value: refTo(acl, call.callee.object), range: call.callee.object };
    addEntry(reading, made, self, made.options, made.open);
    return opaque;
  }
  if (name !== "associateWithSubnet") return undefined;
  const { name: id, entries, open } = childOf(reading, acl, call);
  const where: Located = { value: { kind: "object", entries, open }, range: node };
  associate(reading, methodMaker(acl, call), { acl, vpc, where, name: id });
  return opaque;
}

interface Association {
  readonly acl: string;
  readonly vpc: Located | undefined;
  readonly where: Located;
  readonly name: string;
}

function associate(reading: Reading, maker: Maker, { acl, vpc, where, name }: Association): void {
  const made = madeVpc(reading, vpc);
  const selection = readSelection(where.value);
  const subnets = made && selection ? guardedSubnets(reading, made, selection, maker) : undefined;
  for (const { id, guard } of subnets ?? []) {
    const subnet: Located = { value: refTo(id, where.range), range: where.range };
    addAssociation(
      reading,
      { ...maker, guard },
      `${acl}/${name}/${id}`,
      { value: refTo(acl, maker.callee), range: maker.callee },
      subnet,
    );
  }
}

function addAssociation(reading: Reading, maker: Maker, id: string, acl: Given, subnet: Given): void {
  addImplied(reading, maker, {
    id,
    type: "AWS::EC2::SubnetNetworkAclAssociation",
    properties: { NetworkAclId: acl, SubnetId: subnet },
  });
}

/** `new ec2.NetworkAclEntry(this, "Web", { networkAcl, … })`. */
export function makeNetworkAclEntry(
  reading: Reading,
  maker: Maker,
  entries: readonly CodeEntry[],
  open: boolean,
): void {
  const given = optionsOf(entries);
  addEntry(reading, maker, refGiven(reading, given.get("networkAcl")) ?? opaque, given, open);
}

/** `new ec2.SubnetNetworkAclAssociation(this, "Web", { networkAcl, subnet })`. */
export function makeAclAssociation(reading: Reading, maker: Maker, entries: readonly CodeEntry[]): void {
  const given = optionsOf(entries);
  const acl = refGiven(reading, given.get("networkAcl")) ?? opaque;
  addAssociation(reading, maker, maker.id, acl, refGiven(reading, given.get("subnet")) ?? opaque);
}

/** `subnet.associateNetworkAcl("Web", acl)`. */
export function associateSubnet(reading: Reading, subnet: string, call: MethodCall): CodeValue {
  const [name, acl] = call.node.args.map((arg) => reading.evaluate(arg, call.frame));
  const made = madeOf(reading, acl);
  if (!name || call.frame.repeated || made?.kind !== "other") return opaque;
  const text = name.value.kind === "scalar" ? name.value.text : "?";
  const maker = methodMaker(subnet, call);
  const ownId = uniqueId(reading, `${made.id}/${text}/${subnet}`, "");
  addAssociation(reading, maker, ownId, refGiven(reading, acl), refTo(subnet, call.callee.object));
  return opaque;
}

function addEntry(
  reading: Reading,
  maker: Maker,
  acl: CodeValue | Located,
  given: ReadonlyMap<string, Located>,
  open: boolean,
): void {
  const traffic = trafficOf(given.get("traffic"));
  const block = blockOf(given.get("cidr"));
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::NetworkAclEntry",
    properties: {
      NetworkAclId: acl,
      RuleNumber: given.get("ruleNumber"),
      ...traffic,
      ...block,
      Egress: egress(given.get("direction")),
      RuleAction: open && !given.has("ruleAction") ? opaque : action(given.get("ruleAction")),
    },
    open: open || !traffic || !block,
  });
}

function action(given: Located | undefined): Given {
  return enumText(given, "Action", { ALLOW: "allow", DENY: "deny" }, "allow");
}

function egress(given: Located | undefined): Given {
  const text = enumText(given, "TrafficDirection", { EGRESS: "true", INGRESS: "false" });
  if (!text || "kind" in text || text.value.kind !== "scalar") return text;
  return { value: scalar(text.value.text === "true"), range: text.range };
}

/** `ec2.AclCidr`; undefined where it can't be told. */
function blockOf(given: Located | undefined): GivenProperties | undefined {
  const { method, made } = staticCall(given, "AclCidr") ?? {};
  const at = (text: string): Given => given && { value: scalar(text), range: given.range };
  switch (method) {
    case "anyIpv4":
      return { CidrBlock: at("0.0.0.0/0") };
    case "anyIpv6":
      return { Ipv6CidrBlock: at("::/0") };
    case "ipv4":
      return { CidrBlock: (made && argumentOf(made, 0, "ipv4Cidr")) ?? opaque };
    case "ipv6":
      return { Ipv6CidrBlock: (made && argumentOf(made, 0, "ipv6Cidr")) ?? opaque };
    default:
      return undefined;
  }
}

/** `ec2.AclTraffic`: the protocol's number and its ports; undefined where they can't be told. */
function trafficOf(given: Located | undefined): GivenProperties | undefined {
  const { method, made } = staticCall(given, "AclTraffic") ?? {};
  if (!given) return undefined;
  const { range } = given;
  const argument = (index: number, name: string): CodeValue | Located =>
    (made && argumentOf(made, index, name)) ?? opaque;
  const numbered = (protocol: number, more: GivenProperties = {}): GivenProperties => ({
    Protocol: { value: scalar(protocol), range },
    ...more,
  });
  switch (method) {
    case "allTraffic":
      return numbered(-1);
    case "tcpPort":
    case "udpPort": {
      const port = argument(0, "port");
      return numbered(method === "tcpPort" ? 6 : 17, { PortRange: objectOf({ From: port, To: port }, range) });
    }
    case "tcpPortRange":
    case "udpPortRange": {
      const ends = { From: argument(0, "startPort"), To: argument(1, "endPort") };
      return numbered(method === "tcpPortRange" ? 6 : 17, { PortRange: objectOf(ends, range) });
    }
    case "icmp":
    case "icmpv6": {
      const options = optionsOf(made?.options ?? []);
      const icmp = { Code: options.get("code") ?? opaque, Type: options.get("type") ?? opaque };
      return numbered(method === "icmp" ? 1 : 58, { Icmp: objectOf(icmp, range) });
    }
    default:
      return undefined;
  }
}
