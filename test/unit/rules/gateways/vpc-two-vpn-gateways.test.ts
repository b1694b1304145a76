import { test } from "vitest";
import { vpcTwoVpnGateways } from "../../../../server/src/rules/gateways/vpc-two-vpn-gateways.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("two on one VPC", () =>
  checkRule(
    vpcTwoVpnGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: Attachment2 attaches a second virtual private gateway to Vpc, which Attachment has already given one. A VPC takes one, so the stack will fail. Several VPN connections can share it; remove this attachment, or use a transit gateway.
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref B
`,
  ));

test("in Japanese", () =>
  checkRule(
    vpcTwoVpnGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: Attachment2 は Vpc に 2 つ目の仮想プライベートゲートウェイをアタッチしている (1 つ目は Attachment)…
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref B
`,
    { messages: "ja" },
  ));

test("on a VPC that is elsewhere", () =>
  checkRule(
    vpcTwoVpnGateways,
    `
Parameters:
  Vpc: { Type: AWS::EC2::VPC::Id }
Resources:
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: Attachment2 attaches a second virtual private gateway to the same VPC…
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref B
`,
  ));

test("one each on two VPCs", () =>
  checkRule(
    vpcTwoVpnGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: vpc-2
      VpnGatewayId: !Ref B
`,
  ));

test("a gateway nobody knows", () =>
  checkRule(
    vpcTwoVpnGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !If [Missing, !Ref A, !Ref B]
`,
  ));

test("attachments that conditions keep apart", () =>
  checkRule(
    vpcTwoVpnGateways,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: Prod
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: Dev
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref B
`,
  ));

test("attachments that a condition brings together", () =>
  checkRule(
    vpcTwoVpnGateways,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
# ^^^^^^^^^^^ 💡 error: When Prod is true: Attachment2 attaches a second…
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: Prod
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref B
`,
  ));

test("removes the second attachment", () =>
  checkFix(
    vpcTwoVpnGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref B
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
`,
  ));

test("not while something waits for it", () =>
  checkNoFix(
    vpcTwoVpnGateways,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  B: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref A
  Attachment2:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      VpnGatewayId: !Ref B
  Waiting: { Type: AWS::EC2::EIP, DependsOn: Attachment2, Properties: { InstanceId: i-1 } }
`,
  ));

test("a CDK program", () =>
  checkRule(
    vpcTwoVpnGateways,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnVPCGatewayAttachment(this, 'First', { vpcId: vpc.ref, vpnGatewayId: 'vgw-1' });
new ec2.CfnVPCGatewayAttachment(this, 'Second', { vpcId: vpc.ref, vpnGatewayId: 'vgw-2' });
//                                     ^^^^^^ 💡 error: Second attaches a second virtual private gateway to Vpc…`),
  ));
