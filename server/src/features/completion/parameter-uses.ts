/** The properties whose whole value, or an item of whose list, a parameter is. */
import type { Expression } from "../../template/expression.ts";
import { occurrencesOf } from "../../template/occurrences.ts";
import type { Resource, Template } from "../../template/template.ts";
import type { ValueUse } from "../../workspace/snapshot.ts";

export function usesOfParameter(template: Template, id: string): readonly ValueUse[] {
  const holders = new Set(
    occurrencesOf(template)
      .of("parameter", id)
      .map(({ within }) => within),
  );
  return [...holders].flatMap((holder) =>
    "properties" in holder ? [...usesIn(holder, holder.properties, [], id)] : [],
  );
}

function* usesIn(resource: Resource, expression: Expression, path: readonly string[], id: string): Generator<ValueUse> {
  switch (expression.kind) {
    case "object":
      for (const { key, value } of expression.properties) yield* usesIn(resource, value, [...path, key], id);
      return;
    case "list":
      for (const item of expression.items) yield* usesIn(resource, item, path, id);
      return;
    case "call":
      if (expression.name === "Ref" && expression.argument.kind === "scalar" && expression.argument.text === id) {
        yield { resource, path };
      } else if (expression.name === "If") yield* usesIn(resource, expression.argument, path, id);
      return;
    default:
  }
}
