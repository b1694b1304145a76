/** Ignore notes in texts: what is found beside them, and what the fixes that write them make of a text. */
import { ignoreFixes } from "../../server/src/features/repair/ignore-fixes.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { applyEdits } from "./apply-edits.ts";
import { languageOfText } from "./check-rule.ts";
import { parseMarks } from "./marks.ts";
import { codeSnapshotOf, snapshotOf } from "./snapshot.ts";

/** The snapshot of a text in whatever language it is; marks are taken out. */
export async function snapshotIn(marked: string): Promise<Snapshot> {
  const language = languageOfText(parseMarks(marked).text);
  const { snapshot } =
    language === "yaml" || language === "json" ? snapshotOf(marked, language) : await codeSnapshotOf(marked, language);
  return snapshot;
}

/** Findings as `rule "text"`, by place. */
export async function found(marked: string): Promise<readonly string[]> {
  const snapshot = await snapshotIn(marked);
  const { layout } = snapshot.document;
  return snapshot.findings.map(({ rule, at }) => {
    const { start, end } = layout.rangeOf(at);
    return `${rule} ${JSON.stringify(snapshot.text.slice(start, end).split("\n")[0])}`;
  });
}

/** Title of each fix that ignores the finding of the rule -> the text that it makes. */
export async function ignored(marked: string, rule: string): Promise<ReadonlyMap<string, string>> {
  const snapshot = await snapshotIn(marked);
  const finding = snapshot.findings.find((each) => each.rule === rule);
  if (!finding) throw new Error(`${rule} finds nothing.`);
  return new Map(
    ignoreFixes(snapshot, finding).map(({ title, edits }) => [title.en, applyEdits(snapshot.text, edits)]),
  );
}

/** Title of each fix of the finding of the rule -> the text that it makes. */
export async function repaired(marked: string, rule: string): Promise<ReadonlyMap<string, string>> {
  const snapshot = await snapshotIn(marked);
  const finding = snapshot.findings.find((each) => each.rule === rule);
  if (!finding) throw new Error(`${rule} finds nothing.`);
  const fixes = finding.fixes().map(({ title, edits }) => {
    const rendered = snapshot.document.render(edits);
    if (!rendered) throw new Error(`${title.en} can't be written.`);
    return [title.en, applyEdits(snapshot.text, rendered)] as const;
  });
  return new Map(fixes);
}
