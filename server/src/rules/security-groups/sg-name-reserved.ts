import { propertyFacts, readText } from "../../network/facts.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

const prefix = "sg-";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
export const sgNameReserved = defineRule({
  id: "sg-name-reserved",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    reserved: {
      en: "{id} is to be named {name}, but names that begin with sg- are refused, since IDs of security groups do. Choose another beginning.",
      ja: "{id} の名前 {name} は sg- で始まる。sg- はセキュリティグループの ID の書き出しで、名前に使うと作成が拒否される。別の書き出しにすること。",
    },
  },
  check({ network, evaluator, template }, report) {
    for (const group of network.securityGroups) {
      for (const fact of propertyFacts(evaluator, group, "GroupName", readText).known) {
        const name = fact.value;
        if (!name.startsWith(prefix)) continue;
        const rest = name.slice(prefix.length);
        report({
          at: fact.span,
          message: "reserved",
          data: { id: group.id, name },
          because: [group, fact],
          fixes: () =>
            rest === "" || rest.startsWith(prefix)
              ? []
              : rewriteValue(template, { span: fact.span, from: fact.from, text: name }, rest, {
                  en: `Rename ${group.id} to ${rest}`,
                  ja: `${group.id} の名前を ${rest} にする`,
                }),
        });
      }
    }
  },
});
