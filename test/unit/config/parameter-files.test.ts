import { describe, expect, test } from "vitest";
import { parseParameters } from "../../../server/src/config/parameter-files.ts";

const valuesOf = (text: string, name = "parameters.json") => {
  const parsed = parseParameters(name, text);
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

test.each([
  ["JSON", "a.json", "VpcCidr: 10.1.0.0/16", /JSON/],
  ["YAML", "a.yaml", "Parameters: [", /./],
  ["TOML", "samconfig.toml", "[default", /TOML/i],
])("what is no %s says where it stops being so", (_, name, text, reason) =>
  expect(parseParameters(name, text)).toMatchObject({ kind: "broken", reason: expect.stringMatching(reason) }),
);

describe("Git sync", () => {
  const text = `template-file-path: ./network.yaml
parameters:
  VpcCidr: 10.1.0.0/16
  Account: 012345678901
tags: { Team: network }
`;

  test("gives values as they are written, and names its template", () => {
    expect(valuesOf(text, "deployment.yaml")).toEqual({ VpcCidr: "10.1.0.0/16", Account: "012345678901" });
    expect(parseParameters("deployment.yaml", text)).toMatchObject({ template: "./network.yaml" });
  });

  test("parameters of other tools are none", () =>
    expect(valuesOf("parameters: { a: b }\n", "openapi.yaml")).toBe("other-form"));
});

describe("the SAM CLI", () => {
  const sam = (given: string, command = "deploy") =>
    `version = 0.1\n[default.${command}.parameters]\nstack_name = "a"\nparameter_overrides = ${given}\n`;

  test.each([
    ["a text", sam(`'A=1 B="two words" C=x\\,y'`), { A: "1", B: "two words", C: "x\\,y" }],
    ["a list", sam('["A=1", "B=two words"]'), { A: "1", B: "two words" }],
    ["keys and values", sam('"ParameterKey=A,ParameterValue=1 ParameterKey=B,ParameterValue=2"'), { A: "1", B: "2" }],
    ["for all commands", sam('"A=1"', "global"), { A: "1" }],
  ])("%s", (_, text, values) => expect(valuesOf(text, "samconfig.toml")).toEqual(values));

  test("in YAML", () =>
    expect(
      valuesOf(
        "version: 0.1\ndefault:\n  deploy:\n    parameters:\n      parameter_overrides: A=1\n",
        "samconfig.yaml",
      ),
    ).toEqual({ A: "1" }));

  test("without values it is no parameter file", () =>
    expect(valuesOf('[default.deploy.parameters]\nstack_name = "a"\n', "samconfig.toml")).toBe("other-form"));
});
