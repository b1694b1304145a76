import { expect, test } from "vitest";
import { routeCountQuota } from "../../../../server/src/rules/routing/route-count-quota.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const table = (lists: string, before = "") => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
${lists}
`;
const list = (id: string, max: string, family = "IPv4", condition = "Metadata: {}") => `
  ${id}: { Type: AWS::EC2::PrefixList, Properties: { AddressFamily: ${family}, MaxEntries: ${max}, PrefixListName: a } }
  To${id}:
    Type: AWS::EC2::Route
    ${condition}
    Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: !Ref ${id}, TransitGatewayId: tgw-1 }`;
const found = (message: string) => `  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
# ^^^^^ information: ${message}`;
const none = "  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }";

test("lists that count for more than a table takes", () => {
  const lists = list("A", "300") + list("B", "201");
  checkRule(routeCountQuota, table(found("Table counts 501 IPv4 routes, more than the quota of 500…") + lists));
  checkRule(routeCountQuota, table(found("Table の IPv4 ルートは 501 個と数えられ…") + lists), { messages: "ja" });
  expect(relatedPlaces(routeCountQuota, table(none + lists))).toEqual([
    '6:3 "ToA": Counts as 300 routes',
    '11:3 "ToB": Counts as 201 routes',
  ]);
});

test("just as many, in two families, under a condition, or unknown", () => {
  checkRule(routeCountQuota, table(none + list("A", "300") + list("B", "200")));
  checkRule(routeCountQuota, table(none + list("A", "300") + list("B", "300", "IPv6")));
  const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(routeCountQuota, table(none + list("A", "600", "IPv4", "Condition: Prod"), prod));
  checkRule(routeCountQuota, table(none + list("A", "!Ref Max"), "Parameters: { Max: { Type: Number } }"));
});

test("by a parameter's default", () =>
  checkRule(
    routeCountQuota,
    table(
      found("With the default of Max (501), Table counts 501 IPv4 routes…") + list("A", "!Ref Max"),
      "Parameters: { Max: { Type: Number, Default: 501 } }",
    ),
  ));

test("which routes go together is the author's to see", () =>
  checkNoFix(routeCountQuota, table(none + list("A", "900"))));

test("a CDK program", () =>
  checkRule(
    routeCountQuota,
    typescript(`const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: 'v' });
//                                         ^^^^^ information: Table counts 700 IPv4 routes…
const list = new ec2.CfnPrefixList(this, 'List', { addressFamily: 'IPv4', maxEntries: 700, prefixListName: 'a' });
new ec2.CfnRoute(this, 'To', { routeTableId: table.ref, destinationPrefixListId: list.ref, transitGatewayId: 't' });`),
  ));
