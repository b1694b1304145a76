import { describe, expect, test } from "vitest";
import { formatGithub } from "../../../cli/formats/github.ts";
import { formatJson } from "../../../cli/formats/json.ts";
import { formatJunit } from "../../../cli/formats/junit.ts";
import { at, file, finding, report } from "./report.ts";

describe("github", () => {
  const lines = (message: string, path = "a.yaml") =>
    formatGithub(report({ files: [file({ path, findings: [finding({ message })] })] }));

  test("a command per finding, by its severity", () => {
    const findings = (["error", "warning", "info", "hint"] as const).map((severity) => finding({ severity }));
    const text = formatGithub(report({ files: [file({ findings })] }));
    expect(text.split("\n").map((line) => line.split(" ")[0])).toEqual([
      "::error",
      "::warning",
      "::notice",
      "::notice",
      "",
    ]);
    expect(text).toContain("::error file=net/a.yaml,line=2,col=14,endColumn=25,title=subnet-overlap::B overlaps A.\n");
  });

  test("what would end a command, or a property, is escaped", () => {
    expect(lines("100% of A:\r\n::error::b, c")).toContain("::100%25 of A:%0D%0A::error::b, c\n");
    expect(lines("m", "odd,dir/a:b%.yaml")).toContain("file=odd%2Cdir/a%3Ab%25.yaml,");
  });

  test("a place over several lines has no columns", () => {
    const place = { line: 2, column: 3, endLine: 4, endColumn: 5 };
    const text = formatGithub(report({ files: [file({ findings: [finding({ place })] })] }));
    expect(text).toContain("file=net/a.yaml,line=2,endLine=4,title=");
  });

  test("what kept a file from being checked is an error, too", () => {
    const troubles = [{ path: "b.yaml", message: "No such file.", kind: "failure" } as const];
    expect(formatGithub(report({ troubles }))).toBe("::error file=b.yaml,title=Routewise::No such file.\n");
  });
});

test("json", () => {
  const found = finding({
    related: [{ message: "A", place: at("1:1-2") }],
    fixes: [{ title: "Move B", preferred: true, edits: [{ place: at("2:14-25"), newText: "10.0.1.0/25" }] }],
  });
  const rules = [
    { id: "subnet-overlap", severity: "error", group: "addressing", title: "", help: "", url: "https://r" } as const,
  ];
  const troubles = [
    { path: "b.yaml", place: { line: 3, column: 1 }, message: "Not valid.", kind: "note" } as const,
    { path: "c.yaml", message: "No such file.", kind: "failure" } as const,
  ];
  const files = [file({ findings: [found] }), file({ path: "d.yaml", fixed: [{ rule: "r", title: "t" }] })];
  expect(JSON.parse(formatJson(report({ files, rules, troubles })))).toEqual({
    version: 1,
    routewise: "1.2.3",
    summary: { files: 2, filesWithFindings: 1, error: 1, warning: 0, info: 0, hint: 0, fixable: 1, fixed: 1 },
    files: [
      {
        path: "net/a.yaml",
        findings: [
          {
            rule: "subnet-overlap",
            severity: "error",
            message: "B overlaps A.",
            line: 2,
            column: 14,
            endLine: 2,
            endColumn: 25,
            url: "https://r",
            related: [{ message: "A", line: 1, column: 1, endLine: 1, endColumn: 2 }],
            fixes: [
              {
                title: "Move B",
                preferred: true,
                edits: [{ line: 2, column: 14, endLine: 2, endColumn: 25, newText: "10.0.1.0/25" }],
              },
            ],
          },
        ],
        fixed: [],
      },
      { path: "d.yaml", findings: [], fixed: [{ rule: "r", title: "t" }] },
    ],
    failures: [{ path: "c.yaml", message: "No such file." }],
    notes: [{ path: "b.yaml", line: 3, column: 1, message: "Not valid." }],
  });
});

describe("junit", () => {
  test("a suite per file; what --fail-on does not count passes", () => {
    const findings = [finding(), finding({ rule: "nat-single-az", severity: "info", place: at("1:1-2") })];
    const files = [file({ findings }), file({ path: "b.yaml" })];
    expect(formatJunit(report({ files }), "warning")).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Routewise" tests="3" failures="1" errors="0">
  <testsuite name="net/a.yaml" tests="2" failures="1" errors="0">
    <testcase name="subnet-overlap (2:14)" classname="net/a.yaml">
      <failure message="B overlaps A." type="error">net/a.yaml:2:14 error: B overlaps A.</failure>
    </testcase>
    <testcase name="nat-single-az (1:1)" classname="net/a.yaml">
      <system-out>net/a.yaml:1:1 info: B overlaps A.</system-out>
    </testcase>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="b.yaml"/>
  </testsuite>
</testsuites>
`);
  });

  test("texts are XML whatever they hold", () => {
    const message = 'a < b & "c" > \u0007\n\uD800';
    const text = formatJunit(report({ files: [file({ findings: [finding({ message })] })] }), "error");
    expect(text).toContain('message="a &lt; b &amp; &quot;c&quot; &gt; \uFFFD&#10;\uFFFD"');
    expect(text).toContain("error: a &lt; b &amp; &quot;c&quot; &gt; \uFFFD\n\uFFFD</failure>");
  });

  test("a file that could not be checked is an error", () => {
    const troubles = [
      { path: "b.yaml", message: "No such file.", kind: "failure" } as const,
      { path: "c.yaml", message: "No template.", kind: "note" } as const,
    ];
    const text = formatJunit(report({ troubles }), "error");
    expect(text).toContain('<testsuites name="Routewise" tests="1" failures="0" errors="1">');
    expect(text).toContain('<testcase name="b.yaml" classname="b.yaml"><error message="No such file."/></testcase>');
  });
});
