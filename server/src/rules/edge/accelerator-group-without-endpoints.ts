import { itemsOfSetting, readAnything, resourcesOf } from "../apis/parts.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html */
export const acceleratorGroupWithoutEndpoints = defineRule({
  id: "accelerator-group-without-endpoints",
  group: "edge",
  severity: "warning",
  topic: "global-accelerator-components",
  messages: {
    empty: {
      en: "{id} has no endpoints, so no traffic arrives in its Region. List load balancers, instances or Elastic IPs in EndpointConfigurations.",
      ja: "{id} にエンドポイントがなく、このリージョンにはトラフィックが届かない。ロードバランサー、インスタンス、Elastic IP のいずれかを EndpointConfigurations に指定すること。",
    },
  },
  check({ evaluator, network, template }, report) {
    if (template.open) return;
    for (const group of resourcesOf(evaluator, "AWS::GlobalAccelerator::EndpointGroup")) {
      const { id, resource } = group.owner;
      // Whoever is handed the group may add endpoints: a custom resource, a controller, another stack.
      if (network.isExposed(id) || network.usersOf(id).length > 0) continue;
      for (const guard of itemsOfSetting(evaluator, group, "EndpointConfigurations", readAnything(evaluator)).absent) {
        report({ at: resource.idSpan, message: "empty", data: { id }, because: [group.owner, { guard }] });
      }
    }
  },
});
