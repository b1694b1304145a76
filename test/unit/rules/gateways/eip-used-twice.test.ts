import { test } from "vitest";
import { eipUsedTwice } from "../../../../server/src/rules/gateways/eip-used-twice.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stack = (second: string, { first = "", more = "" } = {}) => `
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1], Dev: !Not [!Condition Prod] }
Resources:
  # partners know this one
  Address:
    Type: AWS::EC2::EIP
    Properties: { Domain: vpc }
  NatA:
    Type: AWS::EC2::NatGateway${first}
    Properties: { SubnetId: subnet-1, AllocationId: !GetAtt Address.AllocationId }
${second}${more}`;
const nat = (allocation: string, condition = "") => `  NatB:
    Type: AWS::EC2::NatGateway${condition}
    Properties:
      SubnetId: subnet-2
      AllocationId: ${allocation}
`;

test("two NAT gateways", () => {
  checkRule(
    eipUsedTwice,
    stack(
      nat(`!GetAtt Address.AllocationId
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: NatB takes the address Address, which NatA already has. An Elastic IP is at one place at a time, so NatB will fail. Give it an address of its own.`),
    ),
  );
  checkRule(
    eipUsedTwice,
    stack(
      nat(`!GetAtt Address.AllocationId
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: NatB は Address を使うが、そのアドレスはすでに NatA が使っている…`),
    ),
    { messages: "ja" },
  );
});

test("a second address, and a load balancer's", () => {
  checkRule(
    eipUsedTwice,
    stack(`  NatB:
    Type: AWS::EC2::NatGateway
    Properties:
      SecondaryAllocationIds:
        - !GetAtt Address.AllocationId
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: NatB takes the address Address…
`),
  );
  checkRule(
    eipUsedTwice,
    stack(`  Nlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      SubnetMappings:
        - SubnetId: subnet-1
          AllocationId: !GetAtt Address.AllocationId
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Nlb takes the address Address…
`),
  );
});

test("two associations take turns", () =>
  checkRule(
    eipUsedTwice,
    `
Resources:
  Address: { Type: AWS::EC2::EIP }
  One: { Type: AWS::EC2::EIPAssociation, Properties: { EIP: !Ref Address, InstanceId: i-1 } }
  Two:
    Type: AWS::EC2::EIPAssociation
    Properties:
      InstanceId: i-2
      EIP: !Ref Address
#          ^^^^^^^^^^^^ warning: Two takes the address Address, which One also takes…
`,
  ));

test("another address, or one elsewhere", () => {
  checkRule(eipUsedTwice, stack(nat("!GetAtt Other.AllocationId"), { more: "  Other: { Type: AWS::EC2::EIP }" }));
  checkRule(eipUsedTwice, stack(nat("eipalloc-1")));
});

test("cases that exclude each other", () =>
  checkRule(
    eipUsedTwice,
    stack(nat("!GetAtt Address.AllocationId", "\n    Condition: Dev"), { first: "\n    Condition: Prod" }),
  ));

test("gets an address of its own", () =>
  checkFix(
    eipUsedTwice,
    stack(nat("!GetAtt Address.AllocationId # for now")),
    stack(nat("!GetAtt NatBEip.AllocationId # for now")).replace(
      "  NatA:",
      `  NatBEip:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
  NatA:`,
    ),
  ));

test("a CDK program", () =>
  checkRule(
    eipUsedTwice,
    typescript(`const address = new ec2.CfnEIP(this, 'Address');
new ec2.CfnNatGateway(this, 'NatA', { subnetId: 'subnet-1', allocationId: address.attrAllocationId });
new ec2.CfnNatGateway(this, 'NatB', { subnetId: 'subnet-2', allocationId: address.attrAllocationId });
//                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: NatB takes the address Address…`),
  ));
