import { expect, test } from "vitest";
import { sgVpcMismatch } from "../../../../server/src/rules/security-groups/sg-vpc-mismatch.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (more: string) => `
Parameters:
  Elsewhere: { Type: AWS::EC2::VPC::Id }
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Other: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Right: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: r, VpcId: !Ref Vpc } }
  Wrong: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: w, VpcId: !Ref Other } }
  Far: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: f, VpcId: !Ref Elsewhere } }
${more}`;

test("a group of another VPC, once for all subnets", () => {
  const text = template(`  Fn:
    Type: AWS::Lambda::Function
    Properties:
      VpcConfig:
        SubnetIds: [!Ref A, !Ref B]
        SecurityGroupIds: [!Ref Right, !GetAtt Wrong.GroupId]
#                                      ^^^^^^^^^^^^^^^^^^^^^ error: Fn wears Wrong of Other, but its interfaces are in Vpc. A security group works in its own VPC only. Use a group of Vpc.
`);
  checkRule(sgVpcMismatch, text);
  checkNoFix(sgVpcMismatch, text);
  expect(relatedPlaces(sgVpcMismatch, text)).toEqual([
    '13:85 "!Ref Other": Wrong is in Other',
    '19:21 "!Ref A": Fn is in Vpc',
  ]);
});

test("an endpoint that names its VPC, and an interface of an instance, in Japanese", () =>
  checkRule(
    sgVpcMismatch,
    template(`  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: s, SecurityGroupIds: [!Ref Wrong] } }
#                                                                                                            ^^^^^^^^^^ error: Endpoint に Other の Wrong が付いているが、インターフェイスは Vpc にある。セキュリティグループは自分の VPC でしか使えない。Vpc のグループを使うこと。
  Host: { Type: AWS::EC2::Instance, Properties: { NetworkInterfaces: [{ DeviceIndex: "0", SubnetId: !Ref A, GroupSet: [!Ref Wrong] }] } }
#                                                                                                                      ^^^^^^^^^^ error: Host に Other の Wrong が付いているが、…
`),
    { messages: "ja" },
  ));

test("the database of a subnet group", () =>
  checkRule(
    sgVpcMismatch,
    template(`  Subnets: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: d, SubnetIds: [!Ref A, !Ref B] } }
  Db: { Type: AWS::RDS::DBInstance, Properties: { DBSubnetGroupName: !Ref Subnets, VPCSecurityGroups: [!Ref Wrong] } }
#                                                                                                      ^^^^^^^^^^ error: Db wears Wrong of Other…
`),
  ));

const noVpc = (vpc: string, mark = "") =>
  template(`  Default:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: d
${vpc}  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref A, GroupSet: [!Ref Default] } }
${mark}`);

test("a group without a VPC belongs to the default VPC", () => {
  checkRule(
    sgVpcMismatch,
    noVpc(
      "",
      `#                                                                                     ^^^^^^^^^^^^ 💡 error: Eni in Vpc wears Default, which names no VPC and so belongs to the default VPC of the Region. A security group works in its own VPC only. Set VpcId of Default to Vpc.
`,
    ),
  );
  checkFix(sgVpcMismatch, noVpc(""), noVpc("      VpcId: !Ref Vpc\n"));
});

test("groups of the same VPC, from elsewhere, or associated with it; exclusive cases", () =>
  checkRule(
    sgVpcMismatch,
    template(`  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref A, GroupSet: [!Ref Right, !Ref Far, sg-1] } }
  Far2: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: subnet-1, GroupSet: [!Ref Wrong] } }
  Shared: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: s, VpcId: !Ref Other } }
  Link: { Type: AWS::EC2::SecurityGroupVpcAssociation, Properties: { GroupId: !GetAtt Shared.GroupId, VpcId: !Ref Vpc } }
  Eni2: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref A, GroupSet: [!Ref Shared] } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !If [Prod, !Ref Vpc, !Ref Other], CidrBlock: 10.0.2.0/24 } }
  Eni3: { Type: AWS::EC2::NetworkInterface, Condition: Dev, Properties: { SubnetId: !Ref C, GroupSet: [!Ref Wrong] } }
`),
  ));

test("in one case only", () =>
  checkRule(
    sgVpcMismatch,
    template(`  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref A, GroupSet: [!If [Prod, !Ref Right, !Ref Wrong]] } }
#                                                                                                            ^^^^^^^^^^ error: When Prod is false: Eni wears Wrong of Other…
`),
  ));

test("a CDK program", () =>
  checkRule(
    sgVpcMismatch,
    typescript(`const one = new ec2.CfnVPC(this, 'One', { cidrBlock: '10.0.0.0/16' });
const two = new ec2.CfnVPC(this, 'Two', { cidrBlock: '10.1.0.0/16' });
const subnet = new ec2.CfnSubnet(this, 'Subnet', { vpcId: one.ref, cidrBlock: '10.0.0.0/24' });
const group = new ec2.CfnSecurityGroup(this, 'Group', { groupDescription: 'g', vpcId: two.ref });
new ec2.CfnNetworkInterface(this, 'Eni', { subnetId: subnet.ref, groupSet: [group.attrGroupId] });
//                                                                          ^^^^^^^^^^^^^^^^^ error: Eni wears Group of Two…`),
  ));
