import { test } from "vitest";
import { eipInstanceAndAssociation } from "../../../../server/src/rules/gateways/eip-instance-and-association.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const floating = (
  instance: string,
  association = "AllocationId: !GetAtt Address.AllocationId",
  before = "",
) => `${before}
Resources:
  Address:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
${instance}
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      ${association}
      NetworkInterfaceId: eni-1
`;

test("an instance and an association", () => {
  checkRule(
    eipInstanceAndAssociation,
    floating(`      InstanceId: i-1
#                 ^^^ 💡 warning: Address goes to an instance by its InstanceId, and Association associates it as well…`),
  );
  checkRule(
    eipInstanceAndAssociation,
    floating(
      `      InstanceId: !ImportValue Web
#                 ^^^^^^^^^^^^^^^^ 💡 warning: Address は InstanceId でインスタンスに割り当てられ…`,
      "EIP: !Ref Address",
    ),
    { messages: "ja" },
  );
});

test("one of the two, or another address", () => {
  checkRule(eipInstanceAndAssociation, floating("      Tags: []"));
  checkRule(eipInstanceAndAssociation, floating("      InstanceId: i-1", "AllocationId: eipalloc-1"));
  checkRule(eipInstanceAndAssociation, floating("      InstanceId: ''"));
});

test("an instance in one case", () =>
  checkRule(
    eipInstanceAndAssociation,
    floating(
      `      InstanceId: !If [Prod, i-1, !Ref AWS::NoValue]
#                            ^^^ warning: When Prod is true: Address goes to…`,
      undefined,
      "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("leaves it to the association", () => {
  checkFix(
    eipInstanceAndAssociation,
    floating("      InstanceId: i-1\n      Tags: [] # none"),
    floating("      Tags: [] # none"),
  );
  checkFix(
    eipInstanceAndAssociation,
    `{ "Resources": { "Ip": { "Type": "AWS::EC2::EIP", "Properties": { "InstanceId": "i-1", "Domain": "vpc" } }, "To": { "Type": "AWS::EC2::EIPAssociation", "Properties": { "AllocationId": { "Fn::GetAtt": ["Ip", "AllocationId"] }, "NetworkInterfaceId": "eni-1" } } } }`,
    `{ "Resources": { "Ip": { "Type": "AWS::EC2::EIP", "Properties": { "Domain": "vpc" } }, "To": { "Type": "AWS::EC2::EIPAssociation", "Properties": { "AllocationId": { "Fn::GetAtt": ["Ip", "AllocationId"] }, "NetworkInterfaceId": "eni-1" } } } }`,
  );
});

test("a CDK program", () =>
  checkRule(
    eipInstanceAndAssociation,
    typescript(`const ip = new ec2.CfnEIP(this, 'Ip', { instanceId: 'i-1' });
//                                                  ^^^^^ 💡 warning: Ip goes to…
new ec2.CfnEIPAssociation(this, 'To', { allocationId: ip.attrAllocationId, networkInterfaceId: 'eni-1' });`),
  ));
