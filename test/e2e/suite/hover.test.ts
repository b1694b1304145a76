import { match, ok } from "node:assert/strict";
import { hoverText, placeOf, show } from "./support.ts";

const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Igw:
    Type: AWS::EC2::InternetGateway
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw }
  PublicA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  PublicRoutes:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Vpc }
  DefaultRoute:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: { RouteTableId: !Ref PublicRoutes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref PublicRoutes }
`;

describe("hover", () => {
  it("explains a resource type and links to its topic", async () => {
    const { document } = await show("hover.yaml", template);
    const text = await hoverText(document, placeOf(document, "AWS::EC2::InternetGateway", 8), /internet gateway/i);
    match(text, /command:routewise\.openTopic/);
  });

  it("computes a CIDR", async () => {
    const { document } = await show("hover.yaml", template);
    const text = await hoverText(document, placeOf(document, "10.0.0.0/24", 3), /10\.0\.0\.255/);
    match(text, /251/);
  });

  it("says what a logical ID is in the network", async () => {
    const { document } = await show("hover.yaml", template);
    const text = await hoverText(document, placeOf(document, "PublicA:", 3), /public subnet/i);
    ok(text.includes("Igw"), text);
  });

  it("knows an L1 construct of a CDK app", async () => {
    const { document } = await show(
      "stack.ts",
      [
        'import { Stack } from "aws-cdk-lib";',
        'import * as ec2 from "aws-cdk-lib/aws-ec2";',
        "export class NetStack extends Stack {",
        "  constructor(scope: any, id: string) {",
        "    super(scope, id);",
        '    const vpc = new ec2.CfnVPC(this, "Vpc", { cidrBlock: "10.0.0.0/16" });',
        '    new ec2.CfnSubnet(this, "A", { vpcId: vpc.ref, cidrBlock: "10.0.1.0/24" });',
        "  }",
        "}",
        "",
      ].join("\n"),
    );
    await hoverText(document, placeOf(document, "10.0.1.0/24", 3), /251/);
  });
});
