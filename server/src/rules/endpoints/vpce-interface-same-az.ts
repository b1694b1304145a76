import type { Fact, Link, Network, Subnet, VpcEndpoint, Zone } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import { allGuards, type Basis, linkedEntities } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { waysOfType } from "./endpoint-types.ts";

/** https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
export const vpceInterfaceSameAz = defineRule({
  id: "vpce-interface-same-az",
  group: "endpoints",
  severity: "error",
  topic: "privatelink",
  messages: {
    same: {
      en: "{second} lies in {zone}, and so does {first}. An interface endpoint takes one subnet of each zone, so creating {id} fails with DuplicateSubnetsInSameZone. One of the two serves the whole zone; remove the other.",
      ja: "{second} は {first} と同じ {zone} にある。インターフェイスエンドポイントのサブネットは AZ ごとに 1 つまでで、{id} の作成は DuplicateSubnetsInSameZone で失敗する。1 つあればその AZ 全体から使えるので、もう 1 つは外すこと。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const endpoint of network.endpoints) {
      for (const { because } of waysOfType(endpoint, "Interface")) {
        const places = placesOf(endpoint);
        const reported = new Set<Subnet>();
        for (const [index, second] of places.entries()) {
          if (reported.has(second.subnet)) continue;
          const first = places.slice(0, index).find(
            (place) =>
              place.subnet !== second.subnet &&
              isSameZone(place.zone.value, second.zone.value) &&
              allGuards(
                conditions,
                [...because, ...place.because, ...second.because].map(({ guard }) => guard),
              ),
          );
          if (!first) continue;
          reported.add(second.subnet);
          report({
            at: second.fact.span,
            message: "same",
            data: { id: endpoint.id, first: first.subnet.id, second: second.subnet.id, zone: second.zone.value.label },
            related: [first, second].map(({ subnet, zone }) => ({
              at: zone.span,
              message: { en: `The zone of ${subnet.id}`, ja: `${subnet.id} の AZ` },
            })),
            because: [...because, ...first.because, ...second.because],
            fixes: () => removalFrom(network, endpoint, second.subnet),
          });
        }
      }
    }
  },
});

interface Place {
  readonly subnet: Subnet;
  readonly fact: Fact<Link<Subnet>>;
  readonly zone: Fact<Zone>;
  readonly because: readonly Basis[];
}

function placesOf({ subnets }: VpcEndpoint): readonly Place[] {
  return linkedEntities(subnets).flatMap(({ entity: subnet, fact }) =>
    subnet.zone.known.map((zone) => ({ subnet, fact, zone, because: [fact, subnet, zone] })),
  );
}

function isSameZone(a: Zone, b: Zone): boolean {
  return a.kind === b.kind && a.key === b.key;
}

/** Taking the subnet out of the list, where it stands there as it is. */
function removalFrom({ evaluator }: Network, { id, resource }: VpcEndpoint, subnet: Subnet): readonly Fix[] {
  const list = propertyOf(resource.properties, "SubnetIds")?.value;
  if (list?.kind !== "list") return [];
  const index = list.items.findIndex((item) => {
    const value = evaluator.resolve(item);
    return value.kind === "reference" && value.logicalId === subnet.id;
  });
  if (index < 0) return [];
  return [
    {
      title: { en: `Take ${subnet.id} out of ${id}`, ja: `${id} から ${subnet.id} を外す` },
      edits: [{ kind: "remove-property", resource: id, path: ["SubnetIds", index] }],
    },
  ];
}
