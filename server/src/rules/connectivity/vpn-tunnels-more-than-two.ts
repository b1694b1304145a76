import { propertyOf } from "../../template/expression.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import { canHold, type Given, waysOfProperty } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { waysIn } from "../ways-at.ts";

const property = "VpnTunnelOptionsSpecifications";

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html */
export const vpnTunnelsMoreThanTwo = defineRule({
  id: "vpn-tunnels-more-than-two",
  group: "connectivity",
  // AWS says that there are two tunnels, not what becomes of settings for a third.
  severity: "warning",
  topic: "site-to-site-vpn",
  messages: {
    surplus: {
      en: "{id} has settings for more than two tunnels, but a VPN connection has two. These belong to none. Remove them, or make another connection for more tunnels.",
      ja: "{id} に 3 本目以降のトンネルの設定がある。VPN 接続のトンネルは 2 本で、この設定に対応するトンネルはない。削除するか、トンネルを増やすなら VPN 接続を追加すること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::VPNConnection")) {
      for (const list of waysOfProperty(evaluator, resource, property)) {
        const together: Given[] = [];
        for (const tunnel of waysIn(evaluator, list, ["*"])) {
          if (!canHold(evaluator.conditions, ...[...together, tunnel].map(({ guard }) => guard))) continue;
          together.push(tunnel);
          if (together.length <= 2) continue;
          report({
            at: tunnel.span,
            message: "surplus",
            data: { id: resource.id },
            because: together,
            fixes: () => remove(resource, tunnel),
          });
        }
      }
    }
  },
});

function remove({ id, properties }: Resource, { span }: Given): readonly Fix[] {
  const list = propertyOf(properties, property)?.value;
  const index = list?.kind === "list" ? list.items.findIndex((item) => item.span.start === span.start) : -1;
  if (index < 0) return [];
  return [
    {
      title: { en: "Remove these settings", ja: "この設定を削除する" },
      edits: [{ kind: "remove-property", resource: id, path: [property, index] }],
    },
  ];
}
