/** Inlay hints of a stretch of the text: what stands there comes to, without being asked. */
import type { Span, TextRange } from "../../base/span.ts";
import { guardOf } from "../../network/build-context.ts";
import type { Resource } from "../../template/template.ts";
import type { InlayHintKind } from "../../workspace/feature-switches.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { constructHints } from "./construct-hints.ts";
import type { HintScene, InlayHint } from "./inlay-hint.ts";
import { portHints } from "./port-hints.ts";
import { subnetHints } from "./subnet-hints.ts";
import { valueHints } from "./value-hints.ts";
import { zoneHints } from "./zone-hints.ts";

export interface PlacedHint extends Omit<InlayHint, "behind"> {
  /** Offset in the whole text. */
  readonly offset: number;
}

/** The hints inside the range, by place. */
export function inlayHints(
  snapshot: Snapshot,
  range: TextRange,
  kinds: Readonly<Record<InlayHintKind, boolean>>,
  context: HintScene["context"],
): readonly PlacedHint[] {
  const { layout } = snapshot.document;
  const placed = new Map<number, PlacedHint | "several">();
  const isNear = (span: Span): boolean => meets(layout.rangeOf(span), range);
  const place = ({ behind, ...hint }: InlayHint): void => {
    const { end: offset } = layout.rangeOf(behind);
    if (!kinds[hint.kind] || offset < range.start || offset > range.end) return;
    const before = placed.get(offset);
    // A loop or a function of the program makes several resources of one text, which may differ.
    const same = before === undefined || (before !== "several" && before.label === hint.label);
    placed.set(offset, same ? { ...hint, offset } : "several");
  };
  for (const resource of snapshot.template.resources.values()) {
    // What a construct makes has no text of its own.
    if (resource.impliedBy !== undefined || !isNear(resource.span)) continue;
    hintsOf(resource, snapshot, context).forEach(place);
  }
  constructHints(snapshot, isNear, context.language).forEach(place);
  return [...placed.values()].filter((hint) => hint !== "several").sort((a, b) => a.offset - b.offset);
}

function hintsOf(resource: Resource, snapshot: Snapshot, context: HintScene["context"]): readonly InlayHint[] {
  const guard = guardOf(snapshot.evaluator, resource);
  // A resource that never exists has no values.
  if (!guard) return [];
  const scene: HintScene = { snapshot, context, guard };
  return [
    ...subnetHints(resource, scene),
    ...valueHints(resource, scene),
    ...zoneHints(resource, scene),
    ...portHints(resource, scene),
  ];
}

function meets(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
