import { describe, expect, test } from "vitest";
import { vpcCidrSize } from "../../../server/src/rules/addressing/vpc-cidr-size.ts";
import { defineRule, type Rule } from "../../../server/src/rules/rule.ts";
import { runRules } from "../../../server/src/rules/run.ts";
import { checkRule, examine, findingsOf } from "../../support/check-rule.ts";

const tooLarge = `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/8
`;

describe("settings", () => {
  const severities = (setting: string) =>
    findingsOf(tooLarge, { rules: { "vpc-cidr-size": setting } }).map(({ severity }) => severity);

  test("a rule has its own severity, unless a setting gives another", () => {
    expect(findingsOf(tooLarge).map(({ severity }) => severity)).toEqual(["error"]);
    expect(severities("hint")).toEqual(["hint"]);
    expect(severities("information")).toEqual(["info"]);
  });

  test("a rule that is off finds nothing", () => {
    expect(severities("off")).toEqual([]);
  });

  test("a word that is no severity changes nothing", () => {
    expect(severities("loud")).toEqual(["error"]);
  });
});

describe("what a finding rests on", () => {
  test("a parameter's default makes it a warning that says so, in both languages", () => {
    const text = `
Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/8 }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCidr
`;
    const [finding] = findingsOf(text);
    expect(finding?.severity).toBe("warning");
    expect(finding?.message.en).toMatch(
      /^With the default of VpcCidr \(10\.0\.0\.0\/8\), Vpc 10\.0\.0\.0\/8 is too large/,
    );
    expect(finding?.message.ja).toMatch(/^VpcCidr の既定値 \(10\.0\.0\.0\/8\) では、Vpc 10\.0\.0\.0\/8 は大きすぎる/);
  });

  test("a setting cannot make an error of a default", () => {
    const text = `
Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/8 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref VpcCidr } }
`;
    const found = findingsOf(text, { rules: { "vpc-cidr-size": "error" } });
    expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  test("an outcome of a condition is named", () =>
    checkRule(
      vpcCidrSize,
      `
Conditions:
  IsBig: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !If [IsBig, 10.0.0.0/8, 10.0.0.0/16]
#                            ^^^^^^^^^^ 💡 error: When IsBig is true: Vpc 10.0.0.0/8 is too large…
`,
    ));

  test("what happens in any case needs no word about conditions", () => {
    const text = `
Conditions:
  IsBig: !Equals [!Ref AWS::Region, us-east-1]
Mappings:
  Blocks: { here: { cidr: 10.0.0.0/8 } }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !FindInMap [Blocks, !If [IsBig, here, here], cidr]
`;
    const [finding, ...more] = findingsOf(text);
    expect(more).toEqual([]);
    expect(finding?.message.en).toMatch(/^Vpc 10\.0\.0\.0\/8 is too large/);
  });

  test("a default does not count where the resource is there only for another value", () =>
    checkRule(
      vpcCidrSize,
      `
Parameters:
  VpcCidr: { Type: String, Default: 10.0.0.0/8 }
Conditions:
  HasOwn: !Not [!Equals [!Ref VpcCidr, 10.0.0.0/8]]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Condition: HasOwn
    Properties:
      CidrBlock: !Ref VpcCidr
`,
    ));
});

describe("a run", () => {
  const broken: Rule = defineRule({
    id: "broken",
    group: "addressing",
    severity: "error",
    topic: "subnet",
    messages: {},
    check() {
      throw new Error("a bug");
    },
  });

  test("a rule that throws costs no other finding, and is told of", () => {
    const failures: string[] = [];
    const findings = runRules(examine(tooLarge).context, { rules: {} }, (id) => failures.push(id), {
      rules: [broken, vpcCidrSize],
    });
    expect(findings.map(({ rule }) => rule)).toEqual(["vpc-cidr-size"]);
    expect(failures).toEqual(["broken"]);
  });

  test("stops between rules", () => {
    const asked: number[] = [];
    const findings = runRules(examine(tooLarge).context, { rules: {} }, undefined, {
      rules: [vpcCidrSize, vpcCidrSize],
      shouldStop: () => asked.push(0) > 1,
    });
    expect(findings).toHaveLength(1);
  });

  test("fixes are made when they are asked for, once", () => {
    let made = 0;
    const counting: Rule = defineRule({
      id: "counting",
      group: "addressing",
      severity: "error",
      topic: "subnet",
      messages: { found: { en: "Found.", ja: "あり。" } },
      check({ template }, report) {
        for (const { idSpan } of template.resources.values()) {
          report({
            at: idSpan,
            message: "found",
            fixes: () => {
              made += 1;
              return [];
            },
          });
        }
      },
    });
    const [finding] = runRules(examine(tooLarge).context, { rules: {} }, undefined, { rules: [counting] });
    expect(made).toBe(0);
    finding?.fixes();
    finding?.fixes();
    expect(made).toBe(1);
  });
});
