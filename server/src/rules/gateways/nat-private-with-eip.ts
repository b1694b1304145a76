import type { NatGateway, Network } from "../../network/model.ts";
import { subnetKind } from "../../network/routing.ts";
import { allGuards, linkedEntities, waysOfProperty } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html */
export const natPrivateWithEip = defineRule({
  id: "nat-private-with-eip",
  group: "gateways",
  severity: "error",
  topic: "nat-gateway-connectivity",
  messages: {
    address: {
      en: "{id} is private, and a private NAT gateway takes no Elastic IP, so CloudFormation will fail. Remove {property}, or make {id} public.",
      ja: "{id} はプライベート NAT ゲートウェイで、Elastic IP は付けられず、作成は失敗する。{property} を削除するか、パブリックにすること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const nat of network.natGateways) {
      for (const connectivity of nat.connectivity.known) {
        if (connectivity.value !== "private") continue;
        for (const property of ["AllocationId", "SecondaryAllocationIds"]) {
          for (const given of waysOfProperty(evaluator, nat.resource, property)) {
            const because = [nat, connectivity, given];
            if (
              !allGuards(
                evaluator.conditions,
                because.map(({ guard }) => guard),
              )
            )
              continue;
            report({
              at: given.span,
              message: "address",
              data: { id: nat.id, property },
              related: [
                {
                  at: connectivity.span,
                  message: { en: `${nat.id} is private here`, ja: `${nat.id} はここでプライベート` },
                },
              ],
              because,
              fixes: () => [withoutAddress(network, nat, property), ...asPublic(network, nat)],
            });
          }
        }
      }
    }
  },
});

/** An Elastic IP that nothing else uses goes with the property: it would be charged for nothing. */
function withoutAddress(network: Network, nat: NatGateway, property: string): Fix {
  const first = new Set(linkedEntities(nat.allocation).map(({ entity }) => entity));
  const left = network.elasticIps.filter(
    (eip) =>
      first.has(eip) === (property === "AllocationId") &&
      eip.users.every((user) => user === nat.resource) &&
      eip.users.length > 0 &&
      !eip.exposed &&
      ![...network.evaluator.template.resources.values()].some(({ dependsOn }) =>
        dependsOn.some(({ name }) => name === eip.id),
      ),
  );
  const removed = listed([property, ...left.map(({ id }) => id)]);
  return {
    title: { en: `Remove ${removed.en}`, ja: `${removed.ja} を削除する` },
    edits: [
      { kind: "remove-property", resource: nat.id, path: [property] },
      ...left.map(({ id }) => ({ kind: "remove-resource", resource: id }) as const),
    ],
    preferred: true,
  };
}

/** Not where it would sit in a subnet from which a public one reaches nothing. */
function asPublic(network: Network, nat: NatGateway): readonly Fix[] {
  const dead = linkedEntities(nat.subnet).some(
    ({ entity }) => !["public", "unknown"].includes(subnetKind(network, entity).kind),
  );
  if (dead) return [];
  return [
    {
      title: { en: `Make ${nat.id} public`, ja: `${nat.id} をパブリックにする` },
      edits: [{ kind: "set-property", resource: nat.id, path: ["ConnectivityType"], value: "public" }],
    },
  ];
}
