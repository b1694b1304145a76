import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource } from "../../template/template.ts";
import type { Basis, Given } from "../basis.ts";
import { isWithin, numbersAmong, type WrittenNumber } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import { presenceIn, waysAt, waysIn } from "../ways-at.ts";

/**
 * In seconds.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpnconnection-vpntunneloptionsspecification.html
 */
const lifetimes = [
  { property: "Phase1LifetimeSeconds", range: { from: 900, to: 28800 } },
  { property: "Phase2LifetimeSeconds", range: { from: 900, to: 3600 } },
] as const;
const usualPhase2 = 3600;
const leastMargin = 60;

export const vpnLifetimes = defineRule({
  id: "vpn-lifetimes",
  group: "connectivity",
  severity: "error",
  topic: "ipsec",
  messages: {
    range: {
      en: "{id} has {property} {seconds}, which takes {from} to {to} seconds. CloudFormation will fail. Write {nearest}, or what your device uses within these bounds.",
      ja: "{id} の {property} は {seconds} だが、指定できるのは {from}〜{to} 秒で、作成は失敗する。{nearest} か、この範囲で機器の設定に合う値にすること。",
    },
    order: {
      en: "{id} lets phase 2 live {phase2} seconds, but that must be less than phase 1, {phase1} seconds. CloudFormation will fail. Lengthen phase 1 or shorten phase 2, here and on your device.",
      ja: "{id} のフェーズ 2 の有効期間 {phase2} 秒は、フェーズ 1 の {phase1} 秒より短くなければならず、作成は失敗する。フェーズ 1 を延ばすかフェーズ 2 を縮め、機器の設定も合わせること。",
    },
    marginTooShort: {
      en: "{id} begins to rekey {margin} seconds before the end of phase 2, but the margin is at least 60. CloudFormation will fail. Write 60 or more.",
      ja: "{id} の鍵更新の余裕時間は {margin} 秒だが、下限は 60 秒で、作成は失敗する。60 以上にすること。",
    },
    marginTooLong: {
      en: "{id} begins to rekey {margin} seconds before the end of phase 2, which is more than half of its {phase2} seconds. CloudFormation will fail. Write {most} or less.",
      ja: "{id} の鍵更新の余裕時間 {margin} 秒は、フェーズ 2 の有効期間 {phase2} 秒の半分を超えており、作成は失敗する。{most} 以下にすること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::EC2::VPNConnection")) {
      for (const tunnel of waysAt(evaluator, resource, ["VpnTunnelOptionsSpecifications", "*"]))
        checkTunnel(resource, tunnel);
    }

    function checkTunnel(resource: Resource, tunnel: Given): void {
      const { id } = resource;
      for (const { property, range } of lifetimes) {
        for (const seconds of numbersIn(resource, tunnel, property)) {
          if (isWithin(range, seconds.number)) continue;
          const { from, to } = range;
          const nearest = seconds.number < from ? from : to;
          report({
            at: seconds.span,
            message: "range",
            data: { id, property, seconds: seconds.text, from, to, nearest },
            because: [seconds],
            fixes: () => rewritten(seconds, nearest),
          });
        }
      }
      const phase1s = numbersIn(resource, tunnel, "Phase1LifetimeSeconds");
      const phase2s = phase2Of(resource, tunnel);
      for (const phase1 of phase1s) {
        for (const phase2 of phase2s) {
          if (phase2.number < phase1.number) continue;
          report({
            at: phase2.written?.span ?? phase1.span,
            message: "order",
            data: { id, phase1: phase1.number, phase2: phase2.number },
            related: phase2.written && [{ at: phase1.span, message: { en: "Phase 1", ja: "フェーズ 1" } }],
            because: [phase1, phase2.because],
          });
        }
      }
      for (const margin of numbersIn(resource, tunnel, "RekeyMarginTimeSeconds")) {
        const about = { at: margin.span, data: { id, margin: margin.text } };
        if (margin.number < leastMargin) {
          report({
            ...about,
            message: "marginTooShort",
            because: [margin],
            fixes: () => rewritten(margin, leastMargin),
          });
          continue;
        }
        for (const phase2 of phase2s) {
          const most = Math.floor(phase2.number / 2);
          if (margin.number <= most) continue;
          report({
            ...about,
            message: "marginTooLong",
            data: { ...about.data, phase2: phase2.number, most },
            because: [margin, phase2.because],
            fixes: () => rewritten(margin, most),
          });
        }
      }
    }

    function numbersIn(resource: Resource, tunnel: Given, property: string): readonly WrittenNumber[] {
      return numbersAmong(resource, waysIn(evaluator, tunnel, [property]));
    }

    /** The lifetime of phase 2, or the usual one where none is written. */
    function phase2Of(resource: Resource, tunnel: Given): readonly Phase2[] {
      const absent = presenceIn(evaluator, tunnel, "Phase2LifetimeSeconds").absent;
      return [
        ...numbersIn(resource, tunnel, "Phase2LifetimeSeconds").map((written) => ({
          number: written.number,
          written,
          because: written,
        })),
        ...absent.map((guard) => ({ number: usualPhase2, written: undefined, because: { guard } })),
      ];
    }

    function rewritten(seconds: WrittenNumber, to: number) {
      return rewriteValue(template, seconds, to, { en: `Write ${to}`, ja: `${to} にする` });
    }
  },
});

interface Phase2 {
  readonly number: number;
  readonly written: WrittenNumber | undefined;
  readonly because: Basis;
}
