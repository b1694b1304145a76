import { test } from "vitest";
import { vpcDnsHostnamesWithoutSupport } from "../../../../server/src/rules/addressing/vpc-dns-hostnames-without-support.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("hostnames without support", () =>
  checkRule(
    vpcDnsHostnamesWithoutSupport,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: false
      EnableDnsHostnames: true
#                         ^^^^ 💡 error: Vpc asks for DNS hostnames with DNS support switched off. AWS accepts EnableDnsHostnames only together with EnableDnsSupport, so the stack will fail. Set EnableDnsSupport to true.
`,
  ));

test("texts instead of booleans, in Japanese", () =>
  checkRule(
    vpcDnsHostnamesWithoutSupport,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: 'false'
      EnableDnsHostnames: 'true'
#                         ^^^^^^ 💡 error: Vpc は EnableDnsSupport を無効にしたまま…
`,
    { messages: "ja" },
  ));

test("both, neither, support by default", () =>
  checkRule(
    vpcDnsHostnamesWithoutSupport,
    `
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsSupport: true, EnableDnsHostnames: true } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsSupport: false, EnableDnsHostnames: false } }
  C: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true } }
`,
  ));

test("an unknown value", () =>
  checkRule(
    vpcDnsHostnamesWithoutSupport,
    `
Parameters:
  Dns: { Type: String }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: !Ref Dns
      EnableDnsHostnames: true
`,
  ));

test("values that change together", () =>
  checkRule(
    vpcDnsHostnamesWithoutSupport,
    `
Conditions:
  Dns: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: !If [Dns, true, false]
      EnableDnsHostnames: !If [Dns, true, false]
`,
  ));

test("switches support on", () =>
  checkFix(
    vpcDnsHostnamesWithoutSupport,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: false
      EnableDnsHostnames: true
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: true
      EnableDnsHostnames: true
`,
  ));

test("or does without hostnames", () =>
  checkFix(
    vpcDnsHostnamesWithoutSupport,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: false
      EnableDnsHostnames: true
`,
    `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: false
      EnableDnsHostnames: false
`,
    { title: "Do without DNS hostnames" },
  ));

test("a CDK program", () =>
  checkRule(
    vpcDnsHostnamesWithoutSupport,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16', enableDnsSupport: false, enableDnsHostnames: true });
//                                                                                                   ^^^^ 💡 error: Vpc asks for DNS hostnames…`),
  ));
