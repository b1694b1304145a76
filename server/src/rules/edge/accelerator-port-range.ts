import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Basis, pairsOf } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { type PortRange, rangesOf, waysShared } from "./listener-ports.ts";

/**
 * `InvalidPortRangeException`: "not valid numbers or not unique for this accelerator".
 * https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateListener.html
 */
export const acceleratorPortRange = defineRule({
  id: "accelerator-port-range",
  group: "edge",
  severity: "error",
  topic: "global-accelerator-components",
  messages: {
    backwards: {
      en: "{id} has a port range from {from} down to {to}. The first port is the smaller one, so CloudFormation will fail. Swap the two.",
      ja: "{id} のポート範囲は FromPort {from} が ToPort {to} より大きく、作成は失敗する。2 つの値を入れ替えること。",
    },
    within: {
      en: "{id} lists {ports} and {otherPorts}, which share ports. A port of an accelerator is given once, so CloudFormation will fail. Make the ranges meet or merge them.",
      ja: "{id} の {ports} と {otherPorts} はポートが重複している。アクセラレーターの 1 つのポートは 1 回しか指定できず、作成は失敗する。範囲を分けるか、1 つにまとめること。",
    },
    between: {
      en: "{id} takes {ports} of an accelerator on which {other} takes {otherPorts} already, with the same protocol. One connection can't go to two listeners, so CloudFormation will fail. Give each port to one of them.",
      ja: "{id} の {ports} は、同じアクセラレーター・同じプロトコルの {other} の {otherPorts} と重複している。1 つのポートを 2 つのリスナーでは受けられず、作成は失敗する。どちらか一方に割り当てること。",
    },
  },
  check({ template, evaluator }, report) {
    const ranges = resourcesOfType(template, "AWS::GlobalAccelerator::Listener").flatMap((resource) =>
      rangesOf(evaluator, resource),
    );
    for (const range of ranges) {
      if (range.from <= range.to) continue;
      report({
        at: range.ends[0].span,
        message: "backwards",
        data: { id: range.listener.id, from: range.from, to: range.to },
        because: range.because,
        fixes: () => swapped(range),
      });
    }
    for (const [first, second] of pairsOf(ranges.filter(({ from, to }) => from <= to))) {
      if (first.to < second.from || second.to < first.from) continue;
      const isSame = first.listener === second.listener;
      for (const shared of isSame ? [[]] : placesShared(evaluator, first.listener, second.listener)) {
        report({
          at: second.at.span,
          message: isSame ? "within" : "between",
          data: isSame
            ? { id: second.listener.id, ports: first.text, otherPorts: second.text }
            : { id: second.listener.id, ports: second.text, other: first.listener.id, otherPorts: first.text },
          related: [
            {
              at: first.at.span,
              message: { en: `${first.listener.id} takes ${first.text}`, ja: `${first.listener.id} は ${first.text}` },
            },
          ],
          because: [...first.because, ...second.because, ...shared],
        });
      }
    }
  },
});

/** The ways in which two listeners are on one accelerator with one protocol. */
function placesShared(evaluator: Evaluator, first: Resource, second: Resource): readonly (readonly Basis[])[] {
  return waysShared(evaluator, first, second, "AcceleratorArn").flatMap((accelerator) =>
    waysShared(evaluator, first, second, "Protocol").map((protocol) => [...accelerator, ...protocol]),
  );
}

/** Each end where the other one was; not where one of them is worked out or looked up. */
function swapped({ ends: [first, last], from, to }: PortRange): readonly Fix[] {
  if (first.from.length > 0 || last.from.length > 0) return [];
  return [
    {
      title: { en: `Make it ${to} to ${from}`, ja: `${to}〜${from} にする` },
      edits: [
        { kind: "replace-value", span: first.span, value: to },
        { kind: "replace-value", span: last.span, value: from },
      ],
      preferred: true,
    },
  ];
}
