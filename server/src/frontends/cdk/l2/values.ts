/** Values that the library's constructs give to the resources they make; placed at what makes them. */
import type { CodeRange } from "../../../syntax/code/ast.ts";
import type { IntrinsicName } from "../../../template/expression.ts";
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";

/** A value, with a place of its own where it has one. Properties that are undefined aren't set. */
export type Given = CodeValue | Located | undefined;

export type GivenProperties = Readonly<Record<string, Given>>;

export function located(value: CodeValue | Located, at: CodeRange): Located {
  return "kind" in value ? { value, range: at } : value;
}

export function listOf(values: readonly (CodeValue | Located)[], at: CodeRange): CodeValue {
  return { kind: "list", items: values.map((value) => located(value, at)) };
}

/** The items of a list that is known to its end. */
export function itemsOf(given: Located | undefined): readonly Located[] | undefined {
  return given?.value.kind === "list" && !given.value.open ? given.value.items : undefined;
}

/** A list of what each item becomes; unknown where the items can't be told. */
export function mapItems(given: Located, of: (item: Located) => CodeValue): Located {
  const items = itemsOf(given);
  const mapped = items?.map((item): Located => ({ value: of(item), range: item.range }));
  return { value: mapped ? listOf(mapped, given.range) : opaque, range: given.range };
}

export function objectOf(properties: GivenProperties, at: CodeRange): CodeValue {
  const entries = Object.entries(properties).flatMap(([key, value]): CodeEntry[] =>
    value === undefined ? [] : [{ key, keyRange: at, range: at, value: located(value, at) }],
  );
  return { kind: "object", open: false, entries };
}

export function call(name: IntrinsicName, args: readonly (CodeValue | Located)[], at: CodeRange): CodeValue {
  return { kind: "intrinsic", name, nameRange: at, argument: { value: listOf(args, at), range: at } };
}

export function attributeOf(id: string, name: string, at: CodeRange): CodeValue {
  return call("GetAtt", [scalar(id), scalar(name)], at);
}

/** One of two values, by a condition. */
export function either(condition: string, then: CodeValue, otherwise: CodeValue, at: CodeRange): CodeValue {
  return call("If", [scalar(condition), then, otherwise], at);
}
