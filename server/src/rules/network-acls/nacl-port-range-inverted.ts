import { canHold } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule, type Fix } from "../rule.ts";
import { hasPorts } from "./filters.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-networkaclentry-portrange.html */
export const naclPortRangeInverted = defineRule({
  id: "nacl-port-range-inverted",
  group: "network-acls",
  severity: "warning",
  topic: "ephemeral-ports",
  messages: {
    inverted: {
      en: "{id} has a port range from {from} to {to}, whose first port comes after its last. Such a range holds no port, so the entry can't do what it is for. Swap the two.",
      ja: "{id} のポート範囲は {from}〜{to} で、始まりが終わりより大きい。該当するポートがなく、このルールは意図したとおりに働かない。From と To を入れ替えること。",
    },
  },
  check({ network, evaluator, template }, report) {
    for (const { id, protocol, fromPort, toPort } of network.networkAclEntries) {
      for (const used of protocol.known.filter(({ value }) => hasPorts(value))) {
        for (const from of fromPort.known) {
          for (const to of toPort.known) {
            if (from.value <= to.value || !canHold(evaluator.conditions, used.guard, from.guard, to.guard)) continue;
            report({
              at: from.span,
              message: "inverted",
              data: { id, from: from.value, to: to.value },
              related: [{ at: to.span, message: { en: "The end of the range", ja: "範囲の終わり" } }],
              because: [used, from, to],
              fixes: (): readonly Fix[] => {
                const title = { en: `Swap From and To of ${id}`, ja: `${id} の From と To を入れ替える` };
                const fixes = [
                  rewriteValue(template, { ...from, text: String(from.value) }, to.value, title),
                  rewriteValue(template, { ...to, text: String(to.value) }, from.value, title),
                ];
                if (fixes.some((each) => each.length === 0)) return [];
                return [{ title, edits: fixes.flat().flatMap(({ edits }) => edits), preferred: true }];
              },
            });
          }
        }
      }
    }
  },
});
