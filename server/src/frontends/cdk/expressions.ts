/** Values of the program -> expressions of the template. */
import type { CodeRange } from "../../syntax/code/ast.ts";
import type {
  CallExpression,
  Expression,
  IntrinsicName,
  ObjectExpression,
  OpaqueExpression,
  Property,
  ScalarExpression,
} from "../../template/expression.ts";
import type { PropertyNames } from "./catalog.ts";
import type { CodeEntry, Located } from "./code-value.ts";
import { camelCase, upperFirst } from "./names.ts";
import { type Reading, spanOf } from "./reading.ts";

/** @param names how the properties of an object are called; undefined where its keys are taken as they are */
export function toExpression(reading: Reading, { value, range }: Located, names?: PropertyNames): Expression {
  const span = spanOf(reading, range);
  switch (value.kind) {
    case "scalar":
      return { kind: "scalar", value: value.value, text: value.text, span };
    case "list":
      if (value.open) return opaqueAt(reading, range);
      return { kind: "list", items: value.items.map((item) => toExpression(reading, item, names)), span };
    case "object":
      if (value.open) return opaqueAt(reading, range);
      return toObject(reading, value.entries, range, names);
    case "intrinsic":
      return {
        kind: "call",
        name: value.name,
        argument: toExpression(reading, value.argument, value.name === "If" ? names : undefined),
        form: "code",
        nameSpan: spanOf(reading, value.nameRange),
        span,
      };
    case "nothing":
      return reference(reading, "AWS::NoValue", range);
    case "construct":
      return reference(reading, value.construct.id, range);
    case "parameter":
      return reference(reading, value.id, range);
    case "condition":
      return call(reading, "Condition", scalarAt(reading, value.id, range), range);
    default:
      return opaqueAt(reading, range);
  }
}

export function toObject(
  reading: Reading,
  entries: readonly CodeEntry[],
  range: CodeRange,
  names: PropertyNames | undefined,
): ObjectExpression {
  const properties = entries.map((item): Property => {
    const known = names?.property(item.key);
    const isMapOfStructs = known?.isMap === true && item.value.value.kind === "object";
    const value = isMapOfStructs
      ? mapOfStructs(reading, item.value, known.nested)
      : toExpression(reading, item.value, known?.nested);
    return {
      key: names ? (known?.name ?? upperFirst(camelCase(item.key))) : item.key,
      keySpan: spanOf(reading, item.keyRange),
      value,
      span: spanOf(reading, item.range),
    };
  });
  return { kind: "object", properties, span: spanOf(reading, range) };
}

/** The keys are the user's own, the values are objects of properties. */
function mapOfStructs(reading: Reading, located: Located, nested: PropertyNames | undefined): Expression {
  if (located.value.kind !== "object" || located.value.open) return opaqueAt(reading, located.range);
  const properties = located.value.entries.map((item) => ({
    key: item.key,
    keySpan: spanOf(reading, item.keyRange),
    value: toExpression(reading, item.value, nested),
    span: spanOf(reading, item.range),
  }));
  return { kind: "object", properties, span: spanOf(reading, located.range) };
}

export function opaqueAt(reading: Reading, range: CodeRange): OpaqueExpression {
  return { kind: "opaque", reason: "code", span: spanOf(reading, range) };
}

export function scalarAt(reading: Reading, text: string, range: CodeRange): ScalarExpression {
  return { kind: "scalar", value: text, text, span: spanOf(reading, range) };
}

export function call(
  reading: Reading,
  name: IntrinsicName,
  argument: Expression,
  range: CodeRange,
  nameRange: CodeRange = range,
): CallExpression {
  return {
    kind: "call",
    name,
    argument,
    form: "code",
    nameSpan: spanOf(reading, nameRange),
    span: spanOf(reading, range),
  };
}

function reference(reading: Reading, id: string, range: CodeRange): CallExpression {
  return call(reading, "Ref", scalarAt(reading, id, range), range);
}
