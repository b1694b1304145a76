import { test } from "vitest";
import { vpcTwoInternetGateways } from "../../../../server/src/rules/gateways/vpc-two-internet-gateways.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("two on one VPC", () =>
  checkRule(
    vpcTwoInternetGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: Attachment2 attaches a second internet gateway to Vpc, which Attachment has already given one. A VPC takes one, so the stack will fail. One gateway serves all subnets; remove this attachment.
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref B
`,
  ));

test("in Japanese", () =>
  checkRule(
    vpcTwoInternetGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: Attachment2 は Vpc に 2 つ目のインターネットゲートウェイをアタッチしている (1 つ目は Attachment)…
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref B
`,
    { messages: "ja" },
  ));

test("on a VPC that is elsewhere", () =>
  checkRule(
    vpcTwoInternetGateways,
    `
Parameters:
  Vpc: { Type: AWS::EC2::VPC::Id }
Resources:
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: Attachment2 attaches a second internet gateway to the same VPC…
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref B
`,
  ));

test("one each on two VPCs", () =>
  checkRule(
    vpcTwoInternetGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: vpc-2
      InternetGatewayId: !Ref B
`,
  ));

test("a gateway nobody knows", () =>
  checkRule(
    vpcTwoInternetGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !If [Missing, !Ref A, !Ref B]
`,
  ));

test("attachments that conditions keep apart", () =>
  checkRule(
    vpcTwoInternetGateways,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: Prod
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: Dev
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref B
`,
  ));

test("attachments that a condition brings together", () =>
  checkRule(
    vpcTwoInternetGateways,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: When Prod is true: Attachment2 attaches a second…
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: Prod
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref B
`,
  ));

test("removes the second attachment", () =>
  checkFix(
    vpcTwoInternetGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref B
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
`,
  ));

test("not while something waits for it", () =>
  checkNoFix(
    vpcTwoInternetGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::InternetGateway }
  B: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref B
  Waiting: { Type: AWS::EC2::EIP, DependsOn: Attachment2, Properties: { InstanceId: i-1 } }
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpcTwoInternetGateways,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
const attachment = new ec2.CfnVPCGatewayAttachment(this, 'Attachment', { vpcId: vpc.ref, internetGatewayId: igw.ref });
const other = new ec2.CfnInternetGateway(this, 'Other');
new ec2.CfnVPCGatewayAttachment(this, 'Second', { vpcId: vpc.ref, internetGatewayId: other.ref });
//                                     ^^^^^^ 💡 error: Second attaches a second internet gateway to Vpc…`),
  ));
