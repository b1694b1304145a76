import { expect, test } from "vitest";
import { subnetTwoRouteTables } from "../../../../server/src/rules/routing/subnet-two-route-tables.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const tables = `
Resources:
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
  Public: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
  Private: { Type: AWS::EC2::RouteTable, Properties: { VpcId: vpc-1 } }
`;
const first = `
  First:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Subnet
      RouteTableId: !Ref Public
`;
const second = `
  Second:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Subnet
      RouteTableId: !Ref Private
`;
const wrong = tables + first + second;

test("two tables for one subnet", () =>
  checkRule(
    subnetTwoRouteTables,
    marked(
      wrong,
      "!Ref Subnet",
      "💡 error: Second gives Subnet the route table Private, but First already gives it Public. A subnet has one route table at a time, so the stack fails or only one of the two takes effect. Remove one association.",
    ),
  ));

test("in Japanese", () =>
  checkRule(
    subnetTwoRouteTables,
    marked(
      wrong,
      "!Ref Subnet",
      "💡 error: Second は Subnet に Private を関連付けているが、First がすでに Public を関連付けている。…",
    ),
    { messages: "ja" },
  ));

test("a subnet from elsewhere", () =>
  checkRule(
    subnetTwoRouteTables,
    `Parameters:
  S: { Type: AWS::EC2::Subnet::Id }
${marked(wrong.replaceAll("!Ref Subnet", "!Ref S"), "!Ref S", "💡 error: Second gives S the route table Private…")}`,
  ));

test("each of three is told once", () =>
  checkRule(
    subnetTwoRouteTables,
    marked(wrong, "!Ref Subnet", "💡 error: Second gives Subnet…") +
      marked(
        second.replace("Second", "Third"),
        "!Ref Subnet",
        "💡 error: Third gives Subnet the route table Private, but First…",
      ),
  ));

test("another subnet, or one that nobody knows", () => {
  checkRule(subnetTwoRouteTables, tables + first + second.replace("!Ref Subnet", "subnet-1"));
  checkRule(subnetTwoRouteTables, tables + (first + second).replaceAll("!Ref Subnet", "!Unheard of"));
});

test("exclusive conditions", () =>
  checkRule(
    subnetTwoRouteTables,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
${tables}${first.replace("Association\n", "Association\n    Condition: Prod\n")}${second.replace("Association\n", "Association\n    Condition: Dev\n")}`,
  ));

test("removes one or the other", () => {
  checkFix(subnetTwoRouteTables, wrong, tables + first, { title: "Remove Second and keep Public" });
  expect(fixTitles(subnetTwoRouteTables, wrong, "ja")).toEqual([
    "Second を削除し、Public を残す",
    "First を削除し、Private を残す",
  ]);
});

test("neither while something waits for them", () =>
  checkNoFix(subnetTwoRouteTables, `${wrong}  Waiting: { Type: AWS::EC2::EIP, DependsOn: [First, Second] }\n`));

test("a CDK program", () =>
  checkRule(
    subnetTwoRouteTables,
    marked(
      typescript(`new ec2.CfnSubnetRouteTableAssociation(this, 'First', { routeTableId: 'rtb-1', subnetId: 'subnet-1' });
new ec2.CfnSubnetRouteTableAssociation(this, 'Second', { routeTableId: 'rtb-2', subnetId: 'subnet-1' });`),
      "'subnet-1'",
      "💡 error: Second gives…",
    ),
  ));

test("of three associations, the first one can only stay", () => {
  const template = `
Resources:
  A: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: subnet-1, RouteTableId: rtb-1 } }
  B: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: subnet-1, RouteTableId: rtb-2 } }
  C: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: subnet-1, RouteTableId: rtb-3 } }
`;
  expect(fixTitles(subnetTwoRouteTables, template)).toEqual(["Remove B", "Remove C"]);
  checkFix(subnetTwoRouteTables, template, template.replace(/ {2}B: .*\n/, ""), { title: "Remove B" });
});
