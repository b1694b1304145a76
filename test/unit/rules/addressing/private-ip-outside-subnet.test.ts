import { test } from "vitest";
import { privateIpOutsideSubnet } from "../../../../server/src/rules/addressing/private-ip-outside-subnet.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("an address of another subnet", () =>
  checkRule(
    privateIpOutsideSubnet,
    `
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24 } }
  Interface:
    Type: AWS::EC2::NetworkInterface
    Properties:
      SubnetId: !Ref App
      PrivateIpAddress: 10.0.2.10
#                       ^^^^^^^^^ error: 10.0.2.10 of Interface lies outside App 10.0.1.0/24, so it cannot be assigned there. Take one from 10.0.1.4 to 10.0.1.254.
`,
  ));

test("the address that AWS keeps for DNS, in Japanese", () =>
  checkRule(
    privateIpOutsideSubnet,
    `
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24 } }
  Interface:
    Type: AWS::EC2::NetworkInterface
    Properties:
      SubnetId: !Ref App
      PrivateIpAddress: 10.0.1.2
#                       ^^^^^^^^ error: Interface の 10.0.1.2 は App 10.0.1.0/24 で AWS が確保する 5 個のアドレスの 1 つ (DNS) で、割り当てられない。10.0.1.4〜10.0.1.254 から選ぶこと。
`,
    { messages: "ja" },
  ));

test("the last address", () =>
  checkRule(
    privateIpOutsideSubnet,
    `
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24 } }
  Interface:
    Type: AWS::EC2::NetworkInterface
    Properties:
      SubnetId: !Ref App
      PrivateIpAddress: 10.0.1.255
#                       ^^^^^^^^^^ error: 10.0.1.255 of Interface is one of the five addresses that AWS keeps in App 10.0.1.0/24: the broadcast address…
`,
  ));

test("an instance, and interfaces inside it", () =>
  checkRule(
    privateIpOutsideSubnet,
    `
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24 } }
  One: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref App, PrivateIpAddress: 10.0.0.10 } }
#                                                                                      ^^^^^^^^^ error: 10.0.0.10 of One lies outside App 10.0.1.0/24…
  Two:
    Type: AWS::EC2::Instance
    Properties:
      NetworkInterfaces:
        - { DeviceIndex: '0', SubnetId: !Ref App, PrivateIpAddresses: [{ PrivateIpAddress: 10.0.3.10, Primary: true }] }
#                                                                                          ^^^^^^^^^ error: 10.0.3.10 of Two lies outside App 10.0.1.0/24…
`,
  ));

test("the first and the last usable address", () =>
  checkRule(
    privateIpOutsideSubnet,
    `
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24 } }
  A: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref App, PrivateIpAddress: 10.0.1.4 } }
  B: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref App, PrivateIpAddress: 10.0.1.254 } }
`,
  ));

test("a subnet that is elsewhere or unknown", () =>
  checkRule(
    privateIpOutsideSubnet,
    `
Parameters:
  Cidr: { Type: String }
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: !Ref Cidr } }
  A: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref App, PrivateIpAddress: 10.0.1.2 } }
  B: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: subnet-1, PrivateIpAddress: 10.0.1.2 } }
`,
  ));

test("addresses and blocks that change together", () =>
  checkRule(
    privateIpOutsideSubnet,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: !If [Prod, 10.0.1.0/24, 10.0.2.0/24] } }
  Interface:
    Type: AWS::EC2::NetworkInterface
    Properties:
      SubnetId: !Ref App
      PrivateIpAddress: !If [Prod, 10.0.1.10, 10.0.2.10]
`,
  ));

test("which address is for the author to choose", () =>
  checkNoFix(
    privateIpOutsideSubnet,
    `
Resources:
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24 } }
  Interface:
    Type: AWS::EC2::NetworkInterface
    Properties:
      SubnetId: !Ref App
      PrivateIpAddress: 10.0.2.10
`,
  ));

test("a CDK program", () =>
  checkRule(
    privateIpOutsideSubnet,
    typescript(`const app = new ec2.CfnSubnet(this, 'App', { vpcId: 'vpc-1', cidrBlock: '10.0.1.0/24' });
new ec2.CfnNetworkInterface(this, 'Eni', { subnetId: app.ref, privateIpAddress: '10.0.1.1' });
//                                                                              ^^^^^^^^^^ error: 10.0.1.1 of Eni is one of the five addresses that AWS keeps in App 10.0.1.0/24: the VPC router…`),
  ));
