import fc from "fast-check";
import { expect, test } from "vitest";
import { createEvaluator } from "../../../server/src/template/evaluate.ts";
import { type Expression, intrinsicNames } from "../../../server/src/template/expression.ts";
import type { Template } from "../../../server/src/template/template.ts";
import { templateOf } from "../../support/evaluation.ts";

const span = { block: { text: "" }, start: 0, end: 0 };
const names = ["Vpc", "Stage", "Net", "IsProd", "Loop", "AWS::NoValue", "AWS::Region", "Vpc.CidrBlock"];
const texts = [
  ...names,
  "0",
  "2",
  "8",
  ",",
  "",
  "10.0.0.0/16",
  "::/56",
  "${Vpc}",
  "${Stage}/${Vpc.CidrBlock}",
  "{{x}}",
];

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    fc
      .oneof(fc.constantFrom(...texts), fc.integer(), fc.boolean(), fc.constant(null))
      .map((value): Expression => ({ kind: "scalar", value, text: String(value ?? ""), span })),
    fc.array(tie("expression"), { maxLength: 4 }).map((items): Expression => ({ kind: "list", items, span })),
    fc.tuple(fc.constantFrom("A", "DefaultValue", "Vpc"), tie("expression")).map(
      ([key, value]): Expression => ({
        kind: "object",
        properties: [{ key, keySpan: span, value, span }],
        span,
      }),
    ),
    fc
      .tuple(fc.constantFrom(...intrinsicNames), tie("expression"))
      .map(([name, argument]): Expression => ({ kind: "call", name, argument, form: "short", nameSpan: span, span })),
  ),
}));

const base = templateOf(`
Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod] }
Mappings:
  Net: { dev: { Vpc: 10.0.0.0/16 } }
Resources:
  Vpc: { Type: AWS::EC2::VPC }
`);

/** The template with a condition and the VPC's block being anything at all. */
function templateWith(condition: Expression, block: Expression): Template {
  const vpc = base.resources.get("Vpc");
  if (!vpc) throw new Error("no Vpc");
  const properties = {
    kind: "object",
    properties: [{ key: "CidrBlock", keySpan: span, value: block, span }],
    span,
  } as const;
  const named = (id: string, body: Expression) => [id, { id, idSpan: span, span, body }] as const;
  return {
    ...base,
    conditions: new Map([named("IsProd", condition), named("Loop", condition)]),
    resources: new Map([["Vpc", { ...vpc, properties }]]),
  };
}

test("whatever is written, an evaluator answers", () => {
  fc.assert(
    fc.property(expression, expression, expression, (condition, block, asked) => {
      const evaluator = createEvaluator(templateWith(condition, block));
      const ways = evaluator.alternatives(asked);
      expect(ways.length).toBeLessThan(10_000);
      for (const { value, guard } of ways) {
        expect(["known", "reference", "unknown", "absent"]).toContain(value.kind);
        evaluator.conditions.describe(guard);
      }
      evaluator.conditions.scenarios(["IsProd", "Loop", "Nowhere"]);
      evaluator.conditions.exhaustive(ways.map(({ guard }) => guard));
    }),
    { numRuns: 500 },
  );
});
