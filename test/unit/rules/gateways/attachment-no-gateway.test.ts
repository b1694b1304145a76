import { test } from "vitest";
import { attachmentNoGateway } from "../../../../server/src/rules/gateways/attachment-no-gateway.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("neither gateway", () =>
  checkRule(
    attachmentNoGateway,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Attachment attaches nothing: it needs InternetGatewayId or VpnGatewayId. CloudFormation will fail.
    Properties:
      VpcId: !Ref Vpc
`,
  ));

test("no gateway to offer either, in Japanese", () =>
  checkRule(
    attachmentNoGateway,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Attachment にはアタッチするゲートウェイがない…
    Properties:
      VpcId: !Ref Vpc
`,
    { messages: "ja" },
  ));

test("a gateway, known or not", () =>
  checkRule(
    attachmentNoGateway,
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
      VpnGatewayId: !ImportValue Vgw
`,
  ));

test("a gateway under a condition", () =>
  checkRule(
    attachmentNoGateway,
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
`,
  ));

test("properties that a transform may add", () =>
  checkRule(
    attachmentNoGateway,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/file } }
`,
  ));

test("attaches the gateway of the template", () =>
  checkFix(
    attachmentNoGateway,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
`,
  ));

test("a CDK program", () =>
  checkRule(
    attachmentNoGateway,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnVPCGatewayAttachment(this, 'Attachment', { vpcId: vpc.ref });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Attachment attaches nothing…`),
  ));
