import { parseCidr } from "../../base/cidr.ts";
import { propertyFacts, readBoolean } from "../../network/facts.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { textOf } from "../../template/values.ts";
import { existence, waysOfProperty } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-tunnel-vpn.html */
export const clientVpnSplitTunnelDefaultRoute = defineRule({
  id: "client-vpn-split-tunnel-default-route",
  group: "connectivity",
  severity: "warning",
  topic: "client-vpn-split-tunnel",
  messages: {
    everything: {
      en: "{id} sends everything ({destination}) into {endpoint}, which splits the tunnel to keep the rest out of it. AWS advises against the two together, because clients may lose their connection. Remove the route, or switch off SplitTunnel if all traffic is to pass the VPC.",
      ja: "{id} はすべての宛先 ({destination}) を {endpoint} に通すが、{endpoint} は分割トンネルで、それ以外を通さないための設定。この組み合わせは接続が切れる恐れがあり、AWS は避けるよう案内している。ルートを削除するか、全通信を VPC に通すなら SplitTunnel を無効にすること。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const route of resourcesOfType(template, "AWS::EC2::ClientVpnRoute")) {
      for (const destination of waysOfProperty(evaluator, route, "DestinationCidrBlock")) {
        const parsed = parseCidr(textOf(destination.value)?.trim() ?? "");
        if (!parsed.ok || parsed.cidr.prefix !== 0) continue;
        for (const way of waysOfProperty(evaluator, route, "ClientVpnEndpointId")) {
          const endpoint = way.value.kind === "reference" ? template.resources.get(way.value.logicalId) : undefined;
          if (endpoint?.type !== "AWS::EC2::ClientVpnEndpoint") continue;
          const guard = existence(evaluator.conditions, endpoint);
          for (const split of propertyFacts(evaluator, { resource: endpoint, guard }, "SplitTunnel", readBoolean)
            .known) {
            if (!split.value) continue;
            report({
              at: destination.span,
              message: "everything",
              data: { id: route.id, destination: parsed.canonical, endpoint: endpoint.id },
              related: [
                {
                  at: split.span,
                  message: { en: `${endpoint.id} splits the tunnel`, ja: `${endpoint.id} の分割トンネル` },
                },
              ],
              because: [destination, way, split],
              fixes: () => [
                ...removalOf(network, route),
                ...(split.from.length > 0
                  ? []
                  : [
                      {
                        title: {
                          en: `Send all traffic of clients through ${endpoint.id}`,
                          ja: `クライアントの全通信を ${endpoint.id} に通す`,
                        },
                        edits: [{ kind: "replace-value" as const, span: split.span, value: false }],
                      },
                    ]),
              ],
            });
          }
        }
      }
    }
  },
});
