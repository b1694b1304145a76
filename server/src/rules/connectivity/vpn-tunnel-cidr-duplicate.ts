import { type Family, formatCidr } from "../../base/cidr.ts";
import { insideAddresses, insideFault } from "../../network/tunnel-options.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { canHold, type Given, waysOfProperty } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { identityOf } from "../same-value.ts";
import { freeInsideBlock, insideProperties, type TunnelBlock, tunnelBlocks } from "./tunnel-blocks.ts";

/** A tunnel's block on one of the gateways that its connection may end at. */
interface Placed {
  readonly tunnel: TunnelBlock;
  readonly gateway: Given | undefined;
}

/**
 * Documented as unique for IPv4 on a virtual private gateway and for IPv6 on a transit gateway.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpnconnection-vpntunneloptionsspecification.html
 */
export const vpnTunnelCidrDuplicate = defineRule({
  id: "vpn-tunnel-cidr-duplicate",
  group: "connectivity",
  severity: "error",
  topic: "site-to-site-vpn",
  messages: {
    refused: {
      en: "{id} gives a tunnel {cidr}, which {other} has on the same gateway. Each tunnel of the gateway needs inside addresses of its own, so CloudFormation will fail. Take another /{prefix}, such as {free}.",
      ja: "{id} のトンネルの {cidr} は、同じゲートウェイの{other}で使われている。トンネル内のアドレスはゲートウェイの中で重複できず、作成は失敗する。{free} など別の /{prefix} にすること。",
    },
    ambiguous: {
      en: "{id} gives a tunnel {cidr}, which {other} has on the same gateway. BGP neighbours in the tunnels then have the same addresses. Take another /{prefix}, such as {free}.",
      ja: "{id} のトンネルの {cidr} は、同じゲートウェイの{other}で使われている。トンネル内の BGP の相手同士が同じアドレスになるため、{free} など別の /{prefix} にすること。",
    },
  },
  check({ template, evaluator }, report) {
    const { conditions } = evaluator;
    for (const { name, family } of insideProperties) {
      const byPlace = new Map<string, Placed[]>();
      for (const tunnel of tunnelBlocks(evaluator, name)) {
        if (insideFault(tunnel.cidr, family)) continue;
        for (const { key, gateway, isUnique } of gatewaysOf(evaluator, tunnel.connection, family)) {
          const place = `${key} ${formatCidr(tunnel.cidr)}`;
          const before = byPlace.get(place) ?? [];
          const first = before.find((each) => canHold(conditions, ...guardsOf(each), ...guardsOf({ tunnel, gateway })));
          byPlace.set(place, [...before, { tunnel, gateway }]);
          if (!first) continue;
          const free = freeInsideBlock(evaluator, tunnel.cidr, family);
          if (!free) continue;
          const other = first.tunnel.connection.id;
          const isOwn = other === tunnel.connection.id;
          report({
            at: tunnel.way.span,
            message: isUnique ? "refused" : "ambiguous",
            severity: isUnique ? undefined : "warning",
            data: {
              id: tunnel.connection.id,
              cidr: formatCidr(tunnel.cidr),
              other: isOwn
                ? { en: "its other tunnel", ja: "もう 1 本のトンネル" }
                : { en: `a tunnel of ${other}`, ja: ` ${other} のトンネル` },
              prefix: insideAddresses[family].prefix,
              free: formatCidr(free),
            },
            related: [{ at: first.tunnel.way.span, message: { en: "The same block", ja: "同じブロック" } }],
            because: [
              tunnel.way,
              first.tunnel.way,
              ...(gateway ? [gateway] : []),
              ...(first.gateway ? [first.gateway] : []),
            ],
            fixes: () => {
              const { span, from } = tunnel.way;
              return rewriteValue(template, { text: tunnel.text, span, from }, formatCidr(free), {
                en: `Give the tunnel ${formatCidr(free)}`,
                ja: `トンネルを ${formatCidr(free)} にする`,
              });
            },
          });
        }
      }
    }
  },
});

function guardsOf({ tunnel, gateway }: Placed): readonly Given["guard"][] {
  return gateway ? [tunnel.way.guard, gateway.guard] : [tunnel.way.guard];
}

/** The gateways by a key that is equal for the same one; the connection itself where none can be told. */
function gatewaysOf(evaluator: Evaluator, connection: Resource, family: Family) {
  const found = (["VpnGatewayId", "TransitGatewayId"] as const).flatMap((property) =>
    waysOfProperty(evaluator, connection, property).flatMap((gateway) => {
      const key = identityOf(gateway.value);
      const isUnique = (property === "VpnGatewayId") === (family === 4);
      return key === undefined ? [] : [{ key: `${property} ${key}`, gateway, isUnique }];
    }),
  );
  return found.length > 0 ? found : [{ key: `connection ${connection.id}`, gateway: undefined, isUnique: false }];
}
