import { describe, expect, test } from "vitest";
import type { Language } from "../../../../server/src/base/localized.ts";
import { documentSymbols } from "../../../../server/src/features/symbols/document-symbols.ts";
import { codeSnapshotOf, snapshotOf } from "../../../support/snapshot.ts";

const yaml = `AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Range: { Type: String, Default: 10.0.0.0/16 }
  Secret: { Type: String, Default: hidden, NoEcho: true }
Conditions:
  IsProd: !Equals [a, b]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Range } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Default: { Type: AWS::EC2::Route, DependsOn: Attachment, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
  OnTable: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Table } }
  Queue: { Type: AWS::SQS::Queue }
Outputs:
  Id: { Value: !Ref Vpc, Export: { Name: !Sub "\${AWS::StackName}-vpc" } }
`;

function shown(text: string, language: Language = "en", notation: "yaml" | "json" = "yaml"): readonly string[] {
  const { snapshot } = snapshotOf(text, notation);
  return documentSymbols(snapshot, language).flatMap(({ name, role, children }) => [
    `${role} ${name}`,
    ...children.map((child) => `  ${child.role} ${child.name}${child.detail && `: ${child.detail}`}`),
  ]);
}

test("sections with their declarations, and what each is in the network", () =>
  expect(shown(yaml)).toEqual([
    "section AWSTemplateFormatVersion",
    "section Parameters",
    "  parameter Range: String · 10.0.0.0/16",
    "  parameter Secret: String",
    "section Conditions",
    "  condition IsProd",
    "section Resources",
    "  vpc Vpc: VPC · 10.0.0.0/16 · 1 subnet",
    "  gateway Igw: internet gateway · attached to Vpc · 1 subnet routes through it: A",
    "  resource Attachment: AWS::EC2::VPCGatewayAttachment",
    "  subnet A: public subnet · 10.0.0.0/24, 251 usable addresses · default route to Igw through Table",
    "  route-table Table: route table · in Vpc · for A",
    "  route Default: route · 0.0.0.0/0 → Igw · in Table",
    "  resource OnTable: AWS::EC2::SubnetRouteTableAssociation",
    "  resource Queue: AWS::SQS::Queue",
    "section Outputs",
    "  output Id: ${AWS::StackName}-vpc",
  ]));

test("in Japanese", () =>
  expect(shown(yaml, "ja")).toContain(
    "  subnet A: パブリックサブネット · 10.0.0.0/24、利用可能 251 アドレス · Table によりデフォルトルートは Igw",
  ));

describe("ranges", () => {
  test("the name lies in the whole, in YAML, JSON and half-typed text", () => {
    const json = '{ "Resources": { "Vpc": { "Type": "AWS::EC2::VPC" } } }';
    const half = "Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n  Su\n";
    for (const [text, notation] of [
      [yaml, "yaml"],
      [json, "json"],
      [half, "yaml"],
    ] as const) {
      const { snapshot } = snapshotOf(text, notation);
      const all = documentSymbols(snapshot, "en").flatMap((section) => [section, ...section.children]);
      for (const { range, nameRange, name } of all) {
        expect(range.start <= nameRange.start && nameRange.end <= range.end).toBe(true);
        expect(text.slice(nameRange.start, nameRange.end)).toContain(name);
      }
      expect(all.map(({ name }) => name)).toContain("Vpc");
    }
  });

  test("a section that is written twice keeps its own declarations", () =>
    expect(shown("Resources:\n  A: { Type: AWS::SQS::Queue }\nResources:\n  B: { Type: AWS::SQS::Queue }\n")).toEqual([
      "section Resources",
      "  resource A: AWS::SQS::Queue",
      "section Resources",
      "  resource B: AWS::SQS::Queue",
    ]));
});

test("a program has none: its language's own server gives them", async () => {
  const { snapshot } = await codeSnapshotOf(
    'import * as ec2 from "aws-cdk-lib/aws-ec2";\nclass S { constructor() { new ec2.CfnVPC(this, "Vpc"); } }\n',
    "typescript",
  );
  expect(documentSymbols(snapshot, "en")).toEqual([]);
});
