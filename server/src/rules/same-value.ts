/** Whether two values are the same, also where nobody knows yet what they are. */
import { textOf } from "../template/values.ts";
import type { Given } from "./basis.ts";

/**
 * A text that is equal for equal values: a resource of the template, a known text, a parameter. Undefined where two
 * values that look alike may differ.
 */
export function identityOf(value: Given["value"]): string | undefined {
  switch (value.kind) {
    case "reference":
      return `resource ${value.logicalId}.${value.attribute ?? ""}`;
    case "known": {
      const text = textOf(value);
      return text === undefined ? undefined : `text ${text}`;
    }
    case "unknown":
      if (value.reason.kind === "parameter") return `parameter ${value.reason.name}`;
      return value.reason.kind === "pseudo-parameter" ? `parameter ${value.reason.name}` : undefined;
  }
}
