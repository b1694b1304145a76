import { describe, expect, test } from "vitest";
import { parseParameters } from "../../../cli/parameters.ts";

const valuesOf = (text: string) => {
  const parsed = parseParameters(text);
  return parsed.kind === "parameters" ? Object.fromEntries(parsed.values) : parsed.kind;
};

describe("the forms that deployments take", () => {
  test("create-stack", () => {
    const text = `[
      { "ParameterKey": "VpcCidr", "ParameterValue": "10.1.0.0/16" },
      { "ParameterKey": "Zones", "UsePreviousValue": true }
    ]`;
    expect(valuesOf(text)).toEqual({ VpcCidr: "10.1.0.0/16" });
  });

  test("CodePipeline", () => {
    const text =
      '{ "Parameters": { "VpcCidr": "10.1.0.0/16", "Count": 2, "Blocks": ["a", "b"] }, "Tags": { "A": "b" } }';
    expect(valuesOf(text)).toEqual({ VpcCidr: "10.1.0.0/16", Count: "2", Blocks: "a,b" });
  });

  test("deploy --parameter-overrides", () => {
    expect(valuesOf('["VpcCidr=10.1.0.0/16", "Filter=a=b", "Empty="]')).toEqual({
      VpcCidr: "10.1.0.0/16",
      Filter: "a=b",
      Empty: "",
    });
  });

  test("with the mark that editors on Windows put first", () => {
    expect(valuesOf('\uFEFF["A=b"]')).toEqual({ A: "b" });
  });

  test("without anything in it", () => {
    expect(valuesOf("[]")).toEqual({});
    expect(valuesOf('{ "Parameters": {} }')).toEqual({});
  });
});

test.each([
  '{ "VpcCidr": "10.1.0.0/16" }',
  '["VpcCidr"]',
  "[1]",
  "null",
  '"A=b"',
  '[{ "Key": "A" }]',
  '{"Parameters":[]}',
])("%s is no parameter file", (text) => expect(valuesOf(text)).toBe("other-form"));

test("what is no JSON says where it stops being so", () => {
  expect(parseParameters("VpcCidr: 10.1.0.0/16")).toMatchObject({
    kind: "not-json",
    reason: expect.stringMatching(/JSON/),
  });
});
