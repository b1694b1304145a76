import type { LoadBalancer } from "../../network/load-balancing-model.ts";
import type { GatewayAttachment, Network, Vpc } from "../../network/model.ts";
import { type Basis, canHold, linkedEntities } from "../basis.ts";
import { waitFor } from "../routing/route-choices.ts";
import { defineRule, type Fix } from "../rule.ts";

/** "When a DependsOn attribute is required": https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html */
export const lbMissingDependsonIgw = defineRule({
  id: "lb-missing-dependson-igw",
  group: "load-balancing",
  severity: "warning",
  topic: "load-balancer",
  messages: {
    missing: {
      en: "{id} faces the internet but does not wait for {attachment}, which connects {vpc} to it. A load balancer made first is refused, because its subnets have no internet gateway yet. Add DependsOn: {attachment}.",
      ja: "{id} はインターネット向けだが、{vpc} をインターネットにつなぐ {attachment} を待たない。先に作成されると、サブネットにインターネットゲートウェイがないとして拒否される。DependsOn: {attachment} を加えること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const balancer of network.loadBalancers) {
      if (balancer.resource.impliedBy !== undefined) continue;
      const before = network.dependencies(balancer.resource);
      const told = new Set<GatewayAttachment>();
      for (const { vpc, because } of publicHomesOf(balancer)) {
        const attachments = vpc.attachments.filter(
          ({ internetGateway, guard }) =>
            internetGateway.known.length > 0 &&
            canHold(conditions, guard, ...because.flatMap((each) => each.guard ?? [])),
        );
        const [attachment] = attachments;
        if (!attachment || told.has(attachment) || attachments.some(({ id }) => before.has(id))) continue;
        told.add(attachment);
        report({
          at: balancer.resource.idSpan,
          message: "missing",
          data: { id: balancer.id, vpc: vpc.id, attachment: attachment.id },
          related: [{ at: attachment.resource.idSpan, message: { en: "The attachment", ja: "アタッチメント" } }],
          because: [...because, attachment],
          fixes: () => dependOn(network, balancer, attachment),
        });
      }
    }
  },
});

interface Home {
  readonly vpc: Vpc;
  readonly because: readonly Basis[];
}

/** The VPCs of the template in which the load balancer faces the internet, once for each way that leads there. */
function publicHomesOf(balancer: LoadBalancer): readonly Home[] {
  return balancer.type.known
    .filter(({ value }) => value !== "gateway")
    .flatMap((type) =>
      balancer.scheme.known
        .filter(({ value }) => value === "internet-facing")
        .flatMap((scheme) =>
          linkedEntities(balancer.subnets).flatMap(({ entity: subnet, fact }) =>
            linkedEntities(subnet.vpc).map(({ entity: vpc, fact: inVpc }) => ({
              vpc,
              because: [balancer, type, scheme, fact, subnet, inVpc, vpc],
            })),
          ),
        ),
    );
}

function dependOn(network: Network, { id, resource }: LoadBalancer, attachment: GatewayAttachment): readonly Fix[] {
  const edits = waitFor(network, resource, attachment.id);
  if (edits.length === 0) return [];
  const title = {
    en: `Make ${id} wait for ${attachment.id}`,
    ja: `${id} を ${attachment.id} の後に作成する`,
  };
  return [{ title, edits, preferred: true }];
}
