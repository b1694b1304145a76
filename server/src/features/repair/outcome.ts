/** What came of an edit: whether it cured what it was to cure, and brought nothing else. */
import type { TextEdit } from "../../base/span.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { isStillThere, newFindings, type Placed, placed } from "./comparison.ts";

export interface Outcome {
  /** Whether the text parses as well as before. */
  readonly parses: boolean;
  /** What was to be cured and is still found. */
  readonly remaining: readonly Finding[];
  /** What was not found before; the settings may hide it. */
  readonly added: readonly Finding[];
}

/**
 * Holds a document with the edits made against the one before.
 *
 * @param cures the findings that the edits are to cure
 */
export function outcomeOf(
  before: Snapshot,
  after: Snapshot,
  cures: readonly Placed[],
  edits: readonly TextEdit[],
): Outcome {
  const found = placed(after.unfiltered, after.document.layout);
  const cured = new Set(cures.map(identityOf));
  const others = placed(before.unfiltered, before.document.layout).filter((each) => !cured.has(identityOf(each)));
  return {
    parses: after.document.problems.length <= before.document.problems.length,
    remaining: cures.filter((each) => isStillThere(each, found, edits)).map(({ finding }) => finding),
    added: newFindings(others, found, edits),
  };
}

export function helps({ parses, remaining, added }: Outcome): boolean {
  return parses && remaining.length === 0 && added.length === 0;
}

/** The same report in two lists of one version's findings: with the settings applied and without. */
function identityOf({ finding, range }: Placed): string {
  return `${finding.rule} ${range.start} ${range.end} ${finding.message.en}`;
}
