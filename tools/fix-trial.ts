/**
 * Makes every fix that is offered for a document, each on its own, and says what is wrong with the result: a finding that
 * is still there, a new one, a text that does not parse as well as before. And all of them at once.
 */
import { createTextChanges } from "../server/src/base/text-changes.ts";
import { placed } from "../server/src/features/repair/comparison.ts";
import { fixAll } from "../server/src/features/repair/fix-all.ts";
import { helps, outcomeOf } from "../server/src/features/repair/outcome.ts";
import type { Finding } from "../server/src/rules/rule.ts";
import type { Snapshot } from "../server/src/workspace/snapshot.ts";

export interface FixTrial {
  /** Fixes that were made. */
  readonly tried: number;
  /** A line per fix that does not do what it should. */
  readonly faults: readonly string[];
  /** Findings that all preferred fixes together cure. */
  readonly fixed: number;
}

export interface FixTrialOptions {
  /** New hints of other rules are no fault: they concern tidiness, which a short example leaves out. */
  readonly untidy?: boolean | undefined;
}

/** @param read reads another text of the document */
export function tryFixes(
  snapshot: Snapshot,
  read: (text: string) => Snapshot | undefined,
  { untidy = false }: FixTrialOptions = {},
): FixTrial {
  const faults: string[] = [];
  let tried = 0;
  for (const cures of placed(snapshot.findings, snapshot.document.layout)) {
    const { finding } = cures;
    for (const fix of finding.fixes()) {
      const edits = snapshot.document.render(fix.edits);
      if (!edits) continue;
      tried += 1;
      const changes = createTextChanges(snapshot.text);
      changes.apply(edits);
      const result = read(changes.text);
      const found = result && outcomeOf(snapshot, result, [cures], edits);
      const isTold = ({ rule, severity }: Finding) => !untidy || rule === finding.rule || severity !== "hint";
      const outcome = found && { ...found, added: found.added.filter(isTold) };
      if (outcome && helps(outcome) && changes.text !== snapshot.text) continue;
      const line = snapshot.text.slice(0, cures.range.start).split("\n").length;
      const wrong = !outcome
        ? ["nothing can read the result"]
        : [
            ...(outcome.parses ? [] : ["the result does not parse"]),
            ...outcome.remaining.map(() => "the finding is still there"),
            ...outcome.added.map(({ rule, message }) => `new: ${rule}: ${message.en}`),
            ...(changes.text === snapshot.text ? ["nothing changes"] : []),
          ];
      faults.push(`${finding.rule} in line ${line}, "${fix.title.en}": ${wrong.join("; ")}`);
    }
  }
  return { tried, faults, fixed: fixAll(snapshot, read).fixed.length };
}
