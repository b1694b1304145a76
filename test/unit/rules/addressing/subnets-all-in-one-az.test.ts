import { test } from "vitest";
import { subnetsAllInOneAz } from "../../../../server/src/rules/addressing/subnets-all-in-one-az.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const subnet = (id: string, n: number, zone: string, condition = "") => `  ${id}:
    Type: AWS::EC2::Subnet${condition}
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.${n}.0/24
      ${zone}
`;
const by = (index: number) => `AvailabilityZone: !Select [${index}, !GetAZs ""]`;
const vpc = (...subnets: readonly string[]) => `
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1], Dev: !Not [!Condition Prod] }
Parameters: { Zone: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
${subnets.join("")}`;
const mark = (message: string) => `
#                       ^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: ${message}`;

test("a tier in one zone", () => {
  checkRule(
    subnetsAllInOneAz,
    vpc(
      subnet("AppA", 0, by(0)),
      subnet("AppB", 1, by(0) + mark("AppA and AppB look like one tier in several zones, but all are in zone 0…")),
    ),
  );
  checkRule(
    subnetsAllInOneAz,
    vpc(subnet("DbSubnet1", 0, by(1)), subnet("DbSubnet2", 1, by(1) + mark("DbSubnet1、DbSubnet2 は 1 つの層を…"))),
    { messages: "ja" },
  );
});

test("zones that differ, are left out, or are not known", () => {
  checkRule(subnetsAllInOneAz, vpc(subnet("AppA", 0, by(0)), subnet("AppB", 1, by(1))));
  checkRule(subnetsAllInOneAz, vpc(subnet("AppA", 0, by(0)), subnet("AppB", 1, by(0)), subnet("AppC", 2, by(1))));
  checkRule(subnetsAllInOneAz, vpc(subnet("AppA", 0, by(0)), subnet("AppB", 1, "Tags: []")));
  checkRule(
    subnetsAllInOneAz,
    vpc(subnet("AppA", 0, by(0)), subnet("AppB", 1, by(0)), subnet("AppC", 2, "AvailabilityZone: !ImportValue Zone")),
  );
});

test("one zone by plan: other names, a single subnet", () => {
  checkRule(subnetsAllInOneAz, vpc(subnet("Web", 0, by(0)), subnet("Db", 1, by(0))));
  checkRule(subnetsAllInOneAz, vpc(subnet("AppA", 0, by(0))));
});

test("what must be in several zones says so itself", () =>
  checkRule(
    subnetsAllInOneAz,
    vpc(
      subnet("AppA", 0, by(0)),
      subnet("AppB", 1, by(0)),
      "  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, SubnetIds: [!Ref AppA, !Ref AppB] } }",
    ),
  ));

test("cases that exclude each other", () =>
  checkRule(
    subnetsAllInOneAz,
    vpc(subnet("AppA", 0, by(0), "\n    Condition: Prod"), subnet("AppB", 1, by(0), "\n    Condition: Dev")),
  ));

test("spreads them", () =>
  checkFix(
    subnetsAllInOneAz,
    vpc(subnet("AppA", 0, by(0)), subnet("AppB", 1, by(0)), subnet("AppC", 2, by(0))),
    vpc(subnet("AppA", 0, by(0)), subnet("AppB", 1, by(1)), subnet("AppC", 2, by(2))),
    { title: "Spread over zones: AppB → 1, AppC → 2" },
  ));

test("zones by name are the author's to choose", () => {
  const zone = "AvailabilityZone: us-east-1a";
  checkNoFix(subnetsAllInOneAz, vpc(subnet("AppA", 0, zone), subnet("AppB", 1, zone)));
});

test("a CDK program", () =>
  checkRule(
    subnetsAllInOneAz,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnSubnet(this, 'AppA', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24', availabilityZone: 'us-east-1a' });
new ec2.CfnSubnet(this, 'AppB', { vpcId: vpc.ref, cidrBlock: '10.0.1.0/24', availabilityZone: 'us-east-1a' });
//                                                                                            ^^^^^^^^^^^^ warning: AppA and AppB look like one tier…`),
  ));
