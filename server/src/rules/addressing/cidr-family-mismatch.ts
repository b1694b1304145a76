import { parseCidr } from "../../base/cidr.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { defineRule, type Fix } from "../rule.ts";
import { type CidrUse, cidrUses } from "./cidr-properties.ts";

export const cidrFamilyMismatch = defineRule({
  id: "cidr-family-mismatch",
  group: "addressing",
  severity: "error",
  topic: "subnet-cidr-planning",
  messages: {
    mismatch: {
      en: "{property} of {id} takes an {expected} block, but {text} is {actual}. CloudFormation will fail. {advice}",
      ja: "{id} の {property} には {expected} の CIDR を書くが、{text} は {actual}。デプロイは失敗する。{advice}",
    },
  },
  check({ evaluator }, report) {
    for (const use of cidrUses(evaluator)) {
      const { property, resource, text } = use;
      const parsed = use.parsed.ok ? use.parsed : parseCidr(text.trim());
      if (!parsed.ok || property.family === "either" || parsed.cidr.family === property.family) continue;
      const { counterpart } = property;
      report({
        at: use.span,
        message: "mismatch",
        data: {
          id: resource.id,
          property: property.path.at(-1) ?? "",
          text,
          expected: `IPv${property.family}`,
          actual: `IPv${parsed.cidr.family}`,
          advice: counterpart
            ? { en: `Write it as ${counterpart}.`, ja: `${counterpart} に書くこと。` }
            : { en: `Give it an IPv${property.family} block.`, ja: `IPv${property.family} の CIDR にすること。` },
        },
        because: [use],
        fixes: () => renamed(use),
      });
    }
  },
});

/** Renaming moves the whole value, so it is offered only where the value is one literal. */
function renamed({ property, resource, path, from }: CidrUse): readonly Fix[] {
  const { counterpart } = property;
  const name = path.at(-1);
  if (!counterpart || typeof name !== "string" || from.length > 0) return [];
  const parent = expressionAt(resource.properties, path.slice(0, -1));
  if (propertyOf(parent, counterpart) || propertyOf(parent, name)?.value.kind !== "scalar") return [];
  return [
    {
      title: { en: `Rename ${name} to ${counterpart}`, ja: `${name} を ${counterpart} に変える` },
      edits: [{ kind: "rename-property", resource: resource.id, path, to: counterpart }],
      preferred: true,
    },
  ];
}

function expressionAt(root: Expression, path: CidrUse["path"]): Expression | undefined {
  return path.reduce<Expression | undefined>(
    (expression, step) =>
      typeof step === "string"
        ? propertyOf(expression, step)?.value
        : expression?.kind === "list"
          ? expression.items[step]
          : undefined,
    root,
  );
}
