import { describe, expect, test } from "vitest";
import { formatText } from "../../../cli/formats/text.ts";
import { at, file, finding, report } from "./report.ts";

const plain = { color: false, quiet: false };

describe("a finding", () => {
  test("says what and where, shows the line, what it has to do with, and the fix", () => {
    const found = finding({
      related: [{ message: "A takes 10.0.0.0/24", place: at("1:1-2") }],
      fixes: [
        { title: "Remove B", preferred: false, edits: [] },
        { title: "Move B to 10.0.1.0/25", preferred: true, edits: [] },
      ],
    });
    expect(formatText(report({ files: [file({ findings: [found] }), file({ path: "b.yaml" })] }), plain)).toBe(`\
net/a.yaml:2:14 error subnet-overlap
  B overlaps A.
  2 |   CidrBlock: 10.0.0.0/25
    |              ^^^^^^^^^^^
  net/a.yaml:1:1 A takes 10.0.0.0/24
  fix: Move B to 10.0.1.0/25

1 error in 1 of 2 files.
1 can be fixed with --fix.
`);
  });

  test("in Japanese", () => {
    const files = [file({ findings: [finding({ message: "重複する。" }), finding({ severity: "hint" })] })];
    const text = formatText(report({ language: "ja", files }), plain);
    expect(text).toContain("net/a.yaml:2:14 エラー subnet-overlap\n  重複する。\n");
    expect(text).toContain("エラー 1 件、ヒント 1 件 (1 ファイル中 1 ファイル)。");
  });

  test("quietly is one line", () => {
    const files = [file({ findings: [finding()] })];
    expect(formatText(report({ files }), { ...plain, quiet: true })).toBe(
      "net/a.yaml:2:14 error subnet-overlap B overlaps A.\n",
    );
  });

  test("in colours says the same", () => {
    const files = [file({ findings: [finding()] })];
    const colored = formatText(report({ files }), { ...plain, color: true });
    expect(colored).toContain("\u001B[31merror\u001B[39m");
    expect(
      colored
        .split("\u001B")
        .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, "")))
        .join(""),
    ).toBe(formatText(report({ files }), plain));
  });
});

describe("the mark below the line", () => {
  const excerptOf = (text: string, place: ReturnType<typeof at>) =>
    formatText(report({ files: [file({ text, findings: [finding({ place })] })] }), plain)
      .split("\n")
      .slice(2, 4);

  test("stands below wide letters and tabs", () => {
    expect(excerptOf("# 東京\tx: 10.0.0.0/8", at("1:9-19"))).toEqual([
      "  1 | # 東京\tx: 10.0.0.0/8",
      "    |       \t   ^^^^^^^^^^",
    ]);
  });

  test("of a place over several lines covers the first", () => {
    const place = { line: 1, column: 3, endLine: 2, endColumn: 4 };
    expect(excerptOf("a: b c  \nd: e", place)).toEqual(["  1 | a: b c  ", "    |   ^^^^"]);
  });

  test("of an empty place is still seen", () => {
    expect(excerptOf("a:", at("1:3-3"))).toEqual(["  1 | a:", "    |   ^"]);
  });

  test("finds its place in a line that is too long to show", () => {
    const before = "x".repeat(300);
    const [line = "", mark = ""] = excerptOf(`${before}10.0.0.0/8${before}`, at("1:301-311"));
    expect(line.length).toBeLessThan(140);
    expect(line.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("10.0.0.0/8");
  });

  test("lines end as the file ends them", () => {
    expect(excerptOf("a: 1\r\nb: 2\r\n", at("2:4-5"))).toEqual(["  2 | b: 2", "    |    ^"]);
  });
});

test("nothing found, and nothing there", () => {
  expect(formatText(report({ files: [file()] }), plain)).toBe("Nothing found in 1 file.\n");
  expect(formatText(report(), plain)).toBe("");
});

test("what was fixed comes first", () => {
  const files = [file({ fixed: [{ rule: "subnet-overlap", title: "Move B to 10.0.1.0/25" }] })];
  expect(formatText(report({ files }), plain)).toBe(`\
net/a.yaml: fixed subnet-overlap: Move B to 10.0.1.0/25

Nothing found in 1 file.
1 finding fixed.
`);
});
