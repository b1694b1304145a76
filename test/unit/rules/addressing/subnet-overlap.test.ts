import { expect, test } from "vitest";
import { subnetOverlap } from "../../../../server/src/rules/addressing/subnet-overlap.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python, typescript } from "../../../support/programs.ts";

test("a part of another", () =>
  checkRule(
    subnetOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.128/25
#                ^^^^^^^^^^^^^ 💡 error: AppB 10.0.1.128/25 overlaps AppA 10.0.1.0/24 in Vpc. CloudFormation will fail with InvalidSubnet.Conflict. Next free /25: 10.0.0.0/25.
`,
  ));

test("in Japanese", () =>
  checkRule(
    subnetOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.128/25
#                ^^^^^^^^^^^^^ 💡 error: AppB 10.0.1.128/25 は Vpc 内の AppA 10.0.1.0/24 と重複し、作成は InvalidSubnet.Conflict で失敗する。空いている次の /25 は 10.0.0.0/25。
`,
    { messages: "ja" },
  ));

test("the same block, told of the later one even where it is the wider", () =>
  checkRule(
    subnetOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/25
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
#                ^^^^^^^^^^^ 💡 error: AppB 10.0.1.0/24 overlaps AppA 10.0.1.0/25…
`,
  ));

test("one finding for a subnet that is in the way of several", () =>
  checkRule(
    subnetOverlap,
    `
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
#                                                                     ^^^^^^^^^^^ error: B takes 10.0.0.0/24, which A in the same VPC has already…
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
#                                                                     ^^^^^^^^^^^ error: C takes 10.0.0.0/24, which A in the same VPC has already…
`,
  ));

test("the same index of one Fn::Cidr", () =>
  checkRule(
    subnetOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]]
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]]
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: AppB takes 10.0.0.0/24, which AppA in Vpc has already…
`,
  ));

test("two defaults are a warning", () =>
  checkRule(
    subnetOverlap,
    `
Parameters:
  A: { Type: String, Default: 10.0.0.0/24 }
  B: { Type: String, Default: 10.0.0.0/25 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref A
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref B
#                ^^^^^^ 💡 warning: With the defaults of A (10.0.0.0/24) and B (10.0.0.0/25), AppB 10.0.0.0/25 overlaps AppA…
`,
  ));

test("two defaults, in Japanese", () =>
  checkRule(
    subnetOverlap,
    `
Parameters:
  A: { Type: String, Default: 10.0.0.0/24 }
  B: { Type: String, Default: 10.0.0.0/25 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: !Ref A } }
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref B
#                ^^^^^^ 💡 warning: A (10.0.0.0/24)、B (10.0.0.0/25) の既定値では、AppB…
`,
    { messages: "ja" },
  ));

test("one parameter for both is an error whatever its value", () =>
  checkRule(
    subnetOverlap,
    `
Parameters:
  A: { Type: String, Default: 10.0.0.0/24 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref A
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref A
#                ^^^^^^ 💡 error: AppB takes 10.0.0.0/24, which AppA in Vpc has already…
`,
  ));

test("neighbours, and subnets of different VPCs", () =>
  checkRule(
    subnetOverlap,
    `
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24 } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-2, CidrBlock: 10.0.0.0/24 } }
`,
  ));

test("an unknown block or VPC", () =>
  checkRule(
    subnetOverlap,
    `
Parameters:
  Cidr: { Type: String }
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: !Ref Cidr } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !ImportValue Vpc, CidrBlock: 10.0.0.0/24 } }
`,
  ));

test("subnets that conditions keep apart", () =>
  checkRule(
    subnetOverlap,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Condition: Prod
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  AppB:
    Type: AWS::EC2::Subnet
    Condition: Dev
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
`,
  ));

test("subnets that a condition brings together", () =>
  checkRule(
    subnetOverlap,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  AppB:
    Type: AWS::EC2::Subnet
    Condition: Prod
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
#                ^^^^^^^^^^^ 💡 error: When Prod is true: AppB takes 10.0.0.0/24, which AppA in Vpc has already…
`,
  ));

test("moves the later one to the next free block", () =>
  checkFix(
    subnetOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/25
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/25
`,
  ));

test("takes the next free index of Fn::Cidr", () =>
  checkFix(
    subnetOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]]
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]]
`,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]]
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [1, !Cidr [10.0.0.0/16, 4, 8]]
`,
  ));

test("in JSON", () =>
  checkFix(
    subnetOverlap,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } }
  }
}
`,
    `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.1.0/24" } }
  }
}
`,
  ));

test("a full VPC has no room", () =>
  checkNoFix(
    subnetOverlap,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/17
  AppB:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/16
`,
  ));

test("a CDK program", () =>
  checkRule(
    subnetOverlap,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/24' });
new ec2.CfnSubnet(this, 'B', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/25' });
//                                                        ^^^^^^^^^^^^^ 💡 error: B 10.0.1.0/25 overlaps A 10.0.1.0/24 in Vpc…`),
  ));

test("in Python", () =>
  checkFix(
    subnetOverlap,
    python(`vpc = ec2.CfnVPC(self, 'Vpc', cidr_block='10.0.0.0/16')
ec2.CfnSubnet(self, 'A', vpc_id=vpc.ref, cidr_block='10.0.0.0/24')
ec2.CfnSubnet(self, 'B', vpc_id=vpc.ref, cidr_block='10.0.0.0/24')`),
    python(`vpc = ec2.CfnVPC(self, 'Vpc', cidr_block='10.0.0.0/16')
ec2.CfnSubnet(self, 'A', vpc_id=vpc.ref, cidr_block='10.0.0.0/24')
ec2.CfnSubnet(self, 'B', vpc_id=vpc.ref, cidr_block='10.0.1.0/24')`),
  ));

test("points at the other subnet", () => {
  const text = `
Resources:
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/25 } }
`;
  expect(relatedPlaces(subnetOverlap, text)).toEqual(['3:71 "10.0.0.0/24": A takes 10.0.0.0/24']);
  expect(relatedPlaces(subnetOverlap, text, "ja")).toEqual(['3:71 "10.0.0.0/24": A は 10.0.0.0/24']);
});

test("tells of the conflict that is always there rather than of one that is there sometimes", () =>
  checkRule(
    subnetOverlap,
    `
Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
Resources:
  A: { Type: AWS::EC2::Subnet, Condition: Prod, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/25 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.128/25 } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
#                                                                     ^^^^^^^^^^^ error: C 10.0.0.0/24 overlaps B 10.0.0.128/25 in the same VPC…
`,
  ));
