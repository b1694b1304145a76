import { describe, expect, test } from "vitest";
import { parseMarks } from "../../support/marks.ts";

describe("marked text", () => {
  test("the cursor is taken out", () => {
    expect(parseMarks("a: $0b\nc: d\n")).toEqual({ text: "a: b\nc: d\n", cursor: 3, annotations: [] });
  });

  test("carets mark the line above, with what is expected there", () => {
    const { text, annotations } = parseMarks(
      ["a: one", "#  ^^^ 💡 error: Not one.", "b: two", "^ ", "c: x"].join("\n"),
    );
    expect(text).toBe("a: one\nb: two\nc: x");
    expect(annotations.map((a) => [text.slice(a.start, a.end), a.line, a.startCol, a.endCol, a.text])).toEqual([
      ["one", 0, 3, 6, "💡 error: Not one."],
      ["b", 1, 0, 1, ""],
    ]);
    expect(annotations[0]).toMatchObject({ fix: true, severity: "error", message: "Not one." });
    expect(annotations[1]).toMatchObject({ fix: false, severity: undefined, message: "" });
  });

  test("several annotations below one line, several runs in one", () => {
    const { text, annotations } = parseMarks('{ "a": 1, "b": 2 }\r\n//^^^   ^^^ names\r\n//     ^ hint: one\r\n');
    expect(text).toBe('{ "a": 1, "b": 2 }\r\n');
    expect(annotations.map((a) => [text.slice(a.start, a.end), a.message])).toEqual([
      ['"a"', "names"],
      [', "', "names"],
      ["1", "one"],
    ]);
  });

  test("carets stand below what one sees, the cursor mark included", () => {
    const { text, cursor, annotations } = parseMarks("a$0b: value\n      ^^^^^ here");
    expect(text).toBe("ab: value\n");
    expect(cursor).toBe(1);
    expect(annotations.map((a) => text.slice(a.start, a.end))).toEqual(["value"]);
  });

  test("text without marks stays as it is", () => {
    const plain = "\n# a comment ^ with a caret\nb: ^ not alone\r\n";
    expect(parseMarks(plain)).toEqual({ text: plain, cursor: undefined, annotations: [] });
  });
});
