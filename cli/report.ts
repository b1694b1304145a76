/** What a check comes to, ready to be written in any format: texts in one language, places in lines and columns. */
import type { Language } from "../server/src/base/localized.ts";
import type { Severity } from "../server/src/rules/rule.ts";

/** Lines and columns begin at 1; columns count UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedEdit {
  readonly place: Place;
  readonly newText: string;
}

export interface ReportedFix {
  readonly title: string;
  /** The one that `--fix` makes. */
  readonly preferred: boolean;
  readonly edits: readonly ReportedEdit[];
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
  readonly fixes: readonly ReportedFix[];
}

export interface FileReport {
  /** As the user would write it: relative to the working folder where it lies below, with `/`. */
  readonly path: string;
  /** The text that was checked; after `--fix`, the fixed one. */
  readonly text: string;
  /** By place. */
  readonly findings: readonly ReportedFinding[];
  /** What `--fix` did. */
  readonly fixed: readonly { readonly rule: string; readonly title: string }[];
}

/** Something that kept a file from being checked as asked, or is worth saying of one. */
export interface Trouble {
  /** Undefined where it is about no file. */
  readonly path?: string | undefined;
  readonly place?: Pick<Place, "line" | "column"> | undefined;
  readonly message: string;
  /** A `failure` makes the exit code 2; a `note` does not. */
  readonly kind: "failure" | "note";
}

export interface ReportedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly group: string;
  readonly title: string;
  /** The rule's page in Markdown. */
  readonly help: string;
  readonly url: string;
}

export interface Report {
  readonly language: Language;
  /** The folder that relative paths begin at, as a `file:` address ending in `/`. */
  readonly root: string;
  readonly version: string;
  readonly files: readonly FileReport[];
  readonly troubles: readonly Trouble[];
  /** The rules that found something, by id. */
  readonly rules: readonly ReportedRule[];
}

/** The gravest first. */
export const severities = ["error", "warning", "info", "hint"] as const satisfies readonly Severity[];

/** From which severity on findings make the check fail. */
export type FailOn = Severity | "never";

/** Whether a finding is as grave as what the check fails on. */
export function failsOn(failOn: FailOn, severity: Severity): boolean {
  return failOn !== "never" && severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** 0: nothing to complain of; 1: findings that count; 2: the check could not be made as asked. */
export function exitCodeOf({ files, troubles }: Report, failOn: FailOn): 0 | 1 | 2 {
  if (troubles.some(({ kind }) => kind === "failure")) return 2;
  return files.some(({ findings }) => findings.some(({ severity }) => failsOn(failOn, severity))) ? 1 : 0;
}

export interface Counts {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  readonly fixed: number;
}

export function countsOf({ files }: Report): Counts {
  const bySeverity = { error: 0, warning: 0, info: 0, hint: 0 };
  let fixable = 0;
  for (const { severity, fixes } of files.flatMap(({ findings }) => findings)) {
    bySeverity[severity] += 1;
    if (fixes.some(({ preferred }) => preferred)) fixable += 1;
  }
  return {
    files: files.length,
    filesWithFindings: files.filter(({ findings }) => findings.length > 0).length,
    bySeverity,
    fixable,
    fixed: files.reduce((sum, { fixed }) => sum + fixed.length, 0),
  };
}
