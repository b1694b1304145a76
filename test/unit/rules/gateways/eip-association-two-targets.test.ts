import { test } from "vitest";
import { eipAssociationTwoTargets } from "../../../../server/src/rules/gateways/eip-association-two-targets.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("an instance and an interface", () =>
  checkRule(
    eipAssociationTwoTargets,
    `
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      InstanceId: i-1
#                 ^^^ 💡 error: Association names an instance and a network interface, but an Elastic IP goes to one of them. CloudFormation will fail. Keep NetworkInterfaceId, which says exactly where the address goes.
      NetworkInterfaceId: eni-1
`,
  ));

test("also unknown ones, in Japanese", () =>
  checkRule(
    eipAssociationTwoTargets,
    `
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      InstanceId: !ImportValue I
#                 ^^^^^^^^^^^^^^ 💡 error: Association に InstanceId と NetworkInterfaceId の両方がある…
      NetworkInterfaceId: !ImportValue N
`,
    { messages: "ja" },
  ));

test("one of them", () =>
  checkRule(
    eipAssociationTwoTargets,
    `
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      NetworkInterfaceId: eni-1
`,
  ));

test("one of them by a condition, or an empty default", () =>
  checkRule(
    eipAssociationTwoTargets,
    `
Parameters:
  Eni: { Type: String, Default: '' }
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      InstanceId: !If [Prod, i-1, !Ref AWS::NoValue]
      NetworkInterfaceId: !If [Prod, !Ref AWS::NoValue, eni-1]
  Other:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      InstanceId: i-1
      NetworkInterfaceId: !Ref Eni
`,
  ));

test("keeps the interface", () =>
  checkFix(
    eipAssociationTwoTargets,
    `
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      InstanceId: i-1
      NetworkInterfaceId: eni-1
`,
    `
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      NetworkInterfaceId: eni-1
`,
  ));

test("or the instance", () =>
  checkFix(
    eipAssociationTwoTargets,
    `
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      InstanceId: i-1
      NetworkInterfaceId: eni-1
`,
    `
Resources:
  Association:
    Type: AWS::EC2::EIPAssociation
    Properties:
      AllocationId: eipalloc-1
      InstanceId: i-1
`,
    { title: "Keep InstanceId only" },
  ));

test("a CDK program", () =>
  checkRule(
    eipAssociationTwoTargets,
    typescript(`new ec2.CfnEIPAssociation(this, 'Association', { allocationId: 'eipalloc-1', instanceId: 'i-1', networkInterfaceId: 'eni-1' });
//                                                                                       ^^^^^ 💡 error: Association names an instance and a network interface…`),
  ));
