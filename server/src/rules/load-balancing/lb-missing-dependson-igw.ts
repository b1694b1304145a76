import { canHold, linkedEntities } from "../basis.ts";
import { waitFor } from "../routing/route-choices.ts";
import { defineRule } from "../rule.ts";

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
  check({ network, evaluator }, report) {
    for (const balancer of network.loadBalancers) {
      if (balancer.resource.impliedBy !== undefined) continue;
      const before = network.dependencies(balancer.resource);
      const types = balancer.type.known.map(({ value }) => value);
      if (types.length === 0 || types.includes("gateway")) continue;
      const vpcs = new Set(
        linkedEntities(balancer.subnets).flatMap(({ entity }) => linkedEntities(entity.vpc).map((each) => each.entity)),
      );
      const schemes = [
        ...balancer.scheme.known.filter(({ value }) => value === "internet-facing"),
        ...balancer.scheme.absent.map((guard) => ({ guard, from: [] })),
      ];
      for (const scheme of schemes) {
        for (const vpc of vpcs) {
          const attachments = vpc.attachments.filter(
            ({ internetGateway, guard }) =>
              internetGateway.known.length > 0 && canHold(evaluator.conditions, guard, scheme.guard, balancer.guard),
          );
          const [attachment] = attachments;
          if (!attachment || attachments.some(({ id }) => before.has(id))) continue;
          report({
            at: balancer.resource.idSpan,
            message: "missing",
            data: { id: balancer.id, vpc: vpc.id, attachment: attachment.id },
            related: [{ at: attachment.resource.idSpan, message: { en: "The attachment", ja: "アタッチメント" } }],
            because: [balancer, attachment, scheme],
            fixes: () => {
              const edits = waitFor(network, balancer.resource, attachment.id);
              return edits.length === 0
                ? []
                : [
                    {
                      title: {
                        en: `Make ${balancer.id} wait for ${attachment.id}`,
                        ja: `${balancer.id} を ${attachment.id} の後に作成する`,
                      },
                      edits,
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
