/** What name stands at an offset of a template: of a declaration, or of one of Sub's own variables. */
import { type TextRange, touches } from "../../base/span.ts";
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

/** All places of a variable that a Sub declares for itself. */
export interface OwnVariableAt {
  readonly name: string;
  readonly declaration: TextRange;
  readonly uses: readonly TextRange[];
  /** Whether another name in the same Sub is this one. */
  isNeighbour(name: string): boolean;
}

/** The variable of `!Sub [text, { Variable: … }]` at the offset, on its key or in the text. */
export function ownVariableAt({ template, document: { layout } }: Snapshot, offset: number): OwnVariableAt | undefined {
  if (template.source !== "cloudformation") return undefined;
  const { all, ownVariables } = occurrencesOf(template);
  const found = ownVariables.find(({ span, written }) => written && touches(layout.rangeOf(span), offset));
  if (!found) return undefined;
  const { name, own } = found;
  const places = ownVariables.filter((each) => each.own === own && each.name === name);
  const declared = places.find(({ role }) => role === "declaration") ?? found;
  return {
    name,
    declaration: layout.rangeOf(declared.span),
    uses: places.filter(({ role }) => role === "reference").map(({ span }) => layout.rangeOf(span)),
    isNeighbour: (other) => [...ownVariables, ...all].some((each) => each.own === own && each.name === other),
  };
}
