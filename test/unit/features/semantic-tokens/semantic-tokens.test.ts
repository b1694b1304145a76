import { expect, test } from "vitest";
import { semanticTokens } from "../../../../server/src/features/semantic-tokens/semantic-tokens.ts";
import { codeSnapshotOf, snapshotOf } from "../../../support/snapshot.ts";

function tokens(text: string, notation: "yaml" | "json" = "yaml"): readonly string[] {
  const { snapshot } = snapshotOf(text, notation);
  return semanticTokens(snapshot).map(
    ({ range, type, isDeclaration, isGiven }) =>
      `${type}${isDeclaration ? "*" : ""}${isGiven ? "!" : ""} ${text.slice(range.start, range.end)}`,
  );
}

test("functions, names, blocks and types of YAML", () =>
  expect(
    tokens(`Parameters:
  Range: { Type: String, Default: 10.0.0.0/16 }
Mappings:
  Zones: { a: { b: c } }
Conditions:
  IsProd: !Equals [!Ref Range, x]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Condition: IsProd
    Properties:
      CidrBlock: !Ref Range
      Tags:
        - { Key: a, Value: !Sub "\${Vpc} 10.0.0.0/8 \${AWS::Region}" }
        - { Key: b, Value: !FindInMap [Zones, a, b] }
        - { Key: c, Value: "2001:db8::/32" }
        - { Key: d, Value: { "Fn::GetAtt": [Vpc, CidrBlock] } }
`),
  ).toEqual([
    "parameter* Range",
    "number 10.0.0.0/16",
    "enum* Zones",
    "macro* IsProd",
    "function !Equals",
    "function !Ref",
    "parameter Range",
    "variable* Vpc",
    "type AWS::EC2::VPC",
    "macro IsProd",
    "function !Ref",
    "parameter Range",
    "function !Sub",
    "variable Vpc",
    "variable! AWS::Region",
    "function !FindInMap",
    "enum Zones",
    "number 2001:db8::/32",
    "function Fn::GetAtt",
    "variable Vpc",
  ]));

test("of JSON, without the quotes", () =>
  expect(
    tokens(
      '{ "Resources": { "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "A" } } } } }',
      "json",
    ),
  ).toEqual(["variable* A", "type AWS::EC2::Subnet", "function Ref", "variable A"]));

test("ports, quoted or not, and only where they stand; pseudo parameters behind Ref", () =>
  expect(
    tokens(`Resources:
  G:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: "443"
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: "443", Description: !Ref AWS::StackName }
`),
  ).toEqual([
    "variable* G",
    "type AWS::EC2::SecurityGroup",
    "number 443",
    "number 443",
    "function !Ref",
    "variable! AWS::StackName",
  ]));

test("names of nobody and what is no block stay as they are", () =>
  expect(
    tokens(`Resources:
  A: { Type: AWS::EC2::Subnet, DependsOn: Nobody, Properties: { CidrBlock: 10.0.0.0/33, VpcId: !Ref Nobody, Tags: [a/1] } }
`),
  ).toEqual(["variable* A", "type AWS::EC2::Subnet", "function !Ref"]));

test("tokens never overlap and come in order, through aliases and loops too", () => {
  const { snapshot } = snapshotOf(`Transform: AWS::LanguageExtensions
Resources:
  A: &a { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref A } }
  B: *a
  Fn::ForEach::X: [X, [p, q], { "S\${X}": { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref A } } }]
`);
  const found = semanticTokens(snapshot);
  expect(found.length).toBeGreaterThan(5);
  found.forEach(({ range }, index) => {
    expect(range.start).toBeGreaterThanOrEqual(found[index - 1]?.range.end ?? 0);
  });
});

test("none in a program", async () => {
  const { snapshot } = await codeSnapshotOf('import * as ec2 from "aws-cdk-lib/aws-ec2";\n', "typescript");
  expect(semanticTokens(snapshot)).toEqual([]);
});
