import { describe, expect, test } from "vitest";
import { readArguments } from "../../../cli/arguments.ts";

const read = (line: string, environment: Record<string, string> = {}) =>
  readArguments(
    line.split(" ").filter((word) => word !== ""),
    environment,
  );

describe("check", () => {
  test("without anything else checks the working folder", () => {
    expect(read("check")).toEqual({
      kind: "check",
      language: "en",
      check: {
        paths: ["."],
        format: "text",
        failOn: "warning",
        fix: false,
        parameters: [],
        config: undefined,
        stdinName: undefined,
        quiet: false,
        color: undefined,
      },
    });
  });

  test("takes options before, between and behind paths", () => {
    const words =
      "check --fix a.yaml --format=sarif b --fail-on error --parameters p.json --parameters q.json --no-color";
    expect(read(words)).toMatchObject({
      check: {
        paths: ["a.yaml", "b"],
        format: "sarif",
        failOn: "error",
        fix: true,
        parameters: ["p.json", "q.json"],
        color: false,
      },
    });
  });

  test("the least severity has the name of the settings, too", () => {
    expect(read("check --fail-on information")).toMatchObject({ check: { failOn: "info" } });
  });

  test("what begins with a dash is a path behind --", () => {
    expect(read("check -- --odd.yaml")).toMatchObject({ check: { paths: ["--odd.yaml"] } });
  });

  test("standard input has a name, and goes with neither paths nor fixes", () => {
    expect(read("check --stdin-filename a.yaml")).toMatchObject({ check: { paths: [], stdinName: "a.yaml" } });
    expect(read("check --stdin-filename a.yaml b.yaml").kind).toBe("usage");
    expect(read("check --stdin-filename a.yaml --fix").kind).toBe("usage");
  });
});

test.each([
  ["check --format xml", '--format can\'t be "xml"; it is one of text, json, sarif, github, junit.'],
  ["check --fail-on fatal", '--fail-on can\'t be "fatal"; it is one of error, warning, info, hint, never.'],
  ["check --language fr", '--language can\'t be "fr"; it is one of en, ja.'],
  ["explain", "Which rule? `routewise rules` lists them."],
  ["chek", 'There is no command "chek".'],
])("%s is a wrong usage", (line, message) => {
  expect(read(line)).toEqual({ kind: "usage", language: "en", message });
});

test("options that nobody knows, or that lack their value, are wrong usages, too", () => {
  expect(read("check --frmat json")).toMatchObject({ kind: "usage", message: expect.stringContaining("--frmat") });
  expect(read("check --format")).toMatchObject({ kind: "usage", message: expect.stringContaining("--format") });
});

test("the other commands", () => {
  expect(read("rules")).toMatchObject({ kind: "rules" });
  expect(read("explain subnet-overlap")).toMatchObject({ kind: "explain", rule: "subnet-overlap" });
  expect(read("--help").kind).toBe("help");
  expect(read("check -h").kind).toBe("help");
  expect(read("--version").kind).toBe("version");
});

describe("the language", () => {
  test.each([
    ["check", { LANG: "ja_JP.UTF-8" }, "ja"],
    ["check", { LC_ALL: "C", LANG: "ja_JP.UTF-8" }, "en"],
    ["check", { LC_ALL: "", LC_MESSAGES: "ja_JP.UTF-8", LANG: "C" }, "ja"],
    ["check --language en", { LANG: "ja_JP.UTF-8" }, "en"],
    ["check --language=ja", {}, "ja"],
  ])("of %s with %o is %s…", (line, environment, language) => {
    expect(read(line, environment as Record<string, string>).language).toBe(language);
  });

  test("is that of what is wrong with other options", () => {
    expect(read("check --format xml --language ja")).toMatchObject({
      message: expect.stringContaining("指定できない"),
    });
  });
});
