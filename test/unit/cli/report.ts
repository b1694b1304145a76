import type { FileReport, Place, Report, ReportedFinding } from "../../../cli/report.ts";

/** A place in one line, as `12:5-9`. */
export function at(text: string): Place {
  const [, line, column, endColumn] = /^(\d+):(\d+)-(\d+)$/.exec(text) ?? [];
  return { line: Number(line), column: Number(column), endLine: Number(line), endColumn: Number(endColumn) };
}

export function finding(over: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: "subnet-overlap",
    severity: "error",
    message: "B overlaps A.",
    place: at("2:14-25"),
    related: [],
    fixes: [],
    ...over,
  };
}

export function file(over: Partial<FileReport> = {}): FileReport {
  return { path: "net/a.yaml", text: "B:\n  CidrBlock: 10.0.0.0/25\n", findings: [], fixed: [], ...over };
}

export function report(over: Partial<Report> = {}): Report {
  return { language: "en", root: "file:///work/", version: "1.2.3", files: [], troubles: [], rules: [], ...over };
}
