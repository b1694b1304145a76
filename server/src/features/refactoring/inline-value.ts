/** A function gives way to the value that it comes to. */
import type { CallExpression } from "../../template/expression.ts";
import { isList, provenanceOf, textOf } from "../../template/values.ts";
import { type Refactoring, type Selection, shortText } from "./refactoring.ts";

/** The outermost function around the cursor whose value is known before deployment. */
export function inlineValue({ snapshot, resource, steps }: Selection): readonly Refactoring[] {
  if (!resource) return [];
  for (const { expression, path } of steps) {
    if (expression.kind !== "call" || path[0] !== "Properties") continue;
    const value = snapshot.evaluator.resolve(expression);
    if (value.kind !== "known" || typeof value.data === "object" || isList(value.data)) continue;
    const text = textOf(value);
    if (text === undefined || text.includes("\n")) continue;
    const from = provenanceOf([value]);
    // What is assumed for this file is no value of the template.
    if (from.some(({ kind }) => kind === "assumed")) return [];
    const defaults = [...new Set(from.flatMap((origin) => (origin.kind === "default" ? [origin.parameter] : [])))];
    const shown = shortText(text);
    const what = nameOf(expression);
    const on = defaults.join(", ");
    const data = value.data;
    return [
      {
        id: "inline-value",
        kind: "refactor.inline",
        title:
          defaults.length === 0
            ? { en: `Replace ${what} by its value ${shown}`, ja: `${what} を値 ${shown} に置き換える` }
            : {
                en: `Replace ${what} by ${shown} (with the default of ${on})`,
                ja: `${what} を ${shown} に置き換える (${on} の既定値による)`,
              },
        edits: () => [{ kind: "replace-value", span: expression.span, value: data }],
      },
    ];
  }
  return [];
}

/** `Ref VpcCidr`, `GetAtt Vpc.CidrBlock`, `FindInMap Amis`, `Select`. */
function nameOf({ name, argument }: CallExpression): string {
  const parts = argument.kind === "list" ? argument.items : [argument];
  const texts = parts.map((part) => (part.kind === "scalar" ? part.text : ""));
  if (name === "Ref") return `Ref ${texts[0] ?? ""}`;
  if (name === "GetAtt") return `GetAtt ${texts.join(".")}`;
  return name === "FindInMap" ? `FindInMap ${texts[0] ?? ""}`.trim() : name;
}
