import { expect, test } from "vitest";
import { subnetOnMainRouteTable } from "../../../../server/src/rules/routing/subnet-on-main-route-table.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;
const subnet = `
  AppA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
`;
const association = `
  AppARouteTableAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref AppA
      RouteTableId: !Ref Table
`;

test("a subnet that no association names", () =>
  checkRule(
    subnetOnMainRouteTable,
    network +
      marked(
        subnet,
        "AppA",
        "💡 warning: AppA has no route table association, so the main route table of Vpc applies, which has only the local route. None of the routes in Table reach it. Associate it with a route table.",
      ),
  ));

test("in Japanese", () =>
  checkRule(
    subnetOnMainRouteTable,
    network +
      marked(subnet, "AppA", "💡 warning: AppA はルートテーブルに関連付けられておらず、local ルートしかない Vpc の…"),
    { messages: "ja" },
  ));

test.each([
  ["an association", network + subnet + association],
  ["no custom table", network.replace(/ {2}Table.*\n/, "") + subnet],
  [
    "a table for a gateway only",
    `${network + subnet}  Edge: { Type: AWS::EC2::GatewayRouteTableAssociation, Properties: { RouteTableId: !Ref Table, GatewayId: igw-1 } }\n`,
  ],
  ["the subnet is an output", `${network + subnet}Outputs: { A: { Value: !Ref AppA } }\n`],
  [
    "the VPC goes to a nested stack",
    `${network + subnet}  N: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { V: !Ref Vpc } } }\n`,
  ],
  ["meant to be isolated", network + subnet.replace("AppA", "IsolatedA")],
  [
    "for a transit gateway",
    `${network + subnet}  T: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: tgw-1, VpcId: !Ref Vpc, SubnetIds: [!Ref AppA] } }\n`,
  ],
  ["an association whose subnet nobody knows", `${network + subnet}${association.replace("!Ref AppA", "!Unheard of")}`],
  ["a VPC nobody knows", network + subnet.replace("!Ref Vpc", "!Unheard of")],
])("%s", (_name, text) => checkRule(subnetOnMainRouteTable, text));

const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
`;
const under = (text: string, condition: string) => text.replace(/(Type: .*\n)/, `$1    Condition: ${condition}\n`);

test("exclusive conditions: a subnet that is there only with its association", () =>
  checkRule(subnetOnMainRouteTable, conditions + network + under(subnet, "Prod") + under(association, "Prod")));

test("an association that is there only sometimes is for its author to finish", () =>
  checkRule(
    subnetOnMainRouteTable,
    conditions +
      network +
      marked(subnet, "AppA", "warning: When Prod is false: AppA has no route table association…") +
      under(association, "Prod"),
  ));

test("associates it", () => checkFix(subnetOnMainRouteTable, network + subnet, network + subnet + association));

test("with any of the tables, in both languages", () => {
  const more = "  Private: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }\n";
  expect(fixTitles(subnetOnMainRouteTable, network + more + subnet)).toEqual([
    "Associate AppA with Table",
    "Associate AppA with Private",
  ]);
  expect(fixTitles(subnetOnMainRouteTable, network + subnet, "ja")).toEqual(["AppA に Table を関連付ける"]);
});

test("not with a table that may not be there", () => {
  const table = network.replace("RouteTable, Properties", "RouteTable, Condition: Prod, Properties");
  expect(fixTitles(subnetOnMainRouteTable, conditions + table + under(subnet, "Prod"))).toEqual([
    "Associate AppA with Table",
  ]);
  expect(
    fixTitles(
      subnetOnMainRouteTable,
      `${conditions}  Big: !Equals [!Ref AWS::AccountId, "1"]\n${table}${under(subnet, "Big")}`,
    ),
  ).toEqual([]);
});

test("a CDK program", () =>
  checkRule(
    subnetOnMainRouteTable,
    marked(
      typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnSubnet(this, 'AppA', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });`),
      "AppA",
      "💡 warning: AppA has no route table association…",
    ),
  ));
