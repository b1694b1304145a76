/**
 * What an edit did to the findings of a document: which are gone, which stayed, which are new.
 *
 * Messages name values that another repair may change ("next free: 10.0.3.0/25"), and places move with the text. So a
 * finding counts as the same where its rule is the same and its place is the one it had, or else its message; or where
 * the text that it is about was moved.
 */
import type { TextEdit, TextRange } from "../../base/span.ts";
import type { Finding } from "../../rules/rule.ts";

/** A finding with its place in one version of a text. */
export interface Placed {
  readonly finding: Finding;
  readonly range: TextRange;
}

/** Findings with their places. */
export function placed(
  findings: readonly Finding[],
  layout: { rangeOf(span: Finding["at"]): TextRange },
): readonly Placed[] {
  return findings.map((finding) => ({ finding, range: layout.rangeOf(finding.at) }));
}

/**
 * The findings after the edits that were not there before them.
 *
 * @param before without those that the edits are to cure: whatever stands in their place afterwards is new
 * @param edits from the text before to the text after
 */
export function newFindings(
  before: readonly Placed[],
  after: readonly Placed[],
  edits: readonly TextEdit[],
): readonly Finding[] {
  const known = new Set(before.map((each) => ({ ...each, range: movedBy(edits, each.range), was: each.range })));
  let rest = after;
  for (const alike of [sameInAllRespects, samePlace, sameMessage]) {
    rest = rest.filter((each) => {
      const partner = [...known].find((other) => alike(other, each));
      if (partner) known.delete(partner);
      return !partner;
    });
  }
  return withoutMoved(rest, [...known], edits).map(({ finding }) => finding);
}

/** Without those in text that the edits put in, as far as findings of the same rule went with text that they took out. */
function withoutMoved(
  added: readonly Placed[],
  gone: readonly (Placed & { readonly was: TextRange })[],
  edits: readonly TextEdit[],
): readonly Placed[] {
  const putIn = placesOfNewText(edits);
  const taken = new Set(gone.filter(({ was }) => edits.some(({ range }) => encloses(range, was))));
  return added.filter((each) => {
    const partner = [...taken].find(({ finding }) => finding.rule === each.finding.rule);
    if (!partner || !putIn.some((range) => encloses(range, each.range))) return true;
    taken.delete(partner);
    return false;
  });
}

/** Where the new texts of the edits stand after them. */
function placesOfNewText(edits: readonly TextEdit[]): readonly TextRange[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.range.start - b.range.start)
    .map(({ range, newText }) => {
      const start = range.start + shift;
      shift += newText.length - (range.end - range.start);
      return { start, end: start + newText.length };
    });
}

function encloses(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the finding, which stood at `range` before the edits, is still among those after them. */
export function isStillThere(
  { finding, range }: Placed,
  after: readonly Placed[],
  edits: readonly TextEdit[],
): boolean {
  const moved = { finding, range: movedBy(edits, range) };
  return after.some((each) => sameInAllRespects(moved, each));
}

function sameInAllRespects(a: Placed, b: Placed): boolean {
  return samePlace(a, b) && sameMessage(a, b);
}

function samePlace(a: Placed, b: Placed): boolean {
  return a.finding.rule === b.finding.rule && a.range.start <= b.range.end && b.range.start <= a.range.end;
}

function sameMessage(a: Placed, b: Placed): boolean {
  return a.finding.rule === b.finding.rule && a.finding.message.en === b.finding.message.en;
}

/** Where a range of the text before the edits stands after them; what an edit replaces becomes all of its new text. */
function movedBy(edits: readonly TextEdit[], { start, end }: TextRange): TextRange {
  return { start: movedOffset(edits, start, "start"), end: movedOffset(edits, end, "end") };
}

function movedOffset(edits: readonly TextEdit[], offset: number, side: "start" | "end"): number {
  let shift = 0;
  for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    if (range.start > offset || (range.start === offset && range.end > offset && side === "end")) break;
    if (range.start === range.end && range.start === offset && side === "end") break;
    const isInside = range.end > offset;
    if (isInside) return range.start + shift + (side === "start" ? 0 : newText.length);
    shift += newText.length - (range.end - range.start);
  }
  return offset + shift;
}
