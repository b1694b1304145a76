import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isIgnored } from "../../../server/src/config/ignored-paths.ts";
import { parseConfig } from "../../../server/src/config/parse-config.ts";

/** Each problem as `code "text" -> replacement`, by place. */
function problemsOf(text: string): readonly string[] {
  return parseConfig(text).problems.map(({ code, range, replacement }) => {
    const arrow = replacement === undefined ? "" : ` -> ${replacement}`;
    return `${code} ${JSON.stringify(text.slice(range.start, range.end))}${arrow}`;
  });
}

test("a whole file", () => {
  const { config, problems, broken } = parseConfig(`# for the network team
groups:
  apis: off
  security-groups: "error"
rules:
  cidr-host-bits: hint
parameters:
  VpcCidr: 10.1.0.0/16
  Zones: [ap-northeast-1a, ap-northeast-1c]
  Count: 010
  AWS::Region: ap-northeast-1
ignorePaths:
  - legacy/
  - "!legacy/vpc.yaml"
`);
  expect(problems).toEqual([]);
  expect(broken).toBe(false);
  expect(config).toEqual({
    groups: { apis: "off", "security-groups": "error" },
    rules: { "cidr-host-bits": "hint" },
    parameters: new Map([
      ["VpcCidr", "10.1.0.0/16"],
      ["Zones", "ap-northeast-1a,ap-northeast-1c"],
      ["Count", "010"],
    ]),
    region: "ap-northeast-1",
    ignorePaths: ["legacy/", "!legacy/vpc.yaml"],
  });
});

test.each(["", "\n# nothing yet\n", "---\n", "rules:\n", "rules:\n  cidr-host-bits:\nignorePaths:\n  -\n"])(
  "nothing is wrong with what is still empty: %j",
  (text) => expect(problemsOf(text)).toEqual([]),
);

describe("what is not understood is said, and the rest counts", () => {
  test.each([
    ["rule:\n  cidr-host-bits: off", 'unknown-key "rule" -> rules'],
    ["rules:\n  cidr-hostbits: off", 'unknown-rule "cidr-hostbits" -> cidr-host-bits'],
    ["rules:\n  apis: off", 'unknown-rule "apis"'],
    ["groups:\n  security-group: off", 'unknown-group "security-group" -> security-groups'],
    ["groups:\n  cidr-host-bits: off", 'unknown-group "cidr-host-bits"'],
    ["rules:\n  cidr-host-bits: warn", 'wrong-severity "warn" -> warning'],
    ["rules:\n  cidr-host-bits: false", 'wrong-severity "false" -> off'],
    ["rules:\n  cidr-host-bits: [off]", 'wrong-severity "[off]"'],
    ["rules: off", 'wrong-value "off"'],
    ["parameters:\n  A: { b: c }", 'wrong-value "{ b: c }"'],
    ["parameters:\n  AWS::AccountId: 1", 'not-assumable "AWS::AccountId"'],
    ["ignorePaths: legacy/", 'wrong-value "legacy/"'],
    ["rules: {}\nrules: {}", 'duplicate-key "rules"'],
    ["just words", 'not-a-mapping "just words"'],
    ["- a\n- b\n", 'not-a-mapping "- a\\n- b"'],
  ])("%j", (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  test.each(["''", "'#x'", "a\\b.yaml", "C:/a", "../other/*.yaml", "a/../b", "'[ab'", "{ a: b }"])(
    "the pattern %s can match nothing",
    (pattern) => expect(problemsOf(`ignorePaths:\n  - ${pattern}\n`)).toEqual([expect.stringMatching(/^bad-pattern/)]),
  );

  test("beside it", () => {
    const { config } = parseConfig("rules:\n  no-such-rule: off\n  cidr-host-bits: off\nrest: 1\n");
    expect(config.rules).toEqual({ "cidr-host-bits": "off" });
  });

  test("in both languages", () => {
    const [problem] = parseConfig("rules:\n  cidr-hostbits: off\n").problems;
    expect(problem?.message).toEqual({
      en: "There is no rule cidr-hostbits. Did you mean cidr-host-bits?",
      ja: "cidr-hostbits というルールはない。候補は cidr-host-bits。",
    });
  });
});

test.each(["rules: {", "rules:\n\tcidr-host-bits: off\n", "rules: *nowhere\n"])(
  "broken YAML is an error: %j",
  (text) => {
    const { broken, problems } = parseConfig(text);
    expect(broken).toBe(true);
    expect(problems.some(({ severity }) => severity === "error")).toBe(true);
  },
);

describe("ignored paths", () => {
  test.each([
    [["legacy/"], "legacy/a/b.yaml", true],
    [["legacy/"], "stacks/legacy/b.yaml", true],
    [["/legacy/"], "stacks/legacy/b.yaml", false],
    [["./legacy/*.yaml"], "legacy/b.yaml", true],
    [["./legacy/*.yaml"], "stacks/legacy/b.yaml", false],
    [["**/*.test.yaml"], "a/b.test.yaml", true],
    [["*.yaml", "!vpc.yaml"], "stacks/vpc.yaml", false],
    [["*.yaml", "!vpc.yaml"], "stacks/app.yaml", true],
    [["Legacy/"], "legacy/a.yaml", false],
    [["legacy/"], "../legacy/a.yaml", false],
    [[], "a.yaml", false],
  ])("%j and %s", (patterns, path, ignored) => {
    const { config } = parseConfig(`ignorePaths: ${JSON.stringify(patterns)}`);
    expect(isIgnored(config, path)).toBe(ignored);
  });
});

test.each(["docs/settings.md", "docs/settings.ja.md"])("the example of %s is one", (file) => {
  const markdown = readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), "utf8");
  const example = [...markdown.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, code = ""]) => code)[0] ?? "";
  const { config, problems } = parseConfig(example);
  expect(problems).toEqual([]);
  expect(config).toMatchObject({ groups: { apis: "off" }, rules: { "cidr-host-bits": "information" } });
  expect([config.parameters.size, config.region, config.ignorePaths.length]).toEqual([2, "ap-northeast-1", 2]);
});
