/** The report as JSON; docs/command-line.md describes it. */
import { countsOf, type Report, type Trouble } from "../report.ts";

/** Raised when a field changes its meaning or goes; new fields may come at any time. */
const formatVersion = 1;

export function formatJson(report: Report): string {
  const { bySeverity, ...counts } = countsOf(report);
  const urls = new Map(report.rules.map(({ id, url }) => [id, url]));
  const document = {
    version: formatVersion,
    routewise: report.version,
    summary: { ...counts, ...bySeverity },
    files: report.files.map(({ path, findings, fixed }) => ({
      path,
      findings: findings.map(({ rule, severity, message, place, related, fixes }) => ({
        rule,
        severity,
        message,
        ...place,
        url: urls.get(rule),
        related: related.map((each) => ({ message: each.message, ...each.place })),
        fixes: fixes.map(({ title, preferred, edits }) => ({
          title,
          preferred,
          edits: edits.map((edit) => ({ ...edit.place, newText: edit.newText })),
        })),
      })),
      fixed,
    })),
    failures: withKind(report, "failure"),
    notes: withKind(report, "note"),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function withKind({ troubles }: Report, kind: Trouble["kind"]) {
  return troubles
    .filter((trouble) => trouble.kind === kind)
    .map(({ path, place, message }) => ({ path, ...place, message }));
}
