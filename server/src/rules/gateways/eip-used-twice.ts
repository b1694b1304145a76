import type { ElasticIp, Network } from "../../network/model.ts";
import { getAtt } from "../../template/edit.ts";
import type { Resource } from "../../template/template.ts";
import { canHold, type Given, pairsOf } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { waysAt } from "../ways-at.ts";

/** Where a resource takes an allocation: its type and the path. */
const places: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "AWS::EC2::NatGateway": [["AllocationId"], ["SecondaryAllocationIds", "*"]],
  "AWS::EC2::EIPAssociation": [["AllocationId"], ["EIP"]],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": [["SubnetMappings", "*", "AllocationId"]],
};

/** Resource.AlreadyAssociated: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const eipUsedTwice = defineRule({
  id: "eip-used-twice",
  group: "gateways",
  severity: "error",
  topic: "elastic-ip",
  messages: {
    taken: {
      en: "{id} takes the address {address}, which {other} already has. An Elastic IP is at one place at a time, so {id} will fail. Give it an address of its own.",
      ja: "{id} は {address} を使うが、そのアドレスはすでに {other} が使っている。Elastic IP は同時に 1 か所でしか使えず、{id} の作成は失敗する。別の Elastic IP を割り当てること。",
    },
    moved: {
      en: "{id} takes the address {address}, which {other} also takes. An Elastic IP is at one place at a time, so only the last of the two has it. Give each an address of its own.",
      ja: "{id} も {other} も {address} を使う。Elastic IP は同時に 1 か所でしか使えず、後に作られた方だけに付く。それぞれに Elastic IP を割り当てること。",
    },
  },
  check({ network }, report) {
    for (const address of network.elasticIps) {
      const told = new Set<Use>();
      for (const [first, second] of pairsOf(usesOf(network, address))) {
        if (told.has(second) || !canHold(network.evaluator.conditions, first.way.guard, second.way.guard)) continue;
        told.add(second);
        // An association takes the address from wherever it is; a NAT gateway or load balancer does not.
        const isMoved = [first, second].every(({ user }) => user.type === "AWS::EC2::EIPAssociation");
        report({
          at: second.way.span,
          message: isMoved ? "moved" : "taken",
          data: { id: second.user.id, other: first.user.id, address: address.id },
          severity: isMoved ? "warning" : undefined,
          related: [
            { at: first.way.span, message: { en: `${first.user.id} has it`, ja: `${first.user.id} が使っている` } },
          ],
          because: [address, first.way, second.way],
          fixes: () => ownAddress(network, second),
        });
      }
    }
  },
});

interface Use {
  readonly user: Resource;
  readonly way: Given;
}

function usesOf({ evaluator }: Network, address: ElasticIp): readonly Use[] {
  return address.users.flatMap((user) =>
    (places[user.type] ?? []).flatMap((path) =>
      waysAt(evaluator, user, path).flatMap((way) =>
        way.value.kind === "reference" && way.value.logicalId === address.id ? [{ user, way }] : [],
      ),
    ),
  );
}

/** A new address like the old one, waiting for what the old one waits for. */
function ownAddress({ evaluator: { template } }: Network, { user, way }: Use): readonly Fix[] {
  const old = way.value.kind === "reference" ? template.resources.get(way.value.logicalId) : undefined;
  if (!old || way.value.kind !== "reference" || way.value.attribute !== "AllocationId") return [];
  const id = freshId(template, `${user.id}Eip`);
  return [
    {
      title: {
        en: `Give ${user.id} the new Elastic IP ${id}`,
        ja: `${user.id} に新しい Elastic IP ${id} を割り当てる`,
      },
      edits: [
        { kind: "replace-value", span: way.span, value: getAtt(id, "AllocationId") },
        {
          kind: "add-resource",
          id,
          type: "AWS::EC2::EIP",
          properties: { Domain: "vpc" },
          dependsOn: old.dependsOn.map(({ name }) => name),
          condition: user.condition?.name,
          after: old.id,
        },
      ],
      preferred: true,
    },
  ];
}
