/** `!Select [n, !GetAZs region]`: a zone by its number, as it is written. */
import type { Expression } from "./expression.ts";

export interface ZoneSelection {
  readonly index: Expression;
  /** Empty for the stack's own; undefined where it is neither that nor a name. */
  readonly region: string | undefined;
}

/** Undefined where the expression is anything else. */
export function zoneSelection(expression: Expression | undefined): ZoneSelection | undefined {
  if (expression?.kind !== "call" || expression.name !== "Select" || expression.argument.kind !== "list") {
    return undefined;
  }
  const [index, zones] = expression.argument.items;
  if (index === undefined || zones?.kind !== "call" || zones.name !== "GetAZs") return undefined;
  return { index, region: regionOf(zones.argument) };
}

function regionOf(expression: Expression): string | undefined {
  if (expression.kind === "scalar") return expression.value === null ? "" : expression.text;
  const isOwn =
    expression.kind === "call" &&
    expression.name === "Ref" &&
    expression.argument.kind === "scalar" &&
    expression.argument.text === "AWS::Region";
  return isOwn ? "" : undefined;
}
