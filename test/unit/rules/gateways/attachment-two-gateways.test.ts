import { test } from "vitest";
import { attachmentTwoGateways } from "../../../../server/src/rules/gateways/attachment-two-gateways.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("both gateways", () =>
  checkRule(
    attachmentTwoGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
      VpnGatewayId: !Ref Vgw
#                   ^^^^^^^^ 💡 error: Attachment names an internet gateway and a virtual private gateway, but an attachment takes exactly one of them. CloudFormation will fail. Give the virtual private gateway an attachment of its own.
`,
  ));

test("also gateways that are elsewhere, in Japanese", () =>
  checkRule(
    attachmentTwoGateways,
    `
Parameters:
  Igw: { Type: String }
  Vgw: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
      VpnGatewayId: !Ref Vgw
#                   ^^^^^^^^ 💡 error: Attachment に InternetGatewayId と VpnGatewayId の両方がある…
`,
    { messages: "ja" },
  ));

test("one of them", () =>
  checkRule(
    attachmentTwoGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
  Other:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref Vgw
`,
  ));

test("one of them by a condition", () =>
  checkRule(
    attachmentTwoGateways,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !If [Prod, !Ref Igw, !Ref AWS::NoValue]
      VpnGatewayId: !If [Prod, !Ref AWS::NoValue, !Ref Vgw]
`,
  ));

test("an empty default stands for none", () =>
  checkRule(
    attachmentTwoGateways,
    `
Parameters:
  Vgw: { Type: String, Default: '' }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
      VpnGatewayId: !Ref Vgw
`,
  ));

test("moves the second gateway to an attachment of its own", () =>
  checkFix(
    attachmentTwoGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
      VpnGatewayId: !Ref Vgw
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
  VpnGatewayAttachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref Vgw
`,
  ));

test("a CDK program", () =>
  checkRule(
    attachmentTwoGateways,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
new ec2.CfnVPCGatewayAttachment(this, 'Attachment', {
  vpcId: vpc.ref,
  internetGatewayId: igw.ref,
  vpnGatewayId: 'vgw-1',
//              ^^^^^^^ 💡 error: Attachment names an internet gateway and a virtual private gateway…
});`),
  ));
