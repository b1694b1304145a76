/** What name stands at an offset of a template: of a declaration, or of one of Sub's own variables. */
import { type Span, type TextRange, touches } from "../../base/span.ts";
import { type CallExpression, type Property, propertyOf } from "../../template/expression.ts";
import { subPieces } from "../../template/intrinsics/strings.ts";
import { type Occurrence, occurrencesOf } from "../../template/occurrences.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

export interface NameAt {
  readonly occurrence: Occurrence;
  readonly range: TextRange;
  /** Whether the offset is on the attribute behind the name. */
  readonly onAttribute: boolean;
}

/** The name at the offset. Programs have none: their language's own server knows them. */
export function nameAt({ template, document: { layout } }: Snapshot, offset: number): NameAt | undefined {
  if (template.source !== "cloudformation") return undefined;
  for (const occurrence of occurrencesOf(template).all) {
    const range = layout.rangeOf(occurrence.span);
    if (range.end > range.start && touches(range, offset)) return { occurrence, range, onAttribute: false };
    if (!occurrence.attribute) continue;
    const attribute = layout.rangeOf(occurrence.attribute.span);
    if (touches(attribute, offset)) return { occurrence, range: attribute, onAttribute: true };
  }
  return undefined;
}

/** All places of the same name, the declaration first; a place that an alias repeats counts once. */
export function placesOf({ template, document: { layout } }: Snapshot, { kind, name }: Occurrence) {
  const seen = new Set<number>();
  return occurrencesOf(template)
    .of(kind, name)
    .flatMap((occurrence) => {
      const range = layout.rangeOf(occurrence.span);
      if (seen.has(range.start)) return [];
      seen.add(range.start);
      return [{ occurrence, range }];
    });
}

/** A variable that a Sub declares for itself. */
export interface OwnVariable {
  readonly declaration: TextRange;
  readonly uses: readonly TextRange[];
}

/** The variable of `!Sub [text, { Variable: … }]` at the offset, on its key or in the text. */
export function ownVariableAt(snapshot: Snapshot, offset: number): OwnVariable | undefined {
  if (snapshot.template.source !== "cloudformation") return undefined;
  const place = snapshot.document.placeAt(offset);
  if (place?.kind !== "sub-variable") return undefined;
  const variable = ownVariable(place.call, place.text.trim());
  if (!variable) return undefined;
  const { layout } = snapshot.document;
  return {
    declaration: layout.rangeOf(variable.property.keySpan),
    uses: variable.uses.map((span) => layout.rangeOf(span)),
  };
}

function ownVariable(
  { argument }: CallExpression,
  name: string,
): { readonly property: Property; readonly uses: readonly Span[] } | undefined {
  const [text, own] = argument.kind === "list" ? argument.items : [];
  const property = propertyOf(own, name);
  if (!property || text?.kind !== "scalar") return undefined;
  const { block, start, end } = text.span;
  const uses = subPieces(block.text.slice(start, end)).flatMap((piece): readonly Span[] => {
    if (piece.kind !== "variable" || piece.name !== name) return [];
    const from = block.text.indexOf(name, start + piece.start);
    return [{ block, start: from, end: from + name.length }];
  });
  return { property, uses };
}
