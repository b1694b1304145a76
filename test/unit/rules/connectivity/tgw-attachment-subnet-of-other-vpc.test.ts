import { expect, test } from "vitest";
import { tgwAttachmentSubnetOfOtherVpc } from "../../../../server/src/rules/connectivity/tgw-attachment-subnet-of-other-vpc.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const network = (subnets: string, { vpc = "!Ref App", before = "" } = {}): string => `${before}Resources:
  App: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref App, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a } }
  AppB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref App, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1b } }
  DataA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Data, CidrBlock: 10.1.0.0/24, AvailabilityZone: us-east-1a } }
  Attachment:
    Type: AWS::EC2::TransitGatewayVpcAttachment
    Properties:
      TransitGatewayId: tgw-0123456789abcdef0
      VpcId: ${vpc}
${subnets}
Outputs: { App: { Value: !Ref App }, Data: { Value: !Ref Data } }
`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";

test("a subnet of another VPC", () => {
  checkRule(
    tgwAttachmentSubnetOfOtherVpc,
    network(`      SubnetIds: [!Ref AppA, !Ref DataA]
#                            ^^^^^^^^^^ 💡 warning: Attachment attaches App with DataA, which is in Data. The subnets of an attachment are subnets of the VPC that it attaches. Name a subnet of App.`),
  );
  expect(relatedPlaces(tgwAttachmentSubnetOfOtherVpc, network("      SubnetIds: [!Ref AppA, !Ref DataA]"))).toEqual([
    '11:14 "!Ref App": The VPC of the attachment',
    '6:57 "!Ref Data": The VPC of DataA',
  ]);
});

test("a single subnet, in Japanese", () =>
  checkRule(
    tgwAttachmentSubnetOfOtherVpc,
    network(`      SubnetIds: !Ref DataA
#                ^^^^^^^^^^ 💡 warning: Attachment は App のアタッチメントなのに、サブネット DataA は Data にある。アタッチメントには、アタッチする VPC 自身のサブネットを使う。App のサブネットを指定すること。`),
    { messages: "ja" },
  ));

test("subnets of the VPC, subnets and VPCs from elsewhere", () => {
  checkRule(tgwAttachmentSubnetOfOtherVpc, network("      SubnetIds: [!Ref AppA, !Ref AppB]"));
  checkRule(tgwAttachmentSubnetOfOtherVpc, network("      SubnetIds: [subnet-0123456789abcdef0]"));
  checkRule(
    tgwAttachmentSubnetOfOtherVpc,
    network("      SubnetIds: [!Ref DataA]", { vpc: "!Ref Vpc", before: "Parameters: { Vpc: { Type: String } }\n" }),
  );
});

test("conditions that exclude each other", () =>
  checkRule(
    tgwAttachmentSubnetOfOtherVpc,
    network("      SubnetIds: [!If [Live, !Ref AppA, !Ref DataA]]", {
      vpc: "!If [Live, !Ref App, !Ref Data]",
      before: live,
    }),
  ));

test("a subnet in another zone, or the other VPC where all subnets are in it", () => {
  expect(fixTitles(tgwAttachmentSubnetOfOtherVpc, network("      SubnetIds: [!Ref AppA, !Ref DataA]"))).toEqual([
    "Name AppB instead",
  ]);
  checkFix(
    tgwAttachmentSubnetOfOtherVpc,
    network("      SubnetIds: [!Ref AppA, !Ref DataA]"),
    network("      SubnetIds: [!Ref AppA, !Ref AppB]"),
  );
  checkFix(
    tgwAttachmentSubnetOfOtherVpc,
    network("      SubnetIds: [!Ref DataA]"),
    network("      SubnetIds: [!Ref DataA]", { vpc: "!Ref Data" }),
    { title: "Attach Data instead" },
  );
  checkNoFix(tgwAttachmentSubnetOfOtherVpc, network("      SubnetIds: [!Ref AppA, !Ref AppB, !Ref DataA]"));
});

test("the other VPC in JSON", () => {
  const json = (vpc: string): string => `{
  "Resources": {
    "App": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Data": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.1.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Data" }, "CidrBlock": "10.1.0.0/24" } },
    "Attachment": {
      "Type": "AWS::EC2::TransitGatewayAttachment",
      "Properties": { "VpcId": { "Ref": "${vpc}" }, "TransitGatewayId": "tgw-1", "SubnetIds": [{ "Ref": "A" }] }
    }
  },
  "Outputs": { "App": { "Value": { "Ref": "App" } }, "Data": { "Value": { "Ref": "Data" } } }
}
`;
  checkFix(tgwAttachmentSubnetOfOtherVpc, json("App"), json("Data"));
});

test("a CDK program", () =>
  checkRule(
    tgwAttachmentSubnetOfOtherVpc,
    typescript(`const app = new ec2.CfnVPC(this, 'App', { cidrBlock: '10.0.0.0/16' });
const data = new ec2.CfnVPC(this, 'Data', { cidrBlock: '10.1.0.0/16' });
const a = new ec2.CfnSubnet(this, 'A', { vpcId: data.ref, cidrBlock: '10.1.0.0/24' });
new ec2.CfnTransitGatewayAttachment(this, 'Attachment', {
  vpcId: app.ref,
  transitGatewayId: 'tgw-1',
  subnetIds: [a.ref],
//            ^^^^^ 💡 warning: Attachment attaches App with A, which is in Data…
});`),
  ));
