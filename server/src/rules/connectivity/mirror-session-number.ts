import { isWithin, numbersAt, type Range } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTrafficMirrorSession.html */
const sessionNumbers: Range = { from: 1, to: 32766 };

export const mirrorSessionNumber = defineRule({
  id: "mirror-session-number",
  group: "connectivity",
  severity: "error",
  topic: "traffic-mirroring",
  messages: {
    outside: {
      en: "{id} has session number {number}, but session numbers are 1 to 32766. CloudFormation will fail. The sessions of an interface are tried from the lowest number up.",
      ja: "{id} のセッション番号は {number} だが、番号は 1〜32766 で、作成は失敗する。同じ ENI のセッションは番号の小さい順に評価される。",
    },
  },
  check({ evaluator, template }, report) {
    for (const number of numbersAt(evaluator, ["AWS::EC2::TrafficMirrorSession"], ["SessionNumber"])) {
      if (isWithin(sessionNumbers, number.number)) continue;
      const { id } = number.resource;
      const bound = number.number < sessionNumbers.from ? sessionNumbers.from : sessionNumbers.to;
      report({
        at: number.span,
        message: "outside",
        data: { id, number: number.number },
        because: [number],
        fixes: () =>
          rewriteValue(template, number, bound, {
            en: `Give ${id} session number ${bound}`,
            ja: `${id} のセッション番号を ${bound} にする`,
          }),
      });
    }
  },
});
