import { test } from "vitest";
import { natPublicWithoutEip } from "../../../../server/src/rules/gateways/nat-public-without-eip.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("public by default", () =>
  checkRule(
    natPublicWithoutEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
#         ^^^^^^^^^^^^^^^^^^^^ 💡 error: Nat is public but has no Elastic IP, and CloudFormation will fail without AllocationId. Give it one, or set ConnectivityType: private if it only leads to other networks.
    Properties:
      SubnetId: subnet-1
`,
  ));

test("public by word, in Japanese", () =>
  checkRule(
    natPublicWithoutEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
#         ^^^^^^^^^^^^^^^^^^^^ 💡 error: Nat はパブリック NAT ゲートウェイだが、Elastic IP がない…
    Properties:
      ConnectivityType: public
      SubnetId: subnet-1
`,
    { messages: "ja" },
  ));

test("with an address, private, or regional", () =>
  checkRule(
    natPublicWithoutEip,
    `
Resources:
  A: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, AllocationId: eipalloc-1 } }
  B: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, ConnectivityType: private } }
  C: { Type: AWS::EC2::NatGateway, Properties: { VpcId: vpc-1, AvailabilityMode: regional } }
  D: { Type: AWS::EC2::NatGateway, Properties: { VpcId: vpc-1, AvailabilityMode: !ImportValue Mode } }
  E: { Type: AWS::EC2::NatGateway, Properties: { VpcId: vpc-1 } }
`,
  ));

test("a kind nobody knows", () =>
  checkRule(
    natPublicWithoutEip,
    `
Parameters:
  Kind: { Type: String }
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: !Ref Kind
      SubnetId: subnet-1
`,
  ));

test("an address whenever it is public", () =>
  checkRule(
    natPublicWithoutEip,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: !If [Prod, public, private]
      SubnetId: subnet-1
      AllocationId: !If [Prod, eipalloc-1, !Ref AWS::NoValue]
`,
  ));

test("an address only sometimes", () =>
  checkRule(
    natPublicWithoutEip,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
#         ^^^^^^^^^^^^^^^^^^^^ error: When Prod is false: Nat is public but has no Elastic IP…
    Properties:
      SubnetId: subnet-1
      AllocationId: !If [Prod, eipalloc-1, !Ref AWS::NoValue]
`,
  ));

test("adds an Elastic IP", () =>
  checkFix(
    natPublicWithoutEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
`,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
      AllocationId: !GetAtt NatEip.AllocationId
  NatEip:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
`,
  ));

test("or makes it private", () =>
  checkFix(
    natPublicWithoutEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
`,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
      ConnectivityType: private
`,
    { title: "Make Nat private" },
  ));

test("a CDK program", () =>
  checkRule(
    natPublicWithoutEip,
    typescript(`new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1' });
//  ^^^^^^^^^^^^^^^^^ 💡 error: Nat is public but has no Elastic IP…`),
  ));
