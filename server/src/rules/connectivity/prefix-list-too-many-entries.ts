import { resourcesOfType } from "../../template/resources-by-type.ts";
import { isList } from "../../template/values.ts";
import { canHold, waysOfProperty } from "../basis.ts";
import { numbersOf } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-prefixlist.html */
export const prefixListTooManyEntries = defineRule({
  id: "prefix-list-too-many-entries",
  group: "connectivity",
  severity: "error",
  topic: "prefix-list",
  messages: {
    tooMany: {
      en: "{id} lists {count} entries but has room for {max} (MaxEntries), so CloudFormation will fail. Raise MaxEntries, which is also what each reference to the list counts in quotas, or drop entries.",
      ja: "{id} のエントリは {count} 個だが、上限 (MaxEntries) は {max} で、作成は失敗する。MaxEntries を増やすか、エントリを減らすこと。クォータでは、リストを参照するたびに MaxEntries の分だけ数えられる。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::PrefixList")) {
      const { id } = resource;
      for (const list of waysOfProperty(evaluator, resource, "Entries")) {
        if (list.value.kind !== "known" || !isList(list.value.data)) continue;
        // Entries that a condition takes out, or whose number is not known, do not count.
        const count = list.value.data.filter((item) =>
          evaluator.alternativesOf(item, list.guard).every(({ value }) => value.kind === "known"),
        ).length;
        for (const max of numbersOf(evaluator, resource, ["MaxEntries"])) {
          if (count <= max.number || !canHold(evaluator.conditions, list.guard, max.guard)) continue;
          report({
            at: max.span,
            message: "tooMany",
            data: { id, count, max: max.text },
            related: [
              {
                at: keySpan(resource, "Entries"),
                message: { en: `${count} entries`, ja: `エントリが ${count} 個` },
              },
            ],
            because: [list, max],
            fixes: () =>
              rewriteValue(template, max, count, {
                en: `Raise MaxEntries of ${id} to ${count}`,
                ja: `${id} の MaxEntries を ${count} に増やす`,
              }),
          });
        }
      }
    }
  },
});
