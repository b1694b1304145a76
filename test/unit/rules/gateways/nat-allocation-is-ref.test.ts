import { test } from "vitest";
import { natAllocationIsRef } from "../../../../server/src/rules/gateways/nat-allocation-is-ref.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("a NAT gateway", () =>
  checkRule(
    natAllocationIsRef,
    `
Resources:
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
      AllocationId: !Ref Eip
#                   ^^^^^^^^ 💡 error: Eip comes out as its public IP address with Ref, but AllocationId takes an allocation ID. CloudFormation will fail. Take the attribute Eip.AllocationId.
`,
  ));

test("an association and a load balancer, in Japanese", () =>
  checkRule(
    natAllocationIsRef,
    `
Resources:
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Eip2: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Association: { Type: AWS::EC2::EIPAssociation, Properties: { InstanceId: i-1, AllocationId: !Ref Eip } }
#                                                                                             ^^^^^^^^ 💡 error: Eip を Ref で参照すると…
  Nlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: network
      SubnetMappings:
        - { SubnetId: subnet-1, AllocationId: !Ref Eip2 }
#                                             ^^^^^^^^^ 💡 error: Eip2 を Ref で参照すると…
`,
    { messages: "ja" },
  ));

test("the attribute, a parameter, a literal", () =>
  checkRule(
    natAllocationIsRef,
    `
Parameters:
  Id: { Type: String }
Resources:
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
      AllocationId: !GetAtt Eip.AllocationId
  B: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, AllocationId: !Ref Id } }
  C: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: subnet-1, AllocationId: eipalloc-1 } }
`,
  ));

test("one branch of a condition", () =>
  checkRule(
    natAllocationIsRef,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
      AllocationId: !If [Prod, !Ref Eip, eipalloc-1]
#                              ^^^^^^^^ 💡 error: When Prod is true: Eip comes out as its public IP address with Ref…
`,
  ));

test("takes the attribute", () =>
  checkFix(
    natAllocationIsRef,
    `
Resources:
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
      AllocationId: !Ref Eip
`,
    `
Resources:
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: subnet-1
      AllocationId: !GetAtt Eip.AllocationId
`,
  ));

test("in JSON", () =>
  checkFix(
    natAllocationIsRef,
    `{
  "Resources": {
    "Eip": { "Type": "AWS::EC2::EIP" },
    "Nat": {
      "Type": "AWS::EC2::NatGateway",
      "Properties": {
        "SubnetId": "subnet-1",
        "AllocationId": { "Ref": "Eip" }
      }
    }
  }
}
`,
    `{
  "Resources": {
    "Eip": { "Type": "AWS::EC2::EIP" },
    "Nat": {
      "Type": "AWS::EC2::NatGateway",
      "Properties": {
        "SubnetId": "subnet-1",
        "AllocationId": { "Fn::GetAtt": ["Eip", "AllocationId"] }
      }
    }
  }
}
`,
  ));

test("a CDK program", () =>
  checkRule(
    natAllocationIsRef,
    typescript(`const eip = new ec2.CfnEIP(this, 'Eip');
new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1', allocationId: eip.ref });
//                                                                       ^^^^^^^ 💡 error: Eip comes out as its public IP address with Ref…`),
  ));

test("in TypeScript", () =>
  checkFix(
    natAllocationIsRef,
    typescript(`const eip = new ec2.CfnEIP(this, 'Eip');
new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1', allocationId: eip.ref });`),
    typescript(`const eip = new ec2.CfnEIP(this, 'Eip');
new ec2.CfnNatGateway(this, 'Nat', { subnetId: 'subnet-1', allocationId: eip.attrAllocationId });`),
  ));
