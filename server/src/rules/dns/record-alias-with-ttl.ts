import { keySpan } from "../routing/route-parts.ts";
import { defineRule } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { isEditable, nameForPeople, recordsOf } from "./records.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export const recordAliasWithTtl = defineRule({
  id: "record-alias-with-ttl",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    ttl: {
      en: "{name} is an alias, which takes the TTL of its target, and yet has one of its own. The stack will fail. Remove TTL.",
      ja: "{name} はエイリアスで、TTL はターゲットのものが使われるのに、TTL が書かれている。作成は失敗する。TTL を削除すること。",
    },
    records: {
      en: "{name} is an alias, which answers with the addresses of its target, and yet lists values of its own. The stack will fail. Remove ResourceRecords, or AliasTarget if the values are meant.",
      ja: "{name} はエイリアスで、ターゲットのアドレスを返すのに、ResourceRecords にも値がある。作成は失敗する。ResourceRecords を削除するか、値の方を使うなら AliasTarget を削除すること。",
    },
  },
  check({ evaluator }, report) {
    for (const record of recordsOf(evaluator)) {
      const { id, path, resource } = record;
      for (const alias of presence(evaluator, resource, "AliasTarget").known) {
        for (const [property, message] of [["TTL", "ttl"] as const, ["ResourceRecords", "records"] as const]) {
          for (const given of presence(evaluator, resource, property).known) {
            report({
              at: keySpan(resource, property),
              message,
              data: { name: nameForPeople(evaluator, record) },
              related: [{ at: keySpan(resource, "AliasTarget"), message: { en: "The alias", ja: "エイリアスの指定" } }],
              because: [record, alias, given],
              fixes: () =>
                isEditable(record)
                  ? [
                      {
                        title: { en: `Remove ${property}`, ja: `${property} を削除する` },
                        edits: [{ kind: "remove-property", resource: id, path: [...path, property] }],
                        preferred: true,
                      },
                    ]
                  : [],
            });
          }
        }
      }
    }
  },
});
