import { numbersAt } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { privateInterface, transitInterface } from "./virtual-interfaces.ts";

/**
 * AWS's pages contradict each other: 8500 is the jumbo frame of a transit interface in one, 9001 in another. What any of
 * them takes is right here.
 * https://docs.aws.amazon.com/directconnect/latest/UserGuide/set-jumbo-frames-vif.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-transitvirtualinterface.html
 */
const allowed: readonly number[] = [1500, 8500, 9001];
const normal = 1500;

export const dxVifMtu = defineRule({
  id: "dx-vif-mtu",
  group: "connectivity",
  severity: "error",
  topic: "virtual-interface",
  messages: {
    unknownSize: {
      en: "{id} has an MTU of {mtu}, but a {kind} virtual interface takes 1500, or {jumbo} for jumbo frames. CloudFormation will fail. Write {nearest}.",
      ja: "{id} の MTU は {mtu} だが、{kind}仮想インターフェイスで指定できるのは 1500 か、ジャンボフレームの {jumbo} で、作成は失敗する。{nearest} にすること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const mtu of numbersAt(evaluator, [privateInterface, transitInterface], ["Mtu"])) {
      if (allowed.includes(mtu.number)) continue;
      const { id, type } = mtu.resource;
      const isPrivate = type === privateInterface;
      const jumbo = isPrivate ? 9001 : 8500;
      const nearest = mtu.number > normal ? jumbo : normal;
      report({
        at: mtu.span,
        message: "unknownSize",
        data: {
          id,
          mtu: mtu.text,
          kind: isPrivate ? { en: "private", ja: "プライベート" } : { en: "transit", ja: "トランジット" },
          jumbo,
          nearest,
        },
        because: [mtu],
        fixes: () =>
          rewriteValue(template, mtu, nearest, {
            en: `Set the MTU of ${id} to ${nearest}`,
            ja: `${id} の MTU を ${nearest} にする`,
          }),
      });
    }
  },
});
