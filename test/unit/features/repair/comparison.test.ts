import { describe, expect, test } from "vitest";
import type { TextEdit } from "../../../../server/src/base/span.ts";
import { isStillThere, newFindings, type Placed } from "../../../../server/src/features/repair/comparison.ts";

const finding = (rule: string, message: string, start: number, end: number): Placed => ({
  finding: {
    rule,
    severity: "error",
    at: { block: { text: "" }, start, end },
    message: { en: message, ja: message },
    related: [],
    tags: [],
    fixes: () => [],
  },
  range: { start, end },
});
const edit = (start: number, end: number, newText: string): TextEdit => ({ range: { start, end }, newText });
const messages = (findings: readonly { message: { en: string } }[]) => findings.map(({ message }) => message.en);

describe("newFindings", () => {
  test("places move with what is put in or taken out before them", () => {
    const before = [finding("a", "one", 10, 14), finding("a", "two", 30, 34)];
    const after = [finding("a", "one", 15, 19), finding("a", "two", 25, 29)];
    expect(newFindings(before, after, [edit(0, 0, "12345"), edit(16, 26, "")])).toEqual([]);
  });

  test("a message that names another value is the same finding at the same place", () => {
    const before = [finding("overlap", "Next free: 10.0.1.0/24", 10, 14)];
    const after = [finding("overlap", "Next free: 10.0.2.0/24", 10, 14)];
    expect(newFindings(before, after, [])).toEqual([]);
  });

  test("a finding that goes somewhere else is the same by its message", () => {
    expect(newFindings([finding("a", "one", 10, 14)], [finding("a", "one", 90, 94)], [])).toEqual([]);
  });

  test("another finding of the rule, another rule, and one finding that became two are new", () => {
    const before = [finding("a", "one", 10, 14)];
    expect(messages(newFindings(before, [finding("a", "two", 50, 54)], []))).toEqual(["two"]);
    expect(messages(newFindings(before, [finding("b", "one", 10, 14)], []))).toEqual(["one"]);
    const two = [finding("a", "one", 10, 14), finding("a", "one, again", 10, 14)];
    expect(messages(newFindings(before, two, []))).toEqual(["one, again"]);
  });

  test("what moves with its text is not new, but one more of it is", () => {
    const before = [finding("a", "in Group", 12, 14), finding("a", "stays", 40, 44)];
    const edits = [edit(10, 20, ""), edit(60, 60, "0123456789")];
    const stays = finding("a", "stays", 30, 34);
    expect(newFindings(before, [stays, finding("a", "in Rule", 52, 54)], edits)).toEqual([]);
    const two = [stays, finding("a", "in Rule", 52, 54), finding("a", "in Rule, again", 56, 58)];
    expect(messages(newFindings(before, two, edits))).toEqual(["in Rule, again"]);
    expect(messages(newFindings(before, [stays, finding("a", "elsewhere", 5, 7)], edits))).toEqual(["elsewhere"]);
    expect(messages(newFindings(before, [stays, finding("b", "in Rule", 52, 54)], edits))).toEqual(["in Rule"]);
  });

  test("two findings at one place keep their own partners", () => {
    const before = [finding("a", "one", 10, 14), finding("a", "two", 10, 14)];
    const after = [finding("a", "two", 10, 14), finding("a", "three", 10, 14)];
    expect(newFindings(before, after, [])).toEqual([]);
    expect(messages(newFindings(before.slice(1), after, []))).toEqual(["three"]);
  });
});

describe("isStillThere", () => {
  const cured = finding("a", "one", 10, 14);

  test("the same message where the text now stands", () => {
    expect(isStillThere(cured, [finding("a", "one", 12, 16)], [edit(0, 0, "ab")])).toBe(true);
    expect(isStillThere(cured, [finding("a", "one", 10, 12)], [edit(10, 14, "xy")])).toBe(true);
  });

  test("not the same message elsewhere, nor another at the place", () => {
    expect(isStillThere(cured, [finding("a", "one", 80, 84)], [])).toBe(false);
    expect(isStillThere(cured, [finding("a", "two", 10, 14)], [])).toBe(false);
  });
});
