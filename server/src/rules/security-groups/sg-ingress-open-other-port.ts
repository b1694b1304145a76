import { allGroupUses } from "../../network/group-users.ts";
import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import type { Network, SecurityGroup } from "../../network/model.ts";
import { linkedEntities } from "../basis.ts";
import { transportsOf } from "../load-balancing/protocols.ts";
import { defineRule } from "../rule.ts";
import { listed } from "../wording.ts";
import { portText, ruleId } from "./rule-parts.ts";
import { adminPorts, dataStorePorts, isOnePort } from "./services.ts";
import { groupOf, type OpenRule, openedPorts, openRules } from "./world.ts";

/** What a load balancer for the web may keep open for a listener to come. */
const webPorts: readonly number[] = [80, 443];

/** Attributes with which nobody can add a listener. */
const harmless = [
  "DNSName",
  "CanonicalHostedZoneID",
  "CanonicalHostedZoneName",
  "CanonicalHostedZoneNameID",
  "LoadBalancerFullName",
  "LoadBalancerName",
];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html */
export const sgIngressOpenOtherPort = defineRule({
  id: "sg-ingress-open-other-port",
  group: "security-groups",
  severity: "info",
  topic: "load-balancer",
  messages: {
    port: {
      en: "{id} lets the whole internet ({source}) in on {protocol} port {ports}, but {balancers}, which alone wears {group}, has no listener there ({used}). Take the rule out, or add the listener.",
      ja: "{id} は {protocol} ポート {ports} をインターネット全体 ({source}) に開けているが、{group} を使う唯一の {balancers} にはこのポートのリスナーがない ({used})。ルールを外すか、リスナーを加えること。",
    },
    range: {
      en: "{id} lets the whole internet ({source}) in on {protocol} ports {ports}, but {balancers}, which alone wears {group}, has no listener on any of them ({used}). Take the rule out, or open the ports of listeners only.",
      ja: "{id} は {protocol} ポート {ports} をインターネット全体 ({source}) に開けているが、{group} を使う唯一の {balancers} には、その中のどのポートにもリスナーがない ({used})。ルールを外すか、リスナーのポートだけを開けること。",
    },
  },
  check({ network }, report) {
    for (const open of openRules(network)) {
      const { opening } = open;
      const group = groupOf(open);
      if (!group || opening.kind === "all" || isToldElsewhere(open)) continue;
      const balancers = balancersBehind(network, group);
      const ports = balancers?.flatMap(({ listeners }) => listeners.flatMap(({ port }) => port.known));
      if (!balancers || !ports || ports.length === 0) continue;
      const answers = balancers.some(({ listeners }) =>
        listeners.some(
          (listener) =>
            listener.port.known.some(({ value }) => opening.ports.from <= value && value <= opening.ports.to) &&
            listener.protocol.known.some(({ value }) =>
              (transportsOf(value) ?? [opening.protocol]).some((transport) => transport === opening.protocol),
            ),
        ),
      );
      if (answers) continue;
      const used = [...new Set(ports.map(({ value }) => value))].toSorted((a, b) => a - b);
      report({
        at: open.peer.span,
        message: isOnePort(opening.ports) ? "port" : "range",
        data: {
          id: ruleId(open.reading.rule),
          group: group.id,
          source: open.source,
          protocol: opening.protocol.toUpperCase(),
          ports: portText(opening.ports),
          balancers: listed(balancers.map(({ id }) => id)),
          used: used.join(", "),
        },
        related: balancers.map(({ resource }) => ({
          at: resource.idSpan,
          message: { en: `Listens on ${used.join(", ")}`, ja: `リスナーのポートは ${used.join(", ")}` },
        })),
        because: [...open.because, ...ports.map(({ from }) => ({ from }))],
      });
    }
  },
});

/** Ports with a rule of their own, and those of the web. */
function isToldElsewhere(open: OpenRule): boolean {
  if (open.opening.kind === "all") return true;
  const { from, to } = open.opening.ports;
  return (
    openedPorts(open, adminPorts).length > 0 ||
    openedPorts(open, dataStorePorts).length > 0 ||
    webPorts.some((port) => from <= port && port <= to)
  );
}

/** The load balancers that wear the group, where nobody else does and all their listeners are here and known. */
function balancersBehind(network: Network, group: SecurityGroup): readonly LoadBalancer[] | undefined {
  if (network.isExposed(group.id)) return undefined;
  if (network.listeners.some(({ loadBalancer }) => loadBalancer.unknown.length > 0)) return undefined;
  const wearers = allGroupUses(network).filter(({ groups }) =>
    linkedEntities(groups).some(({ entity }) => entity === group),
  );
  const balancers = wearers.flatMap(({ resource }) =>
    network.loadBalancers.filter((each) => each.resource === resource),
  );
  const isWhole = ({ id, listeners }: LoadBalancer) =>
    !network.isExposed(id, harmless) &&
    listeners.length > 0 &&
    listeners.every(({ port, protocol }) => port.unknown.length === 0 && protocol.unknown.length === 0);
  return balancers.length > 0 &&
    balancers.length === network.usersOf(group.id).filter((user) => !isRule(user.type)).length &&
    balancers.every(isWhole)
    ? balancers
    : undefined;
}

/** Rules name groups without wearing them. */
function isRule(type: string): boolean {
  return (
    type === "AWS::EC2::SecurityGroup" ||
    type === "AWS::EC2::SecurityGroupIngress" ||
    type === "AWS::EC2::SecurityGroupEgress"
  );
}
