/** Cidr. */
import { formatCidr, parseCidr, subnetsOf } from "../../base/cidr.ts";
import type { ResolveContext } from "../context.ts";
import { distribute } from "../distribute.ts";
import type { CallExpression } from "../expression.ts";
import type { Value } from "../value.ts";
import { computed, hindrance, integerOf, invalidCall, known, textOf, unknown } from "../values.ts";

/**
 * `count` blocks with `cidrBits` host bits each, from the start of the block on. The third argument is documented as
 * required; what comes out without it is not documented, hence unknown.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function cidr(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const parts = argument.kind === "list" ? argument.items.map((item) => context.resolve(item)) : [];
  if (parts.length < 3) return invalidCall("Cidr", span);
  return distribute(context, parts, span, (plain) => {
    const text = textOf(plain[0]);
    const [count, bits] = [integerOf(plain[1]), integerOf(plain[2])];
    if (text === undefined || count === undefined || bits === undefined) {
      return unknown(hindrance(plain) ?? { kind: "invalid-call", function: "Cidr" }, span);
    }
    const blocks = blocksOf(context, text, count, bits);
    if (blocks === undefined) return invalidCall("Cidr", span);
    const { from } = computed("Cidr", null, span, plain);
    return known(
      blocks.map((block) => known(block, span, from)),
      span,
      from,
    );
  });
}

function blocksOf(context: ResolveContext, text: string, count: number, bits: number): readonly string[] | undefined {
  const key = `${text} ${count} ${bits}`;
  if (context.blocks.has(key)) return context.blocks.get(key);
  const parsed = parseCidr(text);
  const blocks = parsed.ok && count >= 1 && count <= 256 ? subnetsOf(parsed.cidr, count, bits) : undefined;
  const texts = blocks?.map(formatCidr);
  context.blocks.set(key, texts);
  return texts;
}
