import { expect, test } from "vitest";
import { routeTableVpcMismatch } from "../../../../server/src/rules/routing/route-table-vpc-mismatch.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const template = (subnetVpc: string, tableVpc: string) => `
Resources:
  One: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Two: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.0.0/24, VpcId: ${subnetVpc} } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: ${tableVpc} } }
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Subnet
      RouteTableId: !Ref Table
`;
const wrong = template("!Ref One", "!GetAtt Two.VpcId");

test("a subnet of one VPC and a table of another", () => {
  checkRule(
    routeTableVpcMismatch,
    marked(
      wrong,
      "!Ref Table",
      "error: Association gives Subnet of One the route table Table of Two. Both have to be in one VPC, so EC2 will refuse it. Take a route table of One.",
    ),
  );
  expect(relatedPlaces(routeTableVpcMismatch, wrong)).toEqual([
    '5:82 "!Ref One": The VPC of Subnet',
    '6:61 "!GetAtt Two.VpcId": The VPC of Table',
  ]);
  checkNoFix(routeTableVpcMismatch, wrong);
});

test("in Japanese", () =>
  checkRule(
    routeTableVpcMismatch,
    marked(
      wrong,
      "!Ref Table",
      "error: Association は One の Subnet に Two のルートテーブル Table を関連付けている。…",
    ),
    { messages: "ja" },
  ));

test.each([
  ["the same VPC", "!Ref One", "!GetAtt One.VpcId"],
  ["a VPC from elsewhere", "!Ref One", "vpc-1"],
  ["a VPC nobody knows", "!Unheard of", "!Ref Two"],
])("%s", (_name, subnetVpc, tableVpc) => checkRule(routeTableVpcMismatch, template(subnetVpc, tableVpc)));

test("exclusive conditions", () => {
  const conditions = "Conditions:\n  Prod: !Equals [!Ref AWS::Region, us-east-1]\n";
  checkRule(
    routeTableVpcMismatch,
    conditions + template("!If [Prod, !Ref One, !Ref Two]", "!If [Prod, !Ref One, !Ref Two]"),
  );
  checkRule(
    routeTableVpcMismatch,
    conditions +
      marked(
        template("!If [Prod, !Ref One, !Ref Two]", "!Ref Two"),
        "!Ref Table",
        "error: When Prod is true: Association gives Subnet of One…",
      ),
  );
});

test("a CDK program", () =>
  checkRule(
    routeTableVpcMismatch,
    marked(
      typescript(`const one = new ec2.CfnVPC(this, 'One', { cidrBlock: '10.0.0.0/16' });
const two = new ec2.CfnVPC(this, 'Two', { cidrBlock: '10.1.0.0/16' });
const subnet = new ec2.CfnSubnet(this, 'Subnet', { vpcId: one.ref, cidrBlock: '10.0.0.0/24' });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: two.ref });
new ec2.CfnSubnetRouteTableAssociation(this, 'Association', { subnetId: subnet.ref, routeTableId: table.ref });`),
      "table.ref",
      "error: Association gives Subnet of One the route table Table of Two…",
    ),
  ));
