/** Where what stands at an offset is declared. */
import type { Span, TextRange } from "../../base/span.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Occurrence } from "../../template/occurrences.ts";
import type { Template } from "../../template/template.ts";
import type { Place, Snapshot } from "../../workspace/snapshot.ts";
import { nameAt, ownVariableAt, placesOf } from "./names-at.ts";

export interface Definition {
  /** What leads there: the name under the cursor. */
  readonly origin: TextRange;
  /** The whole declaration. */
  readonly target: TextRange;
  /** Its name. */
  readonly name: TextRange;
}

/** Declarations of what stands at the offset; none for pseudo parameters and what nobody declares. */
export function definitions(snapshot: Snapshot, offset: number): readonly Definition[] {
  const found = nameAt(snapshot, offset);
  if (found) {
    const { occurrence, range: origin, onAttribute } = found;
    const property = onAttribute ? attributeTarget(snapshot.template, occurrence) : undefined;
    if (property) return [definition(snapshot, origin, property.span, property.keySpan)];
    return placesOf(snapshot, occurrence)
      .filter(({ occurrence: { role } }) => role === "declaration")
      .map(({ occurrence: { within, span } }) => definition(snapshot, origin, within.span, span));
  }
  const variable = ownVariableAt(snapshot, offset);
  if (variable) {
    const origin = variable.uses.find(({ start, end }) => start <= offset && offset <= end) ?? variable.declaration;
    return [{ origin, target: variable.declaration, name: variable.declaration }];
  }
  return mappingEntry(snapshot, offset);
}

function definition({ document: { layout } }: Snapshot, origin: TextRange, target: Span, name: Span): Definition {
  return { origin, target: layout.rangeOf(target), name: layout.rangeOf(name) };
}

/** The property that an attribute repeats: `Vpc.CidrBlock` is the CidrBlock of Vpc. */
function attributeTarget({ resources }: Template, { name, attribute }: Occurrence) {
  return attribute && propertyOf(resources.get(name)?.properties, attribute.name);
}

/** The entry of a mapping that the second or third argument of FindInMap names. */
function mappingEntry(snapshot: Snapshot, offset: number): readonly Definition[] {
  if (snapshot.template.source !== "cloudformation") return [];
  const place = snapshot.document.placeAt(offset);
  if (place?.kind !== "intrinsic-argument" || place.name !== "FindInMap" || place.index < 1) return [];
  const path = keysOf(place);
  const mapping = path && snapshot.template.mappings.get(path.mapping);
  if (!path || !mapping) return [];
  let body: Expression | undefined = mapping.body;
  let entry: ReturnType<typeof propertyOf>;
  for (const key of path.keys) {
    entry = propertyOf(body, key);
    body = entry?.value;
  }
  return entry ? [definition(snapshot, snapshot.document.layout.rangeOf(place.span), entry.span, entry.keySpan)] : [];
}

/** The literal keys up to the one at the cursor. */
function keysOf({ call, index }: Extract<Place, { readonly kind: "intrinsic-argument" }>) {
  const items = call.argument.kind === "list" ? call.argument.items : [];
  const texts = items.slice(0, index + 1).flatMap((item) => (item.kind === "scalar" ? [item.text] : []));
  const [mapping, ...keys] = texts;
  return mapping !== undefined && texts.length === index + 1 && keys.length <= 2 ? { mapping, keys } : undefined;
}
