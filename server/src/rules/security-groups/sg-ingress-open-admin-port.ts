import { defineRule } from "../rule.ts";
import { listed } from "../wording.ts";
import { portText, ruleId } from "./rule-parts.ts";
import { adminPorts, isOnePort } from "./services.ts";
import { narrowed, openedPorts, openRules, openSeverity } from "./world.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const sgIngressOpenAdminPort = defineRule({
  id: "sg-ingress-open-admin-port",
  group: "security-groups",
  severity: "warning",
  topic: "elastic-network-interface",
  messages: {
    port: {
      en: "{id} lets the whole internet ({source}) in on {service}. Such ports are tried day and night. Let in the addresses of those who administer it only, or use Session Manager, which needs no inbound port.",
      ja: "{id} は {service} をインターネット全体 ({source}) に開けている。この種のポートは絶えず試される。管理者のアドレスだけに絞るか、受信ポートを開けずに済む Session Manager を使うこと。",
    },
    range: {
      en: "{id} lets the whole internet ({source}) in on ports {ports}, among them {service}. Open the ports that are needed, and administer from known addresses only.",
      ja: "{id} はポート {ports} をインターネット全体 ({source}) に開けていて、{service} も含まれる。必要なポートだけを開け、管理用のポートは決まったアドレスに絞ること。",
    },
  },
  check({ network }, report) {
    for (const open of openRules(network)) {
      const ports = openedPorts(open, adminPorts);
      if (ports.length === 0 || open.opening.kind === "all") continue;
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
        fixes: () => narrowed(network, open),
      });
    }
  },
});
