import { expect, test } from "vitest";
import { natPrivateWithEip } from "../../../../server/src/rules/gateways/nat-private-with-eip.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("an Elastic IP", () =>
  checkRule(
    natPrivateWithEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: private
      SubnetId: subnet-1
      AllocationId: eipalloc-1
#                   ^^^^^^^^^^ 💡 error: Nat is private, and a private NAT gateway takes no Elastic IP, so CloudFormation will fail. Remove AllocationId, or make Nat public.
`,
  ));

test("secondary addresses, in Japanese", () =>
  checkRule(
    natPrivateWithEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: private
      SubnetId: subnet-1
      SecondaryAllocationIds: [eipalloc-1]
#                             ^^^^^^^^^^^^ 💡 error: Nat はプライベート NAT ゲートウェイで…
`,
    { messages: "ja" },
  ));

test("a public gateway, and a private one without", () =>
  checkRule(
    natPrivateWithEip,
    `
Resources:
  A: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, AllocationId: eipalloc-1 } }
  B: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, ConnectivityType: private } }
`,
  ));

test("a kind nobody knows", () =>
  checkRule(
    natPrivateWithEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: !ImportValue Kind
      SubnetId: subnet-1
      AllocationId: eipalloc-1
`,
  ));

test("an address only while it is public", () =>
  checkRule(
    natPrivateWithEip,
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

test("removes the address", () =>
  checkFix(
    natPrivateWithEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: private
      SubnetId: subnet-1
      AllocationId: eipalloc-1
`,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: private
      SubnetId: subnet-1
`,
  ));

test("removes an Elastic IP that nothing else uses with it, and offers no public gateway without a way out", () => {
  const before = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Eip: { Type: AWS::EC2::EIP }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: private
      SubnetId: !Ref App
      AllocationId: !GetAtt Eip.AllocationId
`;
  const after = before
    .replace("  Eip: { Type: AWS::EC2::EIP }\n", "")
    .replace("      AllocationId: !GetAtt Eip.AllocationId\n", "");
  checkFix(natPrivateWithEip, before, after, { title: "Remove AllocationId and Eip" });
  expect(fixTitles(natPrivateWithEip, before)).toEqual(["Remove AllocationId and Eip"]);
  expect(fixTitles(natPrivateWithEip, `${before}Outputs: { Address: { Value: !Ref Eip } }\n`)).toEqual([
    "Remove AllocationId",
  ]);
});

test("or makes the gateway public", () =>
  checkFix(
    natPrivateWithEip,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: private
      SubnetId: subnet-1
      AllocationId: eipalloc-1
`,
    `
Resources:
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      ConnectivityType: public
      SubnetId: subnet-1
      AllocationId: eipalloc-1
`,
    { title: "Make Nat public" },
  ));

test("a CDK program", () =>
  checkRule(
    natPrivateWithEip,
    typescript(`new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1', connectivityType: 'private', allocationId: 'eipalloc-1' });
//                                                                                                    ^^^^^^^^^^^^ 💡 error: Nat is private…`),
  ));
