/**
 * All preferred fixes of a document at once.
 *
 * Fixes depend on each other: two subnets that overlap a third both want the next free block. So what is applied
 * together is read again and held against the text before: it counts only where every finding that it was to cure is
 * gone, nothing new is found and the text parses as well as before. Where that fails, fewer are tried, down to one by
 * one, each on the text that the last one left.
 */
import type { TextEdit } from "../../base/span.ts";
import { createTextChanges } from "../../base/text-changes.ts";
import type { Finding, Fix } from "../../rules/rule.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { type Placed, placed } from "./comparison.ts";
import { helps, outcomeOf } from "./outcome.ts";

export interface FixAllOptions {
  /** Only the findings of this rule. */
  readonly rule?: string | undefined;
  /** Asked before each reading; what was fixed until then is the answer. */
  readonly shouldStop?: (() => boolean) | undefined;
}

export interface FixedFinding {
  readonly rule: string;
  readonly title: Fix["title"];
}

export interface FixAll {
  /** Edits of the original text, in its order, none touching another. */
  readonly edits: readonly TextEdit[];
  readonly fixed: readonly FixedFinding[];
  /** The document with the edits made. */
  readonly result: Snapshot;
}

/** Readings of one text that are allowed; a document with so many faults that depend on each other is fixed in part. */
const mostReadings = 400;

/** A fix that can be written, and what it is to cure. */
interface Candidate {
  readonly cures: Placed;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
  /** Names the finding across versions of the text. */
  readonly key: string;
}

/** Whether the finding has a preferred fix, as far as can be said without writing it. */
export function hasPreferredFix(finding: Finding): boolean {
  return preferredOf(finding) !== undefined;
}

/**
 * Applies the preferred fixes until none is left that helps.
 *
 * @param read a snapshot of another text of the same document, under the same settings; undefined where it is none of ours
 */
export function fixAll(
  snapshot: Snapshot,
  read: (text: string) => Snapshot | undefined,
  { rule, shouldStop }: FixAllOptions = {},
): FixAll {
  const changes = createTextChanges(snapshot.text);
  const fixed: FixedFinding[] = [];
  const declined = new Set<string>();
  let current = snapshot;
  let most = Number.POSITIVE_INFINITY;
  let helpedSinceDeclined = false;
  for (let readings = 0; readings < mostReadings && !shouldStop?.(); readings += 1) {
    const group = together(candidates(current, rule, declined), most);
    if (group.length === 0) {
      // What others stood in the way of may work now.
      if (declined.size === 0 || !helpedSinceDeclined) break;
      declined.clear();
      helpedSinceDeclined = false;
      continue;
    }
    const attempt = createTextChanges(current.text);
    attempt.apply(group.flatMap(({ edits }) => edits));
    const next = read(attempt.text);
    const cured = group.map(({ cures }) => cures);
    if (next && helps(outcomeOf(current, next, cured, attempt.edits()))) {
      changes.apply(attempt.edits());
      fixed.push(...group.map(({ cures, fix }) => ({ rule: cures.finding.rule, title: fix.title })));
      current = next;
      most = group.length * 2;
      helpedSinceDeclined = true;
    } else if (group.length > 1) {
      most = Math.floor(group.length / 2);
    } else {
      for (const { key } of group) declined.add(key);
    }
  }
  return { edits: changes.edits(), fixed, result: current };
}

/** The preferred fixes that the document's language can write, by place. */
function candidates(snapshot: Snapshot, rule: string | undefined, declined: ReadonlySet<string>): Candidate[] {
  const seen = new Map<string, number>();
  return placed(snapshot.findings, snapshot.document.layout).flatMap((cures) => {
    const { finding } = cures;
    if (rule !== undefined && finding.rule !== rule) return [];
    const name = `${finding.rule}\n${finding.message.en}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const key = `${name}\n${count}`;
    if (declined.has(key)) return [];
    const fix = preferredOf(finding);
    const edits = fix && snapshot.document.render(fix.edits);
    return fix && edits && edits.length > 0 ? [{ cures, fix, edits, key }] : [];
  });
}

function preferredOf(finding: Finding): Fix | undefined {
  return finding.fixes().find(({ preferred }) => preferred);
}

/** As many candidates, from the first, as do not touch each other's text. */
function together(all: readonly Candidate[], most: number): readonly Candidate[] {
  const group: Candidate[] = [];
  const taken: TextEdit[] = [];
  for (const candidate of all) {
    if (group.length >= most) break;
    if (candidate.edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    group.push(candidate);
    taken.push(...candidate.edits);
  }
  return group;
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
