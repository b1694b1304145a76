import { defineRule, type Fix } from "../rule.ts";
import { ruleFix, ruleId } from "./rule-parts.ts";
import { groupOf, guardsLoadBalancersOnly, narrowed, type OpenRule, openRules, openSeverity } from "./world.ts";

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
        fixes: () => [...httpsOnly(open), ...narrowed(network, open)],
      });
    }
  },
});

function httpsOnly({ reading: { rule }, half }: OpenRule): readonly Fix[] {
  if (half) return [];
  return ruleFix(
    rule,
    { IpProtocol: "tcp", FromPort: 443, ToPort: 443 },
    { en: "Open TCP port 443 (HTTPS) only", ja: "TCP ポート 443 (HTTPS) だけを開ける" },
  );
}
