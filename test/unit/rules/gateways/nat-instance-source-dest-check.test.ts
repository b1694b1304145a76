import { test } from "vitest";
import { natInstanceSourceDestCheck } from "../../../../server/src/rules/gateways/nat-instance-source-dest-check.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

test("the check is on by default", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
# ^^^^^^^^^^^ 💡 error: NatInstance is the target of Default, but its source/destination check is on, so it drops every packet that is not its own. Set SourceDestCheck: false.
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
  ));

test("switched on by word, in Japanese", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      SourceDestCheck: 'true'
#                      ^^^^^^ 💡 error: NatInstance は Default のターゲットだが…
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
    { messages: "ja" },
  ));

test("an interface, and an instance by way of its interface", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: subnet-1 } }
# ^^^ 💡 error: Eni is the target of Default…
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: !Ref Eni }]
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
  ));

test("the check is off, at the instance or at its interface", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      SourceDestCheck: false
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: subnet-1, SourceDestCheck: false } }
  Other:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: !Ref Eni }]
  Table2: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  Default2:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table2
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref Other
`,
  ));

test("no route leads there, or the target is elsewhere", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: i-1
`,
  ));

test("the start-up script switches it off", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      UserData: !Base64 'aws ec2 modify-instance-attribute --no-source-dest-check'
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
  ));

test("an unknown value", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Parameters:
  Check: { Type: String }
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      SourceDestCheck: !Ref Check
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
  ));

test("never a target while it checks", () =>
  checkRule(
    natInstanceSourceDestCheck,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      SourceDestCheck: !If [Prod, true, false]
  Default:
    Type: AWS::EC2::Route
    Condition: Dev
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
  ));

test("switches the check off", () =>
  checkFix(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      SourceDestCheck: false
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
  ));

test("changes true to false", () =>
  checkFix(
    natInstanceSourceDestCheck,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      SourceDestCheck: true
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
    `
Resources:
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  NatInstance:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      SourceDestCheck: false
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: !Ref NatInstance
`,
  ));

test("a CDK program", () =>
  checkRule(
    natInstanceSourceDestCheck,
    typescript(`const nat = new ec2.CfnInstance(this, 'Nat', { imageId: 'ami-1' });
//                                     ^^^ 💡 error: Nat is the target of Out…
new ec2.CfnRoute(this, 'Out', { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0', instanceId: nat.ref });`),
  ));
