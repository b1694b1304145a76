/** The report for people: what, where, the line of the source with the place marked, and a count at the end. */
import type { Severity } from "../../server/src/rules/rule.ts";
import { countsOf, type FileReport, type Place, type Report, type ReportedFinding, severities } from "../report.ts";
import { textsIn } from "../texts.ts";

export interface TextOptions {
  readonly color: boolean;
  /** Leaves out the source lines and the count. */
  readonly quiet: boolean;
}

/** What a terminal is told to do, and how to undo it: SGR codes of ECMA-48. */
const styles = {
  bold: [1, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  gray: [90, 39],
} as const;
type Style = keyof typeof styles;
type Paint = (style: Style, text: string) => string;

/** A line of source that is longer is shown in part: JSON is often one line. */
const widestLine = 120;

const colors: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", info: "blue", hint: "gray" };

export function formatText(report: Report, { color, quiet }: TextOptions): string {
  const paint: Paint = (style, text) =>
    color ? `\u001B[${styles[style][0]}m${text}\u001B[${styles[style][1]}m` : text;
  const parts = report.files.flatMap((file) =>
    file.findings.map((finding) => findingText(report, file, finding, paint, quiet)),
  );
  const fixed = report.files.flatMap((file) =>
    file.fixed.map(
      ({ rule, title }) => `${file.path}: ${paint("green", textsIn(report.language).fixed)} ${rule}: ${title}\n`,
    ),
  );
  if (quiet) return [...fixed, ...parts].join("");
  return [
    ...fixed,
    ...(fixed.length > 0 ? ["\n"] : []),
    ...parts.map((part) => `${part}\n`),
    summary(report, paint),
  ].join("");
}

function findingText(report: Report, file: FileReport, finding: ReportedFinding, paint: Paint, quiet: boolean): string {
  const { rule, severity, message, place, related, fixes } = finding;
  const texts = textsIn(report.language);
  const at = `${file.path}:${place.line}:${place.column}`;
  const head = `${paint("bold", at)} ${paint(colors[severity], texts.severity[severity])} ${rule}`;
  if (quiet) return `${head} ${message}\n`;
  const preferred = fixes.find((fix) => fix.preferred);
  return [
    head,
    `  ${message}`,
    ...excerpt(file.text, place, paint, colors[severity]),
    ...related.map((each) => `  ${file.path}:${each.place.line}:${each.place.column} ${each.message}`),
    ...(preferred ? [`  ${paint("green", texts.fix)} ${preferred.title}`] : []),
    "",
  ].join("\n");
}

/** The first line of the place, with a line below that marks it. */
function excerpt(text: string, place: Place, paint: Paint, color: Style): readonly string[] {
  const line = text.split(/\r\n|\r|\n/)[place.line - 1] ?? "";
  const end = place.endLine === place.line ? place.endColumn - 1 : line.trimEnd().length;
  const start = place.column - 1;
  const from = line.length > widestLine ? Math.max(0, Math.min(start - 40, line.length - widestLine)) : 0;
  const to = Math.min(line.length, from + widestLine);
  const shown = `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
  const indent = `${from > 0 ? " " : ""}${blank(line.slice(from, start))}`;
  const marked = "^".repeat(Math.max(1, widthOf(line.slice(start, Math.min(end, to)))));
  const number = String(place.line);
  const bar = paint("gray", "|");
  return [
    `  ${paint("gray", number)} ${bar} ${shown}`,
    `  ${" ".repeat(number.length)} ${bar} ${indent}${paint(color, marked)}`,
  ];
}

/** Spaces as wide as the text on a terminal; tabs stay, since nobody knows how wide they are. */
function blank(text: string): string {
  return [...text].map((character) => (character === "\t" ? "\t" : " ".repeat(widthOf(character)))).join("");
}

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Columns of a terminal: those of East Asian scripts take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

function summary(report: Report, paint: Paint): string {
  const texts = textsIn(report.language);
  const counts = countsOf(report);
  if (counts.files === 0) return "";
  const found = severities.filter((severity) => counts.bySeverity[severity] > 0);
  const lines = [
    found.length === 0
      ? paint("green", texts.clean(counts.files))
      : texts.found(
          found.map((severity) => paint(colors[severity], texts.count(counts.bySeverity[severity], severity))),
          counts.filesWithFindings,
          counts.files,
        ),
    ...(counts.fixed > 0 ? [texts.fixedCount(counts.fixed)] : []),
    ...(counts.fixable > 0 ? [texts.fixable(counts.fixable)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
