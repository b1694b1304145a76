import { describe, expect, test } from "vitest";
import { createConditions } from "../../../server/src/template/conditions.ts";
import type { Conditions, EvaluationOptions, Guard } from "../../../server/src/template/value.ts";
import { templateOf } from "../../support/evaluation.ts";

const sections = `
Parameters:
  Env: { Type: String, Default: dev }
  Size: { Type: String, AllowedValues: [small, large] }
  Count: { Type: Number, Default: 1 }
  A: { Type: String }
  B: { Type: String }
Mappings:
  Flags: { on: { Value: "true" } }
  ByRegion: { eu-west-1: { Nat: "true" }, us-east-1: { Nat: "false" } }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsTest: !Equals [test, !Ref Env]
  IsLive: !Or [!Condition IsProd, !Equals [!Ref Env, staging]]
  NotProd: !Not [Condition: IsProd]
  ProdAndTest: !And [!Condition IsProd, !Condition IsTest]
  IsSmall: !Equals [!Ref Size, small]
  IsLarge: !Equals [!Ref Size, large]
  IsHuge: !Equals [!Ref Size, huge]
  Same: !Equals [!Ref A, !Ref B]
  AIsX: !Equals [!Ref A, x]
  BIsX: !Equals [!Ref B, x]
  Literal: !Equals ["true", true]
  FromMap: !Equals [!FindInMap [Flags, on, Value], "true"]
  RegionNat: !Equals [!FindInMap [ByRegion, !Ref AWS::Region, Nat], "true"]
  RegionNoNat: !Equals [!FindInMap [ByRegion, !Ref AWS::Region, Nat], "false"]
  RegionOther: !Equals [!FindInMap [ByRegion, !Ref AWS::Region, Nat], "maybe"]
  Tokyo: !Equals [!Ref AWS::Region, ap-northeast-1]
  Osaka: !Equals [!Ref AWS::Region, ap-northeast-3]
  TwoZones: !Equals [!Ref Count, 2]
  Empty: !Equals [!Join ["", !Ref A], ""]
  NotEmpty: !Not [!Equals [!Join ["", !Ref A], ""]]
  Loop: !Not [!Condition Loop]
  Broken: !Equals [!Ref Env]
  Odd: text
`;

function given(options?: EvaluationOptions): Conditions {
  return createConditions(templateOf(sections), options);
}

/** Puts outcomes together: `IsProd`, `!IsTest`. */
function together(conditions: Conditions, ...outcomes: string[]): Guard | undefined {
  let guard: Guard | undefined = { outcomes: new Map() };
  for (const outcome of outcomes) {
    const next = conditions.when(outcome.replace("!", ""), !outcome.startsWith("!"));
    guard = guard && next && conditions.both(guard, next);
  }
  return guard;
}

function possible(...outcomes: string[]): boolean {
  return together(given(), ...outcomes) !== undefined;
}

describe("outcomes that go together", () => {
  test("one condition comes out one way", () => {
    expect(possible("IsProd")).toBe(true);
    expect(possible("!IsProd")).toBe(true);
    expect(possible("IsProd", "!IsProd")).toBe(false);
  });

  test("one parameter has one value", () => {
    expect(possible("IsProd", "IsTest")).toBe(false);
    expect(possible("!IsProd", "!IsTest")).toBe(true);
    expect(possible("Tokyo", "Osaka")).toBe(false);
    expect(possible("Empty", "NotEmpty")).toBe(false);
    expect(possible("!Empty", "!NotEmpty")).toBe(false);
  });

  test("through other conditions", () => {
    expect(possible("IsProd", "NotProd")).toBe(false);
    expect(possible("IsProd", "!IsLive")).toBe(false);
    expect(possible("!IsProd", "IsLive")).toBe(true);
    expect(possible("IsTest", "IsLive")).toBe(false);
    expect(possible("ProdAndTest")).toBe(false);
  });

  test("only values that are allowed", () => {
    expect(possible("!IsSmall", "!IsLarge")).toBe(false);
    expect(possible("IsSmall", "!IsLarge")).toBe(true);
    expect(possible("IsHuge")).toBe(false);
    expect(possible("RegionNat", "RegionNoNat")).toBe(false);
    expect(possible("!RegionNat", "!RegionNoNat")).toBe(false);
    expect(possible("RegionOther")).toBe(false);
  });

  test("parameters compared with each other", () => {
    expect(possible("Same", "AIsX", "!BIsX")).toBe(false);
    expect(possible("Same", "AIsX", "BIsX")).toBe(true);
    expect(possible("Same", "!AIsX", "!BIsX")).toBe(true);
    expect(possible("!Same", "AIsX", "BIsX")).toBe(false);
    expect(possible("!Same", "!AIsX", "!BIsX")).toBe(true);
  });

  test("a default decides nothing", () => {
    expect(possible("TwoZones")).toBe(true);
    expect(possible("!TwoZones")).toBe(true);
  });

  test("literals and mappings decide", () => {
    expect(possible("Literal")).toBe(true);
    expect(possible("!Literal")).toBe(false);
    expect(possible("!FromMap")).toBe(false);
  });

  test("what is broken, circular or unknown may come out either way, but only one way at a time", () => {
    for (const name of ["Loop", "Broken", "Odd", "Nowhere"]) {
      expect(possible(name)).toBe(true);
      expect(possible(`!${name}`)).toBe(true);
      expect(possible(name, `!${name}`)).toBe(false);
    }
  });

  test("assumed values decide", () => {
    const conditions = given({ parameters: new Map([["Env", "prod"]]) });
    expect(conditions.when("IsProd", false)).toBeUndefined();
    expect(conditions.when("IsTest", true)).toBeUndefined();
    expect(conditions.when("IsProd", true)?.outcomes.size).toBe(0);
  });
});

describe("cases", () => {
  const cases = (...names: string[]) =>
    names.map((name) => together(given(), name)).filter((guard) => guard !== undefined);

  test("are complete where nothing escapes them", () => {
    const { exhaustive } = given();
    expect(exhaustive(cases("IsProd", "NotProd"))).toBe(true);
    expect(exhaustive(cases("IsSmall", "IsLarge"))).toBe(true);
    expect(exhaustive(cases("IsProd", "IsTest"))).toBe(false);
    expect(exhaustive([{ outcomes: new Map() }])).toBe(true);
    expect(exhaustive([])).toBe(false);
  });

  test("are all the combinations there are", () => {
    const { scenarios, describe: words } = given();
    expect(scenarios(["IsProd", "NotProd", "IsTest"])?.map((guard) => words(guard).en)).toEqual([
      "when IsProd is true and NotProd is false and IsTest is false",
      "when IsProd is false and NotProd is true and IsTest is true",
      "when IsProd is false and NotProd is true and IsTest is false",
    ]);
    expect(scenarios([])).toEqual([{ outcomes: new Map() }]);
    expect(scenarios(["IsProd", "IsSmall", "Tokyo"], 4)).toBeUndefined();
  });

  test("read well in both languages", () => {
    const guard = together(given(), "IsProd", "!IsSmall");
    expect(guard && given().describe(guard)).toEqual({
      en: "when IsProd is true and IsSmall is false",
      ja: "IsProd が true、IsSmall が false の場合",
    });
    expect(given().describe({ outcomes: new Map() })).toEqual({ en: "", ja: "" });
  });
});

test("many independent conditions are no search", () => {
  const count = 40;
  const names = Array.from({ length: count }, (_, index) => `C${index}`);
  const template = templateOf(`
Parameters: { ${names.map((name) => `P${name}: { Type: String }`).join(", ")} }
Conditions: { ${names.map((name) => `${name}: !Equals [!Ref P${name}, "1"]`).join(", ")}, Twin: !Equals [!Ref PC39, "2"] }
`);
  const conditions = createConditions(template);
  const all = together(conditions, ...names);
  expect(all?.outcomes.size).toBe(count);
  const twin = conditions.when("Twin", true);
  expect(all && twin && conditions.both(all, twin)).toBeUndefined();
});
