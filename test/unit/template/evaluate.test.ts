import { describe, expect, test } from "vitest";
import { createEvaluator } from "../../../server/src/template/evaluate.ts";
import { propertyOf } from "../../../server/src/template/expression.ts";
import { evaluate, evaluated, show, templateOf } from "../../support/evaluation.ts";

const conditions = `
Parameters:
  Env: { Type: String, Default: dev }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Not [!Condition IsProd]
  Never: !Equals [a, b]
  Always: !Equals [a, a]
`;

describe("literals", () => {
  test("stay what they are", () => {
    expect(evaluated("10.0.0.0/16")).toBe('"10.0.0.0/16"');
    expect(evaluated("24")).toBe("24");
    expect(evaluated("true")).toBe("true");
    expect(evaluated('""')).toBe('""');
    expect(evaluated("{ A: 1, B: [x, y] }")).toBe('{A: 1, B: ["x", "y"]}');
  });

  test("that are filled in at deployment are unknown", () => {
    expect(evaluated("'{{resolve:ssm:/net/cidr}}'")).toBe("?dynamic-reference");
    expect(evaluated("'{{ cidr }}'")).toBe("?dynamic-reference");
    expect(evaluated("!Sub '{{resolve:ssm:/${X}/cidr}}'")).toBe("?dynamic-reference");
  });
});

describe("Fn::If", () => {
  test("is a choice", () => {
    expect(evaluated("!If [IsProd, a, b]", conditions)).toBe('(IsProd ? "a" : "b")');
    expect(evaluated("!If [IsProd, a, !Ref AWS::NoValue]", conditions)).toBe('(IsProd ? "a" : absent)');
    expect(evaluated("!If [Undeclared, a, b]", conditions)).toBe('(Undeclared ? "a" : "b")');
  });

  test("drops a branch that its condition never takes", () => {
    expect(evaluated("!If [Never, a, b]", conditions)).toBe('"b"');
    expect(evaluated("!If [Always, a, b]", conditions)).toBe('"a"');
    expect(evaluated("!If [IsProd, a, b]", conditions, { parameters: new Map([["Env", "prod"]]) })).toBe('"a"');
  });

  test("spreads over what is made of it", () => {
    expect(evaluated("!Join ['.', [10, !If [IsProd, 1, 2], 0.0/16]]", conditions)).toBe(
      '(IsProd ? "10.1.0.0/16" : "10.2.0.0/16")',
    );
    expect(evaluated("!Select [1, !Cidr [!If [IsProd, 10.0.0.0/24, 10.1.0.0/24], 2, 7]]", conditions)).toBe(
      '(IsProd ? "10.0.0.128/25" : "10.1.0.128/25")',
    );
  });

  test("is decided once where it occurs twice, also under another name", () => {
    expect(evaluated("!Sub ['${A}${B}', { A: !If [IsProd, 1, 2], B: !If [IsProd, 3, 4] }]", conditions)).toBe(
      '(IsProd ? "13" : "24")',
    );
    expect(evaluated("!Sub ['${A}${B}', { A: !If [IsProd, 1, 2], B: !If [IsDev, 3, 4] }]", conditions)).toBe(
      '(IsProd ? "14" : "23")',
    );
  });

  test("beyond 64 combinations is unknown", () => {
    const choices = (count: number) => Array.from({ length: count }, (_, index) => `!If [C${index}, a, b]`).join(", ");
    expect(evaluate(`Resources: { X: { Type: T, Properties: { Value: !Join ['', [${choices(6)}]] } } }`).kind).toBe(
      "choice",
    );
    expect(evaluated(`!Join ['', [${choices(7)}]]`)).toBe("?code");
    expect(evaluated(`!Join ['', [${choices(40)}]]`)).toBe("?code");
  });

  test("malformed is unknown", () => {
    expect(evaluated("!If [IsProd, a]", conditions)).toBe("?invalid-call If");
    expect(evaluated("!If IsProd", conditions)).toBe("?invalid-call If");
  });
});

describe("alternatives", () => {
  test("carry the outcomes under which they hold and leave impossible ones out", () => {
    const template = templateOf(`${conditions}
Resources:
  X: { Type: T, Properties: { Value: !If [IsProd, a, !If [IsDev, b, c]] } }
`);
    const evaluator = createEvaluator(template);
    const value = propertyOf(template.resources.get("X")?.properties, "Value")?.value;
    if (value === undefined) throw new Error("no value");
    const ways = (under?: "IsDev") =>
      evaluator
        .alternatives(value, under && evaluator.conditions.when(under, true))
        .map((way) => `${show(way.value)} ${evaluator.conditions.describe(way.guard).en}`);
    expect(ways()).toEqual(['"a" when IsProd is true', '"b" when IsProd is false and IsDev is true']);
    expect(ways("IsDev")).toEqual(['"b" when IsDev is true and IsProd is false']);
  });
});

describe("what runs in circles", () => {
  test("is unknown", () => {
    const circular = `
Resources:
  V: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !GetAtt W.CidrBlock } }
  W: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Sub "\${V.CidrBlock}" } }
`;
    expect(evaluated("!GetAtt V.CidrBlock", circular)).toBe("?circular");
  });

  test("or through too many hands is unknown, not an exception", () => {
    const hop = (index: number) =>
      `  V${index}: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !GetAtt V${index + 1}.CidrBlock } }`;
    const chain = (length: number) =>
      `Resources:\n${Array.from({ length }, (_, index) => hop(index)).join("\n")}\n  V${length}: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n`;
    expect(evaluated("!GetAtt V0.CidrBlock", chain(100))).toBe('"10.0.0.0/16"');
    expect(evaluated("!GetAtt V0.CidrBlock", chain(5000))).toBe("?circular");
  });
});

test("functions of conditions and rules, transforms and unknown macros give no value", () => {
  expect(evaluated("!Equals [a, a]")).toBe("?invalid-call Equals");
  expect(evaluated("!Transform { Name: Macro }")).toBe("?transform");
  expect(evaluated("!ImportValue net-VpcCidr")).toBe("?import");
});

test("a value says what it rests on", () => {
  const value = evaluate(`
Parameters:
  Base: { Type: String, Default: 10.0.0.0/16 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Base } }
  X: { Type: T, Properties: { Value: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]] } }
`);
  expect(value).toMatchObject({
    kind: "known",
    data: "10.0.1.0/24",
    from: [
      { kind: "default", parameter: "Base", value: "10.0.0.0/16" },
      { kind: "computed", function: "Cidr" },
    ],
  });
});

test("the value of a parameter by name", () => {
  const evaluator = createEvaluator(templateOf("Parameters: { A: { Type: String, Default: x } }"));
  expect(show(evaluator.parameter("A"))).toBe('"x"');
  expect(show(evaluator.parameter("AWS::Region"))).toBe("?pseudo-parameter AWS::Region");
  expect(show(evaluator.parameter("B"))).toBe("?undefined-name B");
});
