/** What the format of a template itself gives: keys and values outside of properties. */
import { describe, expect, test } from "vitest";
import { acceptedLine, type CompletionOptions, completeAt } from "../../../support/check-completion.ts";
import { snapshotOf } from "../../../support/snapshot.ts";

interface Parts {
  readonly top?: string;
  readonly parameter?: string;
  readonly resources?: string;
  readonly outputs?: string;
}

const template = ({ top = "", parameter = "", resources = "", outputs = "" }: Parts) => `${top}
Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod] }
  VpcBlock: { Type: String }
${parameter}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref VpcBlock } }
${resources}
Outputs:
  Id: { Value: !Ref Vpc }
${outputs}
`;
const labels = (parts: Parts, options?: CompletionOptions) => completeAt(template(parts), options).labels;
const json = (text: string) => completeAt(text, { notation: "json" }).labels;

describe("keys of parameters", () => {
  test("only those that the type takes, and none twice", () => {
    expect(labels({ parameter: "  P:\n    Type: Number\n    $0" })).toEqual([
      "Default",
      "Description",
      "AllowedValues",
      "ConstraintDescription",
      "MinValue",
      "MaxValue",
      "NoEcho",
    ]);
    expect(labels({ parameter: "  P: { Type: String, $0 }" })).not.toContain("Type");
  });
  test("in JSON", () => {
    const text =
      '{"Parameters": {"P": {"Type": "AWS::EC2::VPC::Id", "$0"}}, "Resources": {"A": {"Type": "AWS::EC2::VPC"}}}';
    expect(json(text)).toContain("Default");
    expect(json(text)).not.toContain("AllowedPattern");
  });
  test("values: booleans, what is allowed, what the property takes that has the parameter", () => {
    expect(labels({ parameter: "  P: { Type: String, NoEcho: $0 }" })).toEqual(["true", "false"]);
    expect(labels({ parameter: "  P:\n    Type: String\n    AllowedValues: [x, y]\n    Default: $0" })).toEqual([
      "x",
      "y",
    ]);
    const tenancy = {
      parameter: "  T:\n    Type: String\n    Default: $0",
      resources: "  Other: { Type: AWS::EC2::VPC, Properties: { InstanceTenancy: !Ref T } }",
    };
    expect(labels(tenancy)).toContain("dedicated");
  });
  test("a block that is free where the subnet takes the parameter", () => {
    const parameter = "  SubnetBlock:\n    Type: String\n    Default: $0";
    const resources = `  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.9.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: 10.9.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: !Ref SubnetBlock } }`;
    expect(labels({ parameter, resources })[0]).toBe("10.9.1.0/24");
  });
  test("types tell what they are", () => {
    const { item } = completeAt(template({ parameter: "  P:\n    Type: $0" }), { language: "ja" });
    expect(item("AWS::EC2::VPC::Id").documentation).toContain("VPC の ID");
    expect(item("List<AWS::EC2::Subnet::Id>").documentation).toContain("リスト");
    expect(item("AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>").documentation).toContain("AMI");
  });
});

describe("attributes of resources", () => {
  const attribute = (type: string, lines: string) => labels({ resources: `  New:\n    Type: ${type}\n    ${lines}` });
  test("policies only for types that have them", () => {
    expect(attribute("AWS::EC2::VPC", "$0")).not.toContain("CreationPolicy");
    expect(attribute("AWS::AutoScaling::AutoScalingGroup", "$0")).toEqual(
      expect.arrayContaining(["CreationPolicy", "UpdatePolicy"]),
    );
  });
  test("a snapshot only of what has one", () => {
    expect(attribute("AWS::EC2::VPC", "DeletionPolicy: $0")).toEqual(["Delete", "Retain", "RetainExceptOnCreate"]);
    expect(attribute("AWS::RDS::DBInstance", "DeletionPolicy: $0")).toContain("Snapshot");
    expect(attribute("AWS::EC2::VPC", "UpdateReplacePolicy: $0")).toEqual(["Delete", "Retain"]);
  });
  test("what stands in policies", () => {
    const group = "AWS::AutoScaling::AutoScalingGroup";
    expect(attribute(group, "UpdatePolicy:\n      $0")).toContain("AutoScalingRollingUpdate");
    expect(attribute("AWS::Lambda::Alias", "UpdatePolicy:\n      $0")).toEqual(["CodeDeployLambdaAliasUpdate"]);
    const rolling = "UpdatePolicy:\n      AutoScalingRollingUpdate:\n        MinInstancesInService: 1\n        ";
    expect(attribute(group, `${rolling}$0`)).toContain("MaxBatchSize");
    expect(attribute(group, `${rolling}$0`)).not.toContain("MinInstancesInService");
    expect(attribute(group, `${rolling}WaitOnResourceSignals: $0`)).toEqual(["true", "false"]);
    expect(attribute(group, `${rolling}SuspendProcesses:\n          - $0`)).toContain("AZRebalance");
    expect(attribute("AWS::EC2::Instance", "CreationPolicy:\n      ResourceSignal:\n        $0")).toEqual([
      "Count",
      "Timeout",
    ]);
  });
});

describe("outputs", () => {
  test("keys, values, a name to export under", () => {
    expect(labels({ outputs: "  O:\n    $0" })).toEqual(["Value", "Description", "Export", "Condition"]);
    expect(labels({ outputs: "  O:\n    Value: $0" })[0]).toBe("!Ref Vpc");
    expect(labels({ outputs: "  O:\n    Value: x\n    Export:\n      $0" })).toEqual(["Name"]);
    const text = template({ outputs: "  O:\n    Value: x\n    Export:\n      Name: $0" });
    expect(completeAt(text).labels).not.toContain("!GetAtt");
    expect(acceptedLine(text, '!Sub "${AWS::StackName}-O"')).toBe('Name: !Sub "${AWS::StackName}-O"');
  });
  test("in JSON", () => {
    const text = '{"Resources": {"A": {"Type": "AWS::EC2::VPC"}}, "Outputs": {"O": {"Value": $0}}}';
    expect(json(text)[0]).toBe("Ref A");
  });
});

describe("conditions", () => {
  const conditions = (line: string) => completeAt(template({}).replace("Resources:", `  X: ${line}\nResources:`));
  test("functions that give one, and the others by name", () => {
    expect(conditions("$0").labels).toEqual(["!Condition IsProd", "!Equals", "!Not", "!And", "!Or"]);
    expect(conditions("!And [!Condition IsProd, $0]").labels).toContain("!Equals");
    expect(conditions("!Not [$0]").labels).toContain("!Condition IsProd");
  });
  test("what is compared", () => {
    expect(conditions("!Equals [$0]").labels).toEqual(["!Ref Stage", "!Ref VpcBlock", "!Ref AWS::Region"]);
    expect(conditions("!Equals [!Ref Stage, $0]").labels).toEqual(["dev", "prod"]);
    expect(conditions("!Equals [!Ref AWS::Region, $0]").labels).toContain("ap-northeast-1");
  });
  test("what is typed in quotes stays in them", () => {
    const text = template({}).replace("Resources:", '  X: !Equals [!Ref Stage, "$0"]\nResources:');
    expect(acceptedLine(text, "prod")).toBe('X: !Equals [!Ref Stage, "prod"]');
  });
});

describe("metadata, rules, transforms", () => {
  const view = (lines: string) => ({ top: `Metadata:\n  AWS::CloudFormation::Interface:\n${lines}` });
  test("groups of the console hold each parameter once", () => {
    expect(labels({ top: "Metadata:\n  $0" })).toContain("AWS::CloudFormation::Interface");
    expect(labels(view("    $0"))).toEqual(["ParameterGroups", "ParameterLabels"]);
    expect(labels(view("    ParameterGroups:\n      - $0"))).toEqual(["Label", "Parameters"]);
    expect(labels(view("    ParameterGroups:\n      - Parameters: [Stage, $0]"))).toEqual(["VpcBlock"]);
    expect(labels(view("    ParameterLabels:\n      Stage: { default: x }\n      $0"))).toEqual(["VpcBlock"]);
  });
  test("rules", () => {
    const rule = (lines: string) => labels({ top: `Rules:\n  R:\n    ${lines}` });
    expect(rule("$0")).toEqual(["Assertions", "RuleCondition"]);
    expect(rule("Assertions:\n      - $0")).toEqual(["Assert", "AssertDescription"]);
    expect(rule("RuleCondition: $0")).toContain("Fn::Contains");
  });
  test("transforms, each once", () => {
    expect(labels({ top: "Transform: $0" })).toContain("AWS::Serverless-2016-10-31");
    expect(labels({ top: "Transform: [AWS::LanguageExtensions, $0]" })).not.toContain("AWS::LanguageExtensions");
  });
  test("what comes with a transform only", () => {
    const section = (top: string) => labels({ top: `${top}\n$0` });
    expect(section("Description: x")).not.toContain("Globals");
    expect(section("Transform: AWS::Serverless-2016-10-31")).toContain("Globals");
    const value = { outputs: "  O:\n    Value: $0" };
    expect(labels(value)).not.toContain("Fn::ToJsonString");
    expect(labels({ ...value, top: "Transform: AWS::LanguageExtensions" })).toContain("Fn::ToJsonString");
  });
});

test("mappings: Regions first, then what the entries beside have", () => {
  const mapping = (lines: string) => labels({ top: `Mappings:\n  Images:\n${lines}` });
  expect(mapping("    $0")).toContain("ap-northeast-1");
  expect(mapping("    ap-northeast-1: { Ami: x }\n    us-east-1:\n      $0")).toEqual(["Ami"]);
  expect(mapping("    dev: { Ami: x }\n    $0")).toEqual([]);
});

test("nothing where the format says nothing", () => {
  const { snapshot } = snapshotOf(template({}));
  expect(snapshot.document.placeAt(0)).toBeDefined();
  expect(labels({ top: "Metadata:\n  Own:\n    $0" })).toEqual([]);
  expect(labels({ top: "Description: $0" })).toEqual([]);
});
