/** Values of the template, written again at another place. */
import type { NewValue } from "../../template/edit.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";

/** What stands in a property, to be written elsewhere; undefined where it is absent or holds what cannot be read. */
export function propertyAsNewValue({ properties }: Pick<Resource, "properties">, name: string): NewValue | undefined {
  const property = propertyOf(properties, name);
  return property && asNewValue(property.value);
}

function asNewValue(expression: Expression): NewValue | undefined {
  switch (expression.kind) {
    case "scalar":
      return expression.value;
    case "call": {
      const argument = asNewValue(expression.argument);
      return argument === undefined ? undefined : { call: expression.name, argument };
    }
    case "list": {
      const items: NewValue[] = [];
      for (const item of expression.items) {
        const value = asNewValue(item);
        if (value === undefined) return undefined;
        items.push(value);
      }
      return items;
    }
    default:
      return undefined;
  }
}
