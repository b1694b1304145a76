import { expect, test } from "vitest";
import { tgwAttachmentTwoSubnetsOneAz } from "../../../../server/src/rules/connectivity/tgw-attachment-two-subnets-one-az.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const zone = (index: number): string => `!Select [${index}, !GetAZs '']`;
const network = (
  subnets: string,
  { a = zone(0), b = zone(0), before = "", type = "TransitGatewayAttachment" } = {},
): string => `${before}Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: ${a} }
  B:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: ${b} }
  Attachment:
    Type: AWS::EC2::${type}
    Properties:
      VpcId: !Ref Vpc
      TransitGatewayId: tgw-0123456789abcdef0
      SubnetIds:
${subnets}
`;
const both = "        - !Ref A\n        - !Ref B";

test("two subnets of one zone", () => {
  checkRule(
    tgwAttachmentTwoSubnetsOneAz,
    network(`        - !Ref A
        - !Ref B
#         ^^^^^^ 💡 error: Attachment names B and A, which are both in zone 0. An attachment takes one subnet per Availability Zone, and CloudFormation will fail. Keep one of them; it serves the whole zone.`),
  );
  expect(relatedPlaces(tgwAttachmentTwoSubnetsOneAz, network(both))).toEqual([
    '15:11 "!Ref A": A is in that zone, too',
  ]);
});

test("a zone by name, in Japanese, on a TransitGatewayVpcAttachment", () =>
  checkRule(
    tgwAttachmentTwoSubnetsOneAz,
    network(
      `        - !Ref A
        - !Ref B
#         ^^^^^^ 💡 error: Attachment に指定した B と A は同じ AZ (ap-northeast-1a) にある。アタッチメントのサブネットは AZ ごとに 1 つで、作成は失敗する。どちらか一方を残すこと。AZ 内のリソースはそれで足りる。`,
      { a: "ap-northeast-1a", b: "ap-northeast-1a", type: "TransitGatewayVpcAttachment" },
    ),
    { messages: "ja" },
  ));

test("different zones, zones of different kinds, no zone", () => {
  checkRule(tgwAttachmentTwoSubnetsOneAz, network(both, { b: zone(1) }));
  checkRule(tgwAttachmentTwoSubnetsOneAz, network(both, { b: "ap-northeast-1a" }));
  checkRule(tgwAttachmentTwoSubnetsOneAz, network(both, { a: "!Ref AWS::NoValue", b: "!Ref AWS::NoValue" }));
  checkRule(tgwAttachmentTwoSubnetsOneAz, network("        - !Ref A\n        - subnet-0123456789abcdef0"));
});

test("zones by parameters", () => {
  const before =
    "Parameters: { First: { Type: AWS::EC2::AvailabilityZone::Name }, Second: { Type: AWS::EC2::AvailabilityZone::Name } }\n";
  checkRule(tgwAttachmentTwoSubnetsOneAz, network(both, { a: "!Ref First", b: "!Ref Second", before }));
  checkRule(
    tgwAttachmentTwoSubnetsOneAz,
    network(
      `        - !Ref A
        - !Ref B
#         ^^^^^^ 💡 error: Attachment names B and A, which are both in !Ref First…`,
      { a: "!Ref First", b: "!Ref First", before },
    ),
  );
});

test("a default zone is a warning", () =>
  checkRule(
    tgwAttachmentTwoSubnetsOneAz,
    network(
      `        - !Ref A
        - !Ref B
#         ^^^^^^ 💡 warning: With the default of Zone (us-east-1a), Attachment names B and A…`,
      {
        a: "us-east-1a",
        b: "!Ref Zone",
        before: "Parameters: { Zone: { Type: String, Default: us-east-1a } }\n",
      },
    ),
  ));

test("subnets of conditions that exclude each other", () => {
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(tgwAttachmentTwoSubnetsOneAz, network("        - !If [Live, !Ref A, !Ref B]", { before }));
  checkRule(tgwAttachmentTwoSubnetsOneAz, network(both, { b: `!If [Live, ${zone(1)}, ${zone(2)}]`, before }));
});

test("subnets that a loop makes in zones of its own", () =>
  checkRule(
    tgwAttachmentTwoSubnetsOneAz,
    `Transform: AWS::LanguageExtensions
Parameters: { Zones: { Type: CommaDelimitedList } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Fn::ForEach::Subnets:
    - Index
    - ['0', '1']
    - Subnet\${Index}:
        Type: AWS::EC2::Subnet
        Properties: { VpcId: !Ref Vpc, CidrBlock: !Sub '10.0.\${Index}.0/24', AvailabilityZone: !Select [!Ref Index, !Ref Zones] }
  Attachment:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      TransitGatewayId: tgw-0123456789abcdef0
      SubnetIds: [!Ref Subnet0, !Ref Subnet1]
`,
  ));

test("keeps either", () => {
  expect(fixTitles(tgwAttachmentTwoSubnetsOneAz, network(both))).toEqual(["Keep A only", "Keep B only"]);
  checkFix(tgwAttachmentTwoSubnetsOneAz, network(both), network("        - !Ref B"), { title: "Keep B only" });
  checkNoFix(
    tgwAttachmentTwoSubnetsOneAz,
    network("        !If [Live, [!Ref A, !Ref B], [!Ref A]]", {
      before: "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n",
    }),
  );
});

test("keeps the first in JSON", () => {
  const json = (subnets: string): string => `{
  "Resources": {
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "us-east-1a" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a" } },
    "Attachment": {
      "Type": "AWS::EC2::TransitGatewayAttachment",
      "Properties": { "VpcId": "vpc-1", "TransitGatewayId": "tgw-1", "SubnetIds": [${subnets}] }
    }
  }
}
`;
  checkFix(tgwAttachmentTwoSubnetsOneAz, json('{ "Ref": "A" }, { "Ref": "B" }'), json('{ "Ref": "A" }'), {
    title: "Keep A only",
  });
});

test("a CDK program", () =>
  checkRule(
    tgwAttachmentTwoSubnetsOneAz,
    typescript(`const a = new ec2.CfnSubnet(this, 'A', { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24', availabilityZone: 'us-east-1a' });
const b = new ec2.CfnSubnet(this, 'B', { vpcId: 'vpc-1', cidrBlock: '10.0.1.0/24', availabilityZone: 'us-east-1a' });
new ec2.CfnTransitGatewayAttachment(this, 'Attachment', {
  vpcId: 'vpc-1',
  transitGatewayId: 'tgw-1',
  subnetIds: [a.ref, b.ref],
//                   ^^^^^ error: Attachment names B and A, which are both in us-east-1a…
});`),
  ));
