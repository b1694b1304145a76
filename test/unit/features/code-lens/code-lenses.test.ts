import { expect, test } from "vitest";
import type { Language } from "../../../../server/src/base/localized.ts";
import {
  networkLenses,
  referencedNames,
  referencesLens,
} from "../../../../server/src/features/code-lens/code-lenses.ts";
import { type CodeLensKind, defaultSwitches } from "../../../../server/src/workspace/feature-switches.ts";
import { codeSnapshotOf, type MarkedSnapshot, snapshotOf } from "../../../support/snapshot.ts";

/** What each lens stands above, and its title. */
function lenses(
  { snapshot, text }: MarkedSnapshot,
  { language = "en", kinds }: { language?: Language; kinds?: readonly CodeLensKind[] } = {},
): Readonly<Record<string, string>> {
  const all = Object.keys(defaultSwitches.codeLens);
  const on = Object.fromEntries(all.map((kind) => [kind, !kinds || kinds.some((each) => each === kind)]));
  return Object.fromEntries(
    networkLenses(snapshot, { ...defaultSwitches.codeLens, ...on }, language).map(({ range, title }) => [
      /\w+/.exec(text.slice(range.start))?.[0] ?? "",
      title,
    ]),
  );
}

const template = `Conditions:
  IsProd: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  A:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""] }
  B:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ""] }
  C:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: !Select [1, !GetAZs ""] }
  Igw: { Type: AWS::EC2::InternetGateway }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref A, AllocationId: eipalloc-1 } }
  Idle: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref A, AllocationId: eipalloc-2 } }
  Public: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Private: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Spare: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  ToIgw:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Public, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  ToNat:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Private, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat }
  OfA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Public } }
  OfB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref B, RouteTableId: !Ref Private } }
  Web: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc } }
  Unworn: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc } }
  Host: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref A, SecurityGroupIds: [!Ref Web] } }
`;

test("a line above everything that there is something to say about", () => {
  expect(lenses(snapshotOf(template))).toEqual({
    Vpc: "10.0.0.0/16 · 3 subnets in 2 zones · 98 % free",
    A: "public through Igw · 251 usable",
    B: "private with egress through Nat · 251 usable",
    C: "isolated · on the VPC's main route table · 251 usable",
    Igw: "1 subnet routes through it: A",
    Nat: "1 subnet routes through it: B",
    Idle: "no subnet of this template routes through it",
    Public: "used by 1 subnet · default route to Igw",
    Private: "used by 1 subnet · default route to Nat",
    Spare: "used by no subnet of this template · no default route",
    Web: "attached to 1 resource",
  });
});

test("in Japanese", () => {
  expect(lenses(snapshotOf(template), { language: "ja", kinds: ["vpcs", "subnets"] })).toEqual({
    Vpc: "10.0.0.0/16 · サブネット 3 個、2 AZ · 空き 98 %",
    A: "パブリック (Igw 経由) · 利用可能 251",
    B: "プライベート (Nat 経由で外へ) · 利用可能 251",
    C: "孤立 (外への経路なし) · VPC のメインルートテーブルを使用 · 利用可能 251",
  });
});

test("a subnet that differs by conditions says both; one that may be anything has no lens", () => {
  const conditional = template.replace("  ToIgw:\n", "  ToIgw:\n    Condition: IsProd\n");
  expect(lenses(snapshotOf(conditional), { kinds: ["subnets"] }).A).toBe(
    "public or isolated, by conditions · 251 usable",
  );
  const exported = `${template}Outputs: { C: { Value: !Ref C } }\n`;
  expect(lenses(snapshotOf(exported), { kinds: ["subnets"] })).not.toHaveProperty("C");
});

test("the usable addresses of a block that is not known are left out", () => {
  const unknown = template.replace("CidrBlock: 10.0.0.0/24", "CidrBlock: !ImportValue Block");
  expect(lenses(snapshotOf(unknown), { kinds: ["subnets", "vpcs"] })).toMatchObject({
    A: "public through Igw",
    Vpc: "10.0.0.0/16 · 3 subnets in 2 zones",
  });
});

test("an unknown block of the VPC and half-typed text give nothing wrong", () => {
  expect(lenses(snapshotOf("Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrB"))).toEqual({});
  expect(lenses(snapshotOf("Resources:\n  A:\n    Type: AWS::EC2::Subnet\n    Properties: {"))).toEqual({});
});

test("a VPC whose block or subnets hang on conditions", () => {
  const either = template.replace("CidrBlock: 10.0.0.0/16", "CidrBlock: !If [IsProd, 10.0.0.0/16, 10.0.0.0/20]");
  expect(lenses(snapshotOf(either), { kinds: ["vpcs"] }).Vpc).toBe("10.0.0.0/16 | 10.0.0.0/20 · 3 subnets in 2 zones");
  const maybe = template.replace("  C:\n", "  C:\n    Condition: IsProd\n");
  expect(lenses(snapshotOf(maybe), { kinds: ["vpcs"] }).Vpc).toBe(
    "10.0.0.0/16 · at most 3 subnets at a time in 2 zones",
  );
});

test("JSON", () => {
  const json = `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/24" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/25" } }
  }
}`;
  expect(lenses(snapshotOf(json, "json"))).toEqual({
    Vpc: "10.0.0.0/24 · 1 subnet · 50 % free",
    A: "isolated · on the VPC's main route table · 123 usable",
  });
});

test("CDK: a Vpc with what it makes, by the line on which the construct begins", async () => {
  const source = `import * as ec2 from "aws-cdk-lib/aws-ec2";
import { Stack } from "aws-cdk-lib";
export class Net extends Stack {
  constructor(scope: any, id: string) {
    super(scope, id);
    const main = new ec2.Vpc(
      this,
      "Main",
      { maxAzs: 2, natGateways: 1 },
    );
    new ec2.Vpc(this, "Wide", {});
  }
}
`;
  const marked = await codeSnapshotOf(source, "typescript");
  const found = networkLenses(marked.snapshot, defaultSwitches.codeLens, "en");
  expect(found.map(({ range, title }) => [marked.text.slice(range.start).split("\n")[0], title])).toEqual([
    ["new ec2.Vpc(", "10.0.0.0/16 · 4 subnets in 2 zones · 0 % free · 1 NAT gateway"],
    ['new ec2.Vpc(this, "Wide", {});', "10.0.0.0/16 · at most 6 subnets at a time in 3 zones · 2–3 NAT gateways"],
  ]);
});

const named = `Parameters:
  Used: { Type: String }
  Unused: { Type: String }
Mappings: { Sizes: { Small: { Bits: 8 } } }
Conditions: { On: !Equals [!Ref Used, "1"] }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Condition: On, Properties: { CidrBlock: !FindInMap [Sizes, Small, Bits] } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, Tags: [{ Key: N, Value: !Sub "\${Vpc} \${Used}" }] } }
`;

test("references are counted above every name that has any", () => {
  const { snapshot, text } = snapshotOf(named);
  const counted = referencedNames(snapshot).map(({ start, end }) => {
    const lens = referencesLens(snapshot, start, "en");
    return [text.slice(start, end), lens.title, lens.places.map((place) => text.slice(place.start, place.end))];
  });
  expect(counted).toEqual([
    ["Used", "2 references", ["Used", "Used"]],
    ["Sizes", "1 reference", ["Sizes"]],
    ["On", "1 reference", ["On"]],
    ["Vpc", "2 references", ["Vpc", "Vpc"]],
  ]);
});

test("a lens of a version that is gone counts what is there now", () => {
  const { snapshot } = snapshotOf(named);
  expect(referencesLens(snapshot, 0, "ja")).toEqual({ title: "参照 0 件", places: [] });
});
