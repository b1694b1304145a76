/** Code lenses: at most one line above a declaration, with what it is in the network and how often it is referred to. */
import type { Language } from "../../base/localized.ts";
import type { TextRange } from "../../base/span.ts";
import { occurrencesOf, sectionsOf } from "../../template/occurrences.ts";
import type { Resource } from "../../template/template.ts";
import type { CodeLensKind } from "../../workspace/feature-switches.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { entityOf } from "../describe/find.ts";
import { references } from "../navigation/references.ts";
import { lensKindOf, networkTitle } from "./network-lenses.ts";
import { say } from "./wording.ts";

export interface NetworkLens {
  /** The lens stands above the line of its beginning. */
  readonly range: TextRange;
  readonly title: string;
}

/** The lenses of network resources, by place. */
export function networkLenses(
  snapshot: Snapshot,
  kinds: Readonly<Record<CodeLensKind, boolean>>,
  language: Language,
): readonly NetworkLens[] {
  const { network, template } = snapshot;
  const placed = new Map<number, NetworkLens | "several">();
  for (const resource of template.resources.values()) {
    const entity = isSeen(resource) ? entityOf(network, resource.id) : undefined;
    const kind = entity && lensKindOf(entity);
    const title = entity && kind && kinds[kind] ? networkTitle(entity, network, language) : undefined;
    if (title === undefined) continue;
    const range = rangeOf(resource, snapshot);
    const before = placed.get(range.start);
    // A loop or a function of a program makes several resources of one text, which may differ.
    const same = before === undefined || (before !== "several" && before.title === title);
    placed.set(range.start, same ? { range, title } : "several");
  }
  return [...placed.values()].filter((lens) => lens !== "several");
}

/** The names of declarations that are referred to. None in programs, whose own language's server counts references. */
export function referencedNames({ template, document, languageId }: Snapshot): readonly TextRange[] {
  if (languageId !== "yaml" && languageId !== "json") return [];
  const occurrences = occurrencesOf(template);
  return sectionsOf(template).flatMap(([kind, declarations]) =>
    [...declarations.values()].flatMap(({ id, idSpan }) =>
      occurrences.of(kind, id).some(({ role }) => role === "reference") ? [document.layout.rangeOf(idSpan)] : [],
    ),
  );
}

export interface ReferencesLens {
  readonly title: string;
  readonly places: readonly TextRange[];
}

/** How often the name at the offset is referred to, and where. */
export function referencesLens(snapshot: Snapshot, offset: number, language: Language): ReferencesLens {
  const places = references(snapshot, offset).flatMap(({ range, isDeclaration }) => (isDeclaration ? [] : [range]));
  const n = places.length;
  return { title: n === 1 ? say("reference", language) : say("references", language, { n }), places };
}

/** Of what a construct makes only the construct itself has a text. */
function isSeen({ id, impliedBy }: Resource): boolean {
  return impliedBy === undefined || impliedBy === id;
}

/** In a program the id may stand lines below the construct. */
function rangeOf({ span, idSpan }: Resource, { document: { layout }, template }: Snapshot): TextRange {
  if (template.source === "cloudformation") return layout.rangeOf(idSpan);
  const { start } = layout.rangeOf(span);
  return { start, end: start };
}
