import type { ElasticIp, GatewayAttachment, Network, Vpc } from "../../network/model.ts";
import type { Resource } from "../../template/template.ts";
import { type Basis, canHold, linkedEntities, waysOfProperty } from "../basis.ts";
import { waitFor } from "../routing/route-choices.ts";
import { defineRule } from "../rule.ts";

/** "When a DependsOn attribute is required": https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html */
export const eipMissingDependson = defineRule({
  id: "eip-missing-dependson",
  group: "gateways",
  severity: "info",
  topic: "elastic-ip",
  messages: {
    missing: {
      en: "{id} is for {vpc} but doesn't wait for {attachment}, which connects {vpc} to the internet. AWS asks for DependsOn: {attachment} here; without it the stack may fail to be made, or to be deleted.",
      ja: "{id} は {vpc} で使うのに、{vpc} をインターネットにつなぐ {attachment} を待たない。AWS はここで DependsOn: {attachment} を求めており、ないと作成や削除に失敗することがある。",
    },
  },
  check({ network, evaluator }, report) {
    for (const address of network.elasticIps) {
      if (address.resource.impliedBy !== undefined) continue;
      for (const { vpc, user, because } of homesOf(network, address)) {
        // Whoever uses the address may wait for both.
        const before = [address.resource, user].flatMap((resource) => [...network.dependencies(resource)]);
        const attachments = vpc.attachments.filter(
          ({ guard, internetGateway }) =>
            internetGateway.known.length > 0 && canHold(evaluator.conditions, guard, address.guard),
        );
        const [attachment] = attachments;
        if (!attachment || attachments.some(({ id }) => before.includes(id))) continue;
        report({
          at: address.resource.idSpan,
          message: "missing",
          data: { id: address.id, vpc: vpc.id, attachment: attachment.id },
          related: [{ at: attachment.resource.idSpan, message: { en: "The attachment", ja: "アタッチメント" } }],
          because: [address, attachment, ...because],
          fixes: () => dependOn(network, address, attachment),
        });
      }
    }
  },
});

interface Home {
  readonly vpc: Vpc;
  /** The NAT gateway or the instance that has the address there. */
  readonly user: Resource;
  readonly because: readonly Basis[];
}

/** The VPCs of the template in which the address is used: by a NAT gateway, or an instance of its own. */
function homesOf(network: Network, address: ElasticIp): readonly Home[] {
  const subnets = [
    ...network.natGateways
      .filter(({ allocation }) => linkedEntities(allocation).some(({ entity }) => entity === address))
      .flatMap((nat) =>
        linkedEntities(nat.subnet).map(({ entity, fact }) => ({
          subnet: entity,
          user: nat.resource,
          because: [nat, fact],
        })),
      ),
    ...waysOfProperty(network.evaluator, address.resource, "InstanceId").flatMap((instance) => {
      const { value } = instance;
      const resource =
        value.kind === "reference" ? network.evaluator.template.resources.get(value.logicalId) : undefined;
      if (resource?.type !== "AWS::EC2::Instance") return [];
      return waysOfProperty(network.evaluator, resource, "SubnetId").flatMap((way) => {
        const id = way.value.kind === "reference" ? way.value.logicalId : undefined;
        const subnet = network.subnets.find((each) => each.id === id);
        return subnet ? [{ subnet, user: resource, because: [instance, way] }] : [];
      });
    }),
  ];
  const found = new Map<Vpc, Home>();
  for (const { subnet, user, because } of subnets) {
    for (const { entity, fact } of linkedEntities(subnet.vpc)) {
      if (!found.has(entity)) found.set(entity, { vpc: entity, user, because: [...because, fact] });
    }
  }
  return [...found.values()];
}

function dependOn(network: Network, { id, resource }: ElasticIp, attachment: GatewayAttachment) {
  const edits = waitFor(network, resource, attachment.id);
  if (edits.length === 0) return [];
  return [
    {
      title: { en: `Make ${id} wait for ${attachment.id}`, ja: `${id} を ${attachment.id} の後に作成する` },
      edits,
      preferred: true,
    },
  ];
}
