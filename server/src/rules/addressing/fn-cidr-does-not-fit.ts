import { type Cidr, formatCidr, parseCidr } from "../../base/cidr.ts";
import type { NewValue } from "../../template/edit.ts";
import type { CallExpression, Expression } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Given, waysOf } from "../basis.ts";
import { defineRule, type Fix, type RuleContext } from "../rule.ts";
import { callsOf } from "./expressions.ts";
import { asWritten, selectOfCidr } from "./select-index.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html */
const mostBlocks = 256;

export const fnCidrDoesNotFit = defineRule({
  id: "fn-cidr-does-not-fit",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    count: {
      en: "Fn::Cidr is asked for {count} blocks, but makes between 1 and 256. CloudFormation will refuse the template.",
      ja: "Fn::Cidr に {count} 個のブロックを求めているが、作れるのは 1〜256 個。テンプレートは拒否される。",
    },
    room: {
      en: "{block} has room for {room} blocks of /{prefix} ({bits} host bits), not for {count}. CloudFormation will refuse the template. Ask for fewer or smaller blocks.",
      ja: "{block} に入る /{prefix} のブロック (ホスト部 {bits} ビット) は {room} 個で、{count} 個は取れない。テンプレートは拒否される。数を減らすか、ブロックを小さくすること。",
    },
    tooLarge: {
      en: "{bits} host bits make blocks of /{prefix}, which are larger than {block}. CloudFormation will refuse the template. The third argument counts the host bits, not the prefix: {example} for a /{examplePrefix}.",
      ja: "ホスト部 {bits} ビットのブロックは /{prefix} で、{block} より大きい。テンプレートは拒否される。3 番目の引数はプレフィックス長ではなくホスト部のビット数で、/{examplePrefix} なら {example}。",
    },
    index: {
      en: "Fn::Select takes index {index}, but Fn::Cidr makes {count} blocks here, so the last index is {last}. CloudFormation will refuse the template.",
      ja: "Fn::Select のインデックスは {index} だが、Fn::Cidr が作るのは {count} 個で、最後は {last}。テンプレートは拒否される。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of template.resources.values()) {
      for (const call of callsOf(resource.properties, "Cidr")) {
        const parts = readCall(evaluator, resource, call);
        if (!parts) continue;
        for (const count of parts.counts) {
          if (count.number >= 1 && count.number <= mostBlocks) continue;
          report({ at: count.span, message: "count", data: { count: count.number }, because: [count] });
        }
        for (const { block, count, bits, because } of combinations(parts)) {
          const width = block.family === 4 ? 32 : 128;
          const prefix = width - bits.number;
          if (prefix < block.prefix) {
            const example = Math.min(width - block.prefix, block.family === 4 ? 8 : 64);
            report({
              at: bits.span,
              message: "tooLarge",
              data: {
                bits: bits.number,
                prefix: Math.max(prefix, 0),
                block: formatCidr(block),
                example,
                examplePrefix: width - example,
              },
              because,
              fixes: () => bitsFix(parts, block, count.number),
            });
            continue;
          }
          const room = 2 ** Math.min(prefix - block.prefix, 30);
          if (count.number <= room || count.number > mostBlocks) continue;
          report({
            at: count.span,
            message: "room",
            data: { block: formatCidr(block), room, prefix, bits: bits.number, count: count.number },
            because,
            fixes: () => [...countFix(parts, room), ...bitsFix(parts, block, count.number)],
          });
        }
      }
      checkIndexes({ resource, evaluator }, (index, count, fixes) =>
        report({
          at: index.span,
          message: "index",
          data: { index: index.number, count: count.number, last: count.number - 1 },
          because: [index, count],
          fixes,
        }),
      );
    }
  },
});

/** A way in which an argument comes out as a whole number. */
interface Whole extends Given {
  readonly number: number;
}

interface CidrCall {
  readonly counts: readonly Whole[];
  readonly bits: readonly Whole[];
  readonly blocks: readonly { readonly block: Cidr; readonly given: Given }[];
  readonly count: Expression;
  readonly hostBits: Expression | undefined;
}

function readCall(evaluator: Evaluator, resource: Resource, call: CallExpression): CidrCall | undefined {
  if (call.argument.kind !== "list") return undefined;
  const [block, count, hostBits] = call.argument.items;
  if (!block || !count) return undefined;
  return {
    counts: wholeNumbers(evaluator, resource, count),
    bits: hostBits ? wholeNumbers(evaluator, resource, hostBits) : [],
    blocks: waysOf(evaluator, resource, block).flatMap((given) => {
      if (given.value.kind !== "known" || typeof given.value.data !== "string") return [];
      const parsed = parseCidr(given.value.data);
      return parsed.ok ? [{ block: parsed.cidr, given }] : [];
    }),
    count,
    hostBits,
  };
}

function* combinations({ counts, bits, blocks }: CidrCall) {
  for (const { block, given } of blocks) {
    for (const count of counts) {
      for (const each of bits) yield { block, count, bits: each, because: [given, count, each] };
    }
  }
}

function wholeNumbers(evaluator: Evaluator, resource: Resource, expression: Expression): readonly Whole[] {
  return waysOf(evaluator, resource, expression).flatMap((given) => {
    if (given.value.kind !== "known") return [];
    const { data } = given.value;
    const text = typeof data === "number" || typeof data === "string" ? String(data).trim() : "";
    return /^\d{1,9}$/.test(text) ? [{ ...given, number: Number(text) }] : [];
  });
}

function checkIndexes(
  { resource, evaluator }: Pick<RuleContext, "evaluator"> & { readonly resource: Resource },
  found: (index: Whole, count: Whole, fixes: () => readonly Fix[]) => void,
): void {
  for (const select of callsOf(resource.properties, "Select")) {
    const parts = selectOfCidr(select);
    const call = parts && readCall(evaluator, resource, parts.cidr);
    if (!parts || !call) continue;
    for (const index of wholeNumbers(evaluator, resource, parts.index)) {
      for (const count of call.counts) {
        if (index.number < count.number || count.number < 1 || count.number > mostBlocks) continue;
        found(index, count, () =>
          index.number < mostBlocks && fits(call, index.number + 1) ? countFix(call, index.number + 1) : [],
        );
      }
    }
  }
}

/** Whether `count` blocks fit as far as the other arguments are known. */
function fits(call: CidrCall, count: number): boolean {
  return [...combinations(call)].every(({ block, bits }) => {
    const prefix = (block.family === 4 ? 32 : 128) - bits.number;
    return prefix >= block.prefix && count <= 2 ** Math.min(prefix - block.prefix, 30);
  });
}

function countFix({ count }: CidrCall, room: number): readonly Fix[] {
  if (room < 1 || room > mostBlocks) return [];
  return literalFix(count, room, {
    en: `Ask Fn::Cidr for ${room} blocks`,
    ja: `Fn::Cidr に求めるブロックを ${room} 個にする`,
  });
}

/** The largest blocks of which there are enough. */
function bitsFix({ hostBits }: CidrCall, block: Cidr, count: number): readonly Fix[] {
  const width = block.family === 4 ? 32 : 128;
  const bits = width - block.prefix - Math.ceil(Math.log2(Math.max(count, 1)));
  // Smaller than a /28 is no subnet; IPv6 subnets are a /64.
  if (!hostBits || bits < (block.family === 4 ? 4 : 64)) return [];
  return literalFix(hostBits, block.family === 4 ? bits : 64, {
    en: `Make blocks of /${block.family === 4 ? width - bits : 64} (${block.family === 4 ? bits : 64} host bits)`,
    ja: `ブロックを /${block.family === 4 ? width - bits : 64} (ホスト部 ${block.family === 4 ? bits : 64} ビット) にする`,
  });
}

function literalFix(expression: Expression, number: number, title: Fix["title"]): readonly Fix[] {
  if (expression.kind !== "scalar") return [];
  const value: NewValue = asWritten(expression, number);
  return [{ title, edits: [{ kind: "replace-value", span: expression.span, value }] }];
}
