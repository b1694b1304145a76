/** FindInMap. */
import type { ResolveContext } from "../context.ts";
import { distribute } from "../distribute.ts";
import { type CallExpression, type Expression, type ObjectExpression, propertyOf } from "../expression.ts";
import type { KnownValue, Value } from "../value.ts";
import { hindrance, invalidCall, movedTo, type PlainValue, provenanceOf, textOf, unknown } from "../values.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html */
export function findInMap(context: ResolveContext, call: CallExpression): Value {
  const { argument, span } = call;
  const items = argument.kind === "list" ? argument.items : [];
  const keys = items.slice(0, 3);
  if (keys.length < 3) return invalidCall("FindInMap", span);
  const fallback = propertyOf(items[3], "DefaultValue")?.value;
  const values = keys.map((key) => context.resolve(key));
  return distribute(context, values, span, (parts) => lookUp(context, call, parts, fallback));
}

function lookUp(
  context: ResolveContext,
  call: CallExpression,
  parts: readonly PlainValue[],
  fallback: Expression | undefined,
): Value {
  const { span } = call;
  const [mapPart, topPart, secondPart] = parts;
  const name = textOf(mapPart);
  const reason = hindrance(parts) ?? { kind: "invalid-call", function: "FindInMap" };
  if (name === undefined || topPart === undefined || secondPart === undefined) return unknown(reason, span);
  const mapping = context.template.mappings.get(name);
  if (mapping === undefined) return unknown({ kind: "undefined-name", name }, span);
  if (mapping.body.kind !== "object") return unknown({ kind: "transform" }, span);

  const [top, second] = [textOf(topPart), textOf(secondPart)];
  if (top !== undefined && second !== undefined) {
    const found = entryOf(context, mapping.body, name, [top, second], call, parts);
    if (found !== undefined) return found;
    if (hasTransform(mapping.body)) return unknown({ kind: "transform" }, span);
    return fallback === undefined ? invalidCall("FindInMap", span) : movedTo(context.resolve(fallback), span);
  }
  const candidates: KnownValue[] = [];
  for (const topKey of keysFor(topPart, mapping.body)) {
    for (const secondKey of keysFor(secondPart, propertyOf(mapping.body, topKey)?.value)) {
      const found = entryOf(context, mapping.body, name, [topKey, secondKey], call, parts);
      if (found?.kind === "known") candidates.push(found);
    }
  }
  return unknown(reason, span, candidates);
}

function entryOf(
  context: ResolveContext,
  body: ObjectExpression,
  mapping: string,
  keys: readonly [string, string],
  call: CallExpression,
  parts: readonly PlainValue[],
): Value | undefined {
  const entry = propertyOf(propertyOf(body, keys[0])?.value, keys[1]);
  if (entry === undefined) return undefined;
  const origins = [...provenanceOf(parts), { kind: "mapping", mapping, keys } as const];
  return movedTo(context.resolve(entry.value), call.span, origins);
}

/** The keys that a part of the call may name. */
function keysFor(part: PlainValue, level: Expression | undefined): readonly string[] {
  const text = textOf(part);
  if (text !== undefined) return [text];
  const all = level?.kind === "object" ? level.properties.map((property) => property.key) : [];
  const candidates = part.kind === "unknown" ? part.candidates?.map(textOf) : undefined;
  return candidates === undefined ? [...new Set(all)] : all.filter((key) => candidates.includes(key));
}

function hasTransform(body: ObjectExpression): boolean {
  return body.properties.some((property) => property.key.startsWith("Fn::"));
}
