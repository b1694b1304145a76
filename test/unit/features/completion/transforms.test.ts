/** SAM, loops, and functions as objects. */
import { describe, expect, test } from "vitest";
import { completeAt } from "../../../support/check-completion.ts";

const references = (labels: readonly string[]) => labels.filter((label) => /^!(Ref|GetAtt) \w/.test(label));

describe("SAM", () => {
  const sam = (lines: string, globals = "Description: x") => `Transform: AWS::Serverless-2016-10-31
${globals}
Resources:
  A: { Type: AWS::EC2::Subnet }
  F:
    Type: AWS::Serverless::Function
    Properties:
${lines}
`;
  test("properties, usual ones first; networks below them; events by name", () => {
    expect(completeAt(sam("      $0")).labels.slice(0, 3)).toEqual(["CodeUri", "Handler", "Runtime"]);
    const subnets = sam("      VpcConfig:\n        SubnetIds:\n          - $0");
    expect(references(completeAt(subnets).labels)).toEqual(["!Ref A"]);
    expect(completeAt(sam("      Events:\n        Get:\n          $0")).labels).toEqual(["Properties", "Type"]);
    expect(completeAt(sam("      Events:\n        Get:\n          Type: $0")).labels).toContain("HttpApi");
  });
  test("properties of an event by its type", () => {
    const event = (type: string) =>
      completeAt(sam(`      Events:\n        Get:\n          Type: ${type}\n          Properties:\n            $0`))
        .labels;
    expect(event("Api").slice(0, 3)).toEqual(["Path", "Method", "RestApiId"]);
    expect(event("SQS")[0]).toBe("Queue");
    expect(event("Nonsense")).not.toContain("Path");
  });
  test("types of SAM come last without its transform", () => {
    const type = (transform: string) =>
      completeAt(
        `Transform: ${transform}\nResources:\n  F:\n    Type: AWS::Serverless::F$0\n  V: { Type: AWS::EC2::VPC }\n`,
      );
    expect(type("AWS::Serverless-2016-10-31").labels[0]).toBe("AWS::Serverless::Function");
    const { item } = type("Own");
    expect(item("AWS::Serverless::Function").sortText > "5").toBe(true);
  });
  test("Globals as if they stood in a function", () => {
    expect(completeAt(sam("      Handler: x", "Globals:\n  Function:\n    $0")).labels).toContain("VpcConfig");
    const subnets = sam("      Handler: x", "Globals:\n  Function:\n    VpcConfig:\n      SubnetIds:\n        - $0");
    expect(references(completeAt(subnets).labels)).toEqual(["!Ref A"]);
  });
});

describe("loops", () => {
  const loop = (lines: string) => `Transform: AWS::LanguageExtensions
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Fn::ForEach::Subnets:
    - Zone
    - [A, B]
    - Subnet\${Zone}:
        Type: AWS::EC2::Subnet
        Properties:
          ${lines}
`;
  test("are completed inside as outside", () => {
    expect(completeAt(loop("$0")).labels).toContain("CidrBlock");
    expect(references(completeAt(loop("VpcId: $0")).labels)).toEqual(["!Ref Vpc"]);
    expect(
      completeAt(loop("Tags: $0").replace("AWS::EC2::Subnet", "$0").replace("Tags: $0", "Tags: []")).labels[0],
    ).toBe("AWS::EC2::VPC");
  });
  test("have variables", () => {
    expect(completeAt(loop('AvailabilityZone: !Sub "${$0}"')).labels[0]).toBe("Zone");
    expect(
      completeAt(loop('AvailabilityZone: !Sub "${$0}"').replace("AWS::LanguageExtensions", "Own")).labels,
    ).not.toContain("Zone");
  });
});

describe("objects that are functions, in JSON", () => {
  const json = (value: string) =>
    completeAt(
      `{"Conditions": {"C": {"Fn::Not": [{"$1"}]}}, "Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}}, "Outputs": {"O": {"Value": ${value}}}}`.replace(
        '"$1"',
        value === "" ? '"$0"' : "",
      ),
      { notation: "json" },
    ).labels;
  test("as a value, among arguments, in a condition", () => {
    expect(json('{"$0"}')).toContain("Fn::GetAtt");
    expect(json('{"Fn::Join": ["", [{"$0"}]]}')).toContain("Fn::GetAtt");
    expect(json("")).toEqual(["Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Condition"]);
  });
  test("an attribute inside a quoted name", () => {
    const text = `{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}}, "Outputs": {"O": {"Value": {"Fn::GetAtt": "Vpc.$0"}}}}`;
    expect(completeAt(text, { notation: "json" }).item("CidrBlock").newText).toBe("CidrBlock");
  });
  test("a section whose quotes are open", () => {
    const text = `{"AWSTemplateFormatVersion": "2010-09-09",
 "Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}},\n "$0"\n}`;
    const { accept } = completeAt(text, { notation: "json" });
    expect(accept("Outputs")).toContain('\n "Outputs": {$0}\n');
  });
});
