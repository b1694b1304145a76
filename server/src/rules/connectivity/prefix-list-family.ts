import { formatCidr, parseCidr } from "../../base/cidr.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { textOf } from "../../template/values.ts";
import { waysOfProperty } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { waysAt } from "../ways-at.ts";

const reservedName = "com.amazonaws";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-prefixlist.html */
export const prefixListFamily = defineRule({
  id: "prefix-list-family",
  group: "connectivity",
  severity: "error",
  topic: "prefix-list",
  messages: {
    otherFamily: {
      en: "{id} is a list of {family} ranges, but {cidr} is {entryFamily}. A prefix list holds one family only, so CloudFormation will fail. Put the entry into a list of its own.",
      ja: "{id} は {family} のリストだが、{cidr} は {entryFamily}。1 つのプレフィックスリストに両方は入れられず、作成は失敗する。このエントリは別のリストに分けること。",
    },
    name: {
      en: "{id} is named {name}, but names that begin with com.amazonaws are kept for AWS's own lists. CloudFormation will fail. Choose another name.",
      ja: "{id} の名前は {name} だが、com.amazonaws で始まる名前は AWS のリスト用で、作成は失敗する。別の名前にすること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::PrefixList")) {
      const { id } = resource;
      for (const name of waysOfProperty(evaluator, resource, "PrefixListName")) {
        const text = textOf(name.value);
        if (!text?.startsWith(reservedName)) continue;
        report({ at: name.span, message: "name", data: { id, name: text }, because: [name] });
      }
      for (const family of waysOfProperty(evaluator, resource, "AddressFamily")) {
        const expected = /^IPv([46])$/i.exec(textOf(family.value) ?? "")?.[1];
        if (expected === undefined) continue;
        for (const entry of waysAt(evaluator, resource, ["Entries", "*", "Cidr"])) {
          const parsed = parseCidr(textOf(entry.value)?.trim() ?? "");
          if (!parsed.ok || String(parsed.cidr.family) === expected) continue;
          report({
            at: entry.span,
            message: "otherFamily",
            data: {
              id,
              family: `IPv${expected}`,
              cidr: formatCidr(parsed.cidr),
              entryFamily: `IPv${parsed.cidr.family}`,
            },
            related: [{ at: family.span, message: { en: "The family of the list", ja: "リストのアドレスファミリー" } }],
            because: [family, entry],
          });
        }
      }
    }
  },
});
