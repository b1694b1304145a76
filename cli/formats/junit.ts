/**
 * JUnit's XML, which most CI systems show as test results: a suite per file, a case per finding, and one that passed for
 * a file without any. JUnit knows no severities: what `--fail-on` does not count passes, and says what it is in its output.
 */
import { type FailOn, type FileReport, failsOn, type Report, type ReportedFinding, type Trouble } from "../report.ts";

export function formatJunit(report: Report, failOn: FailOn): string {
  const failures = report.troubles.filter(({ kind }) => kind === "failure");
  const suites = report.files.map((file) => suiteOf(file, failOn));
  const all = [...suites, ...(failures.length > 0 ? [suiteOfFailures(failures)] : [])];
  const counts = { tests: sum(all, "tests"), failures: sum(all, "failures"), errors: sum(all, "errors") };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "Routewise", ...counts })}>`,
    ...all.flatMap(({ lines }) => lines),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly lines: readonly string[];
}

function sum(suites: readonly Suite[], name: "tests" | "failures" | "errors"): number {
  return suites.reduce((total, suite) => total + suite[name], 0);
}

function suiteOf({ path, findings }: FileReport, failOn: FailOn): Suite {
  const failures = findings.filter(({ severity }) => failsOn(failOn, severity)).length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? [`    <testcase${attributes({ name: "no findings", classname: path })}/>`]
      : findings.flatMap((finding) => caseOf(path, finding, failsOn(failOn, finding.severity)));
  return {
    tests,
    failures,
    errors: 0,
    lines: [`  <testsuite${attributes({ name: path, tests, failures, errors: 0 })}>`, ...cases, "  </testsuite>"],
  };
}

function caseOf(path: string, { rule, severity, message, place }: ReportedFinding, fails: boolean): readonly string[] {
  const at = `${path}:${place.line}:${place.column}`;
  const text = escaped(`${at} ${severity}: ${message}`);
  return [
    `    <testcase${attributes({ name: `${rule} (${place.line}:${place.column})`, classname: path })}>`,
    fails
      ? `      <failure${attributes({ message, type: severity })}>${text}</failure>`
      : `      <system-out>${text}</system-out>`,
    "    </testcase>",
  ];
}

function suiteOfFailures(failures: readonly Trouble[]): Suite {
  const counts = { tests: failures.length, failures: 0, errors: failures.length };
  return {
    ...counts,
    lines: [
      `  <testsuite${attributes({ name: "Routewise", ...counts })}>`,
      ...failures.map(
        ({ path = "routewise", message }) =>
          `    <testcase${attributes({ name: path, classname: path })}><error${attributes({ message })}/></testcase>`,
      ),
      "  </testsuite>",
    ],
  };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`)
    .join("");
}

/** Text as XML 1.0 may hold it: most control characters it may not, in whatever spelling. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("\r", "&#13;")
  );
}
