import type { Gateway, Network, Vpc } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { linkedEntities } from "../basis.ts";
import { attachedInternetGateway } from "../gateways/internet-gateways.ts";
import { defineRule } from "../rule.ts";
import { listed } from "../wording.ts";
import { waitFor } from "./route-choices.ts";
import { placesOf } from "./route-parts.ts";

const attachable: ReadonlySet<Gateway["kind"]> = new Set([
  "internet-gateway",
  "vpn-gateway",
  "egress-only-internet-gateway",
]);

/** "belong to different networks": https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html */
export const routeIgwOfOtherVpc = defineRule({
  id: "route-igw-of-other-vpc",
  group: "routing",
  severity: "error",
  topic: "internet-gateway",
  messages: {
    other: {
      en: "{id} is in {table} of {vpc} but leads to {gateway}, which is attached to {others}. A route can only lead to a gateway of its own VPC, so EC2 will refuse it. Name the gateway of {vpc}.",
      ja: "{id} は {vpc} のルートテーブル {table} にあるが、向け先の {gateway} がアタッチされているのは {others}。ルートを向けられるのは同じ VPC のゲートウェイだけで、EC2 は作成を拒否する。{vpc} のゲートウェイを指定すること。",
    },
  },
  check({ network }, report) {
    for (const route of network.routes) {
      for (const target of route.targets.known) {
        const { link } = target.value;
        const gateway = link.kind === "entity" ? network.gateways.find((each) => each === link.entity) : undefined;
        const homes = gateway && attachable.has(gateway.kind) ? homesOf(network, gateway) : undefined;
        if (!gateway || !homes || homes.length === 0) continue;
        for (const { table, vpc, because } of placesOf(route)) {
          if (homes.includes(vpc)) continue;
          report({
            at: target.span,
            message: "other",
            data: {
              id: route.id,
              table: table.id,
              vpc: vpc.id,
              gateway: gateway.id,
              others: listed(homes.map(({ id }) => id)),
            },
            related: gateway.attachments.map(({ resource }) => ({
              at: resource.idSpan,
              message: { en: "Attached here", ja: "アタッチはここ" },
            })),
            because: [route, target, gateway, ...because],
            fixes: () => {
              const own = gateway.kind === "internet-gateway" ? attachedInternetGateway(network, vpc) : undefined;
              if (!own) return [];
              return [
                {
                  title: {
                    en: `Lead ${route.id} to ${own.gateway.id}`,
                    ja: `${route.id} を ${own.gateway.id} に向ける`,
                  },
                  edits: [
                    { kind: "replace-value", span: target.span, value: refTo(own.gateway.id) },
                    ...waitFor(network, route.resource, own.attachment.id),
                  ],
                  preferred: true,
                },
              ];
            },
          });
        }
      }
    }
  },
});

/** The VPCs that the gateway may be attached to; undefined where others may attach it, or to what nobody knows. */
function homesOf(network: Network, { exposed, attachments }: Gateway): readonly Vpc[] | undefined {
  if (exposed || network.evaluator.template.open) return undefined;
  const isKnown = attachments.every(
    ({ vpc }) => vpc.unknown.length === 0 && vpc.known.every(({ value }) => value.kind === "entity"),
  );
  // An attachment whose gateway nobody knows may be this one's.
  const isPlaced = network.attachments.every(
    ({ internetGateway, vpnGateway }) => internetGateway.unknown.length + vpnGateway.unknown.length === 0,
  );
  if (!isKnown || !isPlaced) return undefined;
  return [...new Set(attachments.flatMap(({ vpc }) => linkedEntities(vpc).map(({ entity }) => entity)))];
}
