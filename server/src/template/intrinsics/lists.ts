/** Select, Length, GetAZs, and lists as written. */
import type { ResolveContext } from "../context.ts";
import { distribute } from "../distribute.ts";
import type { CallExpression, ListExpression, ObjectExpression } from "../expression.ts";
import type { Value } from "../value.ts";
import {
  computed,
  hindrance,
  integerOf,
  invalidCall,
  itemsOf,
  known,
  movedTo,
  provenanceOf,
  unknown,
} from "../values.ts";

/** `AWS::NoValue` takes an item out of a list. */
export function list(context: ResolveContext, expression: ListExpression): Value {
  const items = expression.items.map((item) => context.resolve(item)).filter((item) => item.kind !== "absent");
  return known(items, expression.span);
}

export function object(context: ResolveContext, expression: ObjectExpression): Value {
  const properties = new Map<string, Value>();
  for (const property of expression.properties) {
    const value = context.resolve(property.value);
    if (value.kind === "absent") properties.delete(property.key);
    else properties.set(property.key, value);
  }
  return known(properties, expression.span);
}

export function select(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const [index, source] = argument.kind === "list" ? argument.items : [];
  if (index === undefined || source === undefined) return invalidCall("Select", span);
  return distribute(context, [context.resolve(index), context.resolve(source)], span, (parts) => {
    const at = integerOf(parts[0]);
    const items = itemsOf(parts[1]);
    if (at === undefined || items === undefined) {
      return unknown(hindrance(parts) ?? { kind: "invalid-call", function: "Select" }, span);
    }
    return withPresentItems(context, items, call, (present) => {
      const item = present[at];
      if (item === undefined || (item.kind === "known" && item.data === null)) return invalidCall("Select", span);
      return movedTo(item, span, originsBeyond(item, parts[0]));
    });
  });
}

/** Origins of the index that the item does not have itself. */
function originsBeyond(item: Value, index: Value | undefined): ReturnType<typeof provenanceOf> {
  const own = new Set(provenanceOf([item]).map((origin) => JSON.stringify(origin)));
  return provenanceOf(index === undefined ? [] : [index]).filter((origin) => !own.has(JSON.stringify(origin)));
}

export function length(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  return distribute(context, [context.resolve(argument)], span, (parts) => {
    const items = itemsOf(parts[0]);
    if (items === undefined) return unknown(hindrance(parts) ?? { kind: "invalid-call", function: "Length" }, span);
    return withPresentItems(context, items, call, (present) => computed("Length", present.length, span, parts));
  });
}

/** The items that are there: where conditions take items out, for each way that can go. */
function withPresentItems(
  context: ResolveContext,
  items: readonly Value[],
  call: CallExpression,
  use: (present: readonly Value[]) => Value,
): Value {
  if (!items.some(mayBeAbsent)) return use(items);
  return distribute(context, items, call.span, (plain) => use(plain.filter((item) => item.kind !== "absent")));
}

function mayBeAbsent(value: Value): boolean {
  return value.kind === "choice" ? mayBeAbsent(value.then) || mayBeAbsent(value.else) : value.kind === "absent";
}

/** Which zones an account has is known only to the account. */
export function getAZs(_context: ResolveContext, call: CallExpression): Value {
  return unknown({ kind: "zones" }, call.span);
}
