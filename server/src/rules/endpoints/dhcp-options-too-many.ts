import { resourcesOfType } from "../../template/resources-by-type.ts";
import { isList, textOf } from "../../template/values.ts";
import { waysOfProperty } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { dhcpOptions, serverProperties } from "./dhcp-options.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-dhcpoptions.html */
const mostServers = 4;

export const dhcpOptionsTooMany = defineRule({
  id: "dhcp-options-too-many",
  group: "endpoints",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    tooMany: {
      en: "{id} lists {count} servers in {property}, and DHCP options take four of a kind. CloudFormation will fail. Keep the four that answer best.",
      ja: "{id} の {property} は {count} 台だが、DHCP オプションに書けるのは種類ごとに 4 台までで、作成は失敗する。4 台に絞ること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, dhcpOptions)) {
      for (const property of serverProperties) {
        for (const list of waysOfProperty(evaluator, resource, property)) {
          if (list.value.kind !== "known") continue;
          const { data } = list.value;
          // A text with commas is a list in a parameter of type String; what a condition takes out does not count.
          const count = isList(data)
            ? data.filter((item) =>
                evaluator.alternativesOf(item, list.guard).every(({ value }) => value.kind !== "absent"),
              ).length
            : (textOf(list.value)?.split(",").length ?? 0);
          if (count <= mostServers) continue;
          report({
            at: keySpan(resource, property),
            message: "tooMany",
            data: { id: resource.id, count, property },
            because: [list],
          });
        }
      }
    }
  },
});
