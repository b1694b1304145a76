import { defineRule } from "../rule.ts";
import { listed } from "../wording.ts";
import { portText, ruleId } from "./rule-parts.ts";
import { adminPorts, dataStorePorts, isOnePort } from "./services.ts";
import { narrowed, openedPorts, openRules, openSeverity, toGroups } from "./world.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const sgIngressOpenDatastorePort = defineRule({
  id: "sg-ingress-open-datastore-port",
  group: "security-groups",
  severity: "warning",
  topic: "elastic-network-interface",
  messages: {
    port: {
      en: "{id} lets the whole internet ({source}) in on {service}. Data stores are for applications: name the security group of those that use it as the source.",
      ja: "{id} は {service} をインターネット全体 ({source}) に開けている。データストアに接続するのはアプリケーションだけのはずで、そのセキュリティグループを送信元にすること。",
    },
    range: {
      en: "{id} lets the whole internet ({source}) in on ports {ports}, among them {service}. Open the ports that are needed, and data stores to the security groups of applications only.",
      ja: "{id} はポート {ports} をインターネット全体 ({source}) に開けていて、{service} も含まれる。必要なポートだけを開け、データストアはアプリケーションのセキュリティグループに絞ること。",
    },
  },
  check({ network }, report) {
    for (const open of openRules(network)) {
      const ports = openedPorts(open, dataStorePorts);
      // A range with ports of both kinds is one defect, told with the graver kind.
      if (ports.length === 0 || openedPorts(open, adminPorts).length > 0 || open.opening.kind === "all") continue;
      report({
        at: open.peer.span,
        message: isOnePort(open.opening.ports) ? "port" : "range",
        data: {
          id: ruleId(open.reading.rule),
          source: open.source,
          ports: portText(open.opening.ports),
          service: listed(ports.map(([port, name]) => `${name} (${port})`)),
        },
        severity: openSeverity(open),
        related: open.half?.peer
          ? [{ at: open.half.peer.span, message: { en: "The other half", ja: "残りの半分" } }]
          : [],
        because: open.because,
        fixes: () => [...toGroups(network, open), ...narrowed(network, open)],
      });
    }
  },
});
