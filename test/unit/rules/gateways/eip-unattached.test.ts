import { test } from "vitest";
import { eipUnattached } from "../../../../server/src/rules/gateways/eip-unattached.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("nothing uses it", () =>
  checkRule(
    eipUnattached,
    `
Resources:
  Eip:
# ^^^ information: Eip is used by nothing in this template, and its address does not leave it as an output. An Elastic IP is charged by the hour all the same. Attach it, output it, or remove it.
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
`,
  ));

test("in Japanese", () =>
  checkRule(
    eipUnattached,
    `
Resources:
  Eip: { Type: AWS::EC2::EIP }
# ^^^ information: Eip はこのテンプレートのどこからも使われず…
`,
    { messages: "ja" },
  ));

test("an instance, an association, an output, a tag that names it", () =>
  checkRule(
    eipUnattached,
    `
Resources:
  A: { Type: AWS::EC2::EIP, Properties: { InstanceId: i-1 } }
  B: { Type: AWS::EC2::EIP }
  BUse: { Type: AWS::EC2::EIPAssociation, Properties: { AllocationId: !GetAtt B.AllocationId, InstanceId: i-1 } }
  C: { Type: AWS::EC2::EIP }
  D: { Type: AWS::EC2::EIP }
  Script: { Type: AWS::EC2::Instance, Properties: { UserData: !Base64 { 'Fn::Sub': 'aws ec2 associate-address --allocation-id \${D.AllocationId}' } } }
Outputs:
  C: { Value: !Ref C }
`,
  ));

test("an address that is moved in, and one whose properties are not all known", () =>
  checkRule(
    eipUnattached,
    `
Resources:
  A: { Type: AWS::EC2::EIP, Properties: { TransferAddress: 203.0.113.7 } }
  B: { Type: AWS::EC2::EIP, Properties: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/file } } } }
`,
  ));

test("under its condition", () =>
  checkRule(
    eipUnattached,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Eip: { Type: AWS::EC2::EIP, Condition: Prod }
# ^^^ information: When Prod is true: Eip is used by nothing…
`,
  ));

test("whether to attach or to remove it is for the author to say", () =>
  checkNoFix(
    eipUnattached,
    `
Resources:
  Eip: { Type: AWS::EC2::EIP }
`,
  ));

test("a CDK program", () =>
  checkRule(
    eipUnattached,
    typescript(`new ec2.CfnEIP(this, 'Eip', { domain: 'vpc' });
//                    ^^^ information: Eip is used by nothing in this template…`),
  ));
