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
  let limits: GroupLimits = { most: Number.POSITIVE_INFINITY, distinct: false };
  let helpedSinceDeclined = false;
  for (let readings = 0; readings < mostReadings && !shouldStop?.(); readings += 1) {
    const group = together(candidates(current, rule, declined), limits);
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
      limits = { ...limits, most: group.length * 2 };
      helpedSinceDeclined = true;
    } else if (group.length > 1) {
      // The usual reason is that several want the same free value; only then is it the number that is wrong.
      limits = limits.distinct ? { ...limits, most: Math.floor(group.length / 2) } : { ...limits, distinct: true };
    } else {
      for (const { key } of group) declined.add(key);
    }
  }
  return { edits: changes.edits(), fixed, result: current };
}

/** The preferred fixes that the document's language can write, by place; written only as far as they are asked for. */
function* candidates(
  snapshot: Snapshot,
  rule: string | undefined,
  declined: ReadonlySet<string>,
): Generator<Candidate> {
  const seen = new Map<string, number>();
  for (const cures of placed(snapshot.findings, snapshot.document.layout)) {
    const { finding } = cures;
    if (rule !== undefined && finding.rule !== rule) continue;
    const name = `${finding.rule}\n${finding.message.en}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const key = `${name}\n${count}`;
    const fix = declined.has(key) ? undefined : preferredOf(finding);
    const edits = fix && snapshot.document.render(fix.edits);
    if (fix && edits && edits.length > 0) yield { cures, fix, edits, key };
  }
}

function preferredOf(finding: Finding): Fix | undefined {
  return finding.fixes().find(({ preferred }) => preferred);
}

interface GroupLimits {
  readonly most: number;
  /** No two fixes of a rule that put the same value in place of another. */
  readonly distinct: boolean;
}

/** As many candidates, from the first, as do not touch each other's text and keep the limits. */
function together(all: Iterable<Candidate>, { most, distinct }: GroupLimits): readonly Candidate[] {
  const group: Candidate[] = [];
  const taken: TextEdit[] = [];
  const values = new Set<string>();
  for (const candidate of all) {
    if (candidate.edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    const replaced = candidate.edits
      .filter(({ range }) => range.start < range.end)
      .map(({ newText }) => `${candidate.cures.finding.rule}\n${newText}`);
    if (distinct && replaced.some((value) => values.has(value))) continue;
    group.push(candidate);
    if (group.length >= most) break;
    taken.push(...candidate.edits);
    for (const value of replaced) values.add(value);
  }
  return group;
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
