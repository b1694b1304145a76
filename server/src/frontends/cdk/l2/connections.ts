/** `addIngressRule`, `addEgressRule` and the methods of `connections`. */
import type { Call, Member } from "../../../syntax/code/ast.ts";
import type { Located } from "../code-value.ts";
import { camelCase } from "../names.ts";
import type { Frame, Reading } from "../reading.ts";
import { argumentsByName } from "./call-arguments.ts";
import type { Maker } from "./implied.ts";
import type { MadeSecurityGroup } from "./made.ts";
import { anyIpv4, groupsOf, type Peer, peerOfGroup, readPeer } from "./peers.ts";
import { type PortRule, readPort } from "./ports.ts";
import { addRule } from "./security-group.ts";

/** The parameters of the methods that make rules. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  addIngressRule: ["peer", "connection", "description"],
  addEgressRule: ["peer", "connection", "description"],
  allowFrom: ["other", "portRange", "description"],
  allowTo: ["other", "portRange", "description"],
  allowInternally: ["portRange", "description"],
  allowFromAnyIpv4: ["portRange", "description"],
  allowToAnyIpv4: ["portRange", "description"],
  allowDefaultPortFrom: ["other", "description"],
  allowDefaultPortTo: ["other", "description"],
  allowDefaultPortInternally: ["description"],
  allowDefaultPortFromAnyIpv4: ["description"],
  allowToDefaultPort: ["other", "description"],
};

/** One side of a connection: the groups whose rules are changed, and what stands for it in the rules of the other. */
interface Side {
  readonly groups: readonly MadeSecurityGroup[];
  readonly peers: readonly Peer[];
}

/** Whether the method is one of those; then its rules are added, as far as they can be told. */
export function connect(reading: Reading, owner: Located, callee: Member, node: Call, frame: Frame): boolean {
  const name = camelCase(callee.name);
  const names = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const self = sideOf(reading, owner);
  if (!names || !self) return false;
  const given = argumentsByName(reading, node, frame, names);
  const other = given.get("other") ?? given.get("peer");
  const portAt = given.get("portRange") ?? given.get("connection");
  const port = portAt ? readPort(portAt) : defaultPort(reading, name === "allowToDefaultPort" && other ? other : owner);
  if (!port || node.broken) return true;
  const [group] = self.groups;
  const maker: Maker = {
    id: group?.id ?? "",
    idRange: callee.nameRange,
    callee: callee.nameRange,
    range: node,
    guard: frame.guard,
  };
  const rule: Connection = { port, description: given.get("description"), maker };
  const anywhere: Side = { groups: [], peers: [anyIpv4(callee.nameRange)] };
  if (/FromAnyIpv4$/.test(name)) allow(anywhere, self, rule);
  else if (/ToAnyIpv4$/.test(name)) allow(self, anywhere, rule);
  else if (/Internally$/.test(name)) allow(self, self, rule);
  else connectTo(name, self, other && sideOf(reading, other), rule);
  return true;
}

function connectTo(name: string, self: Side, other: Side | undefined, rule: Connection): void {
  if (!other) return;
  if (name === "addIngressRule") allow({ ...other, groups: [] }, self, rule);
  else if (name === "addEgressRule") allow(self, { ...other, groups: [] }, rule);
  else if (/From$/.test(name)) allow(other, self, rule);
  else allow(self, other, rule);
}

export interface Connection {
  readonly port: PortRule;
  readonly description: Located | undefined;
  readonly maker: Maker;
}

/** Traffic from one side to the other, in the rules of both. */
function allow(from: Side, to: Side, { port, description, maker }: Connection): void {
  for (const group of to.groups) {
    for (const peer of from.peers) addRule(group, "ingress", [peer, port], description, { ...maker, id: group.id });
  }
  for (const group of from.groups) {
    for (const peer of to.peers) addRule(group, "egress", [peer, port], description, { ...maker, id: group.id });
  }
}

/** As `connections.allowTo` does: traffic from one thing to another, as far as their groups are known. */
export function allowBetween(reading: Reading, from: Located, to: Located, connection: Connection): void {
  const sides = [sideOf(reading, from), sideOf(reading, to)] as const;
  if (sides[0] && sides[1]) allow(sides[0], sides[1], connection);
}

function sideOf(reading: Reading, located: Located): Side | undefined {
  const groups = groupsOf(reading, located);
  if (groups) return { groups, peers: groups.map((group) => peerOfGroup(group, located.range)) };
  const peer = readPeer(located);
  return peer && { groups: [], peers: [peer] };
}

function defaultPort(reading: Reading, { value }: Located): PortRule | undefined {
  const made = value.kind === "other-construct" ? reading.made.get(value.id) : undefined;
  return made?.kind === "connectable" ? made.defaultPort : undefined;
}
