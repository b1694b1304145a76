import type { Network, SecurityGroup } from "../../network/model.ts";
import { linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { ruleFix, ruleId } from "./rule-parts.ts";
import { groupOf, guardsLoadBalancersOnly, narrowed, type OpenRule, openRules, openSeverity } from "./world.ts";

const https = 443;

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const sgIngressOpenAll = defineRule({
  id: "sg-ingress-open-all",
  group: "security-groups",
  severity: "warning",
  topic: "elastic-network-interface",
  messages: {
    everything: {
      en: "{id} lets the whole internet ({source}) in on every port of every protocol, so nothing is filtered at all. Open the ports that are meant for everybody, as a rule TCP 443.",
      ja: "{id} は全プロトコルの全ポートをインターネット全体 ({source}) に開けていて、何も絞られていない。公開するポートだけ (多くは TCP 443) を開けること。",
    },
    ports: {
      en: "{id} lets the whole internet ({source}) in on all {protocol} ports, those for SSH and databases included. Open the ports that are meant for everybody, as a rule TCP 443.",
      ja: "{id} は {protocol} の全ポートをインターネット全体 ({source}) に開けていて、SSH やデータベースのポートも含まれる。公開するポートだけ (多くは TCP 443) を開けること。",
    },
  },
  check({ network }, report) {
    for (const open of openRules(network)) {
      if (open.opening.kind !== "all") continue;
      const { rule, protocol = "" } = open.reading;
      const group = groupOf(open);
      // A load balancer listens on the ports of its listeners alone.
      const isHarmless = group !== undefined && guardsLoadBalancersOnly(network, group);
      report({
        at: open.peer.span,
        message: protocol === "-1" ? "everything" : "ports",
        data: { id: ruleId(rule), source: open.source, protocol: protocol.toUpperCase() },
        severity: isHarmless ? "info" : openSeverity(open),
        related: open.half?.peer
          ? [{ at: open.half.peer.span, message: { en: "The other half", ja: "残りの半分" } }]
          : [],
        because: open.because,
        fixes: () => [...onePortOnly(network, open), ...narrowed(network, open)],
      });
    }
  },
});

/** The port on which load balancers of the group listen, else that of HTTPS; several do not fit into one rule. */
function onePortOnly(network: Network, open: OpenRule): readonly Fix[] {
  const { rule } = open.reading;
  const group = groupOf(open);
  const [port = https, ...more] = group ? listenerPorts(network, group) : [];
  if (open.half || more.length > 0) return [];
  const name = port === https ? `${port} (HTTPS)` : port;
  return ruleFix(
    rule,
    { IpProtocol: "tcp", FromPort: port, ToPort: port },
    { en: `Open TCP port ${name} only`, ja: `TCP ポート ${name} だけを開ける` },
  );
}

/** The ports of the listeners of all load balancers that wear the group, each once. */
function listenerPorts({ listeners }: Network, group: SecurityGroup): readonly number[] {
  const ofGroup = listeners.filter(({ loadBalancer }) =>
    linkedEntities(loadBalancer).some(({ entity }) =>
      linkedEntities(entity.securityGroups).some((worn) => worn.entity === group),
    ),
  );
  return [...new Set(ofGroup.flatMap(({ port }) => port.known.map(({ value }) => value)))];
}
