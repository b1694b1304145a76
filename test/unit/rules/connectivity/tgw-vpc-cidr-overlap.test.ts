import { expect, test } from "vitest";
import { tgwVpcCidrOverlap } from "../../../../server/src/rules/connectivity/tgw-vpc-cidr-overlap.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Options {
  readonly hub?: string;
  readonly app?: string;
  readonly data?: string;
  readonly name?: string;
  readonly before?: string;
}
const network = (
  more = "",
  {
    hub = "{ Type: AWS::EC2::TransitGateway }",
    app = "10.0.0.0/16",
    data = "10.0.128.0/17",
    name = "  ToData:",
    before = "",
  }: Options = {},
): string => `${before}Resources:
  Hub: ${hub}
  App: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${app} } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${data} } }
  ToApp:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref App, SubnetIds: [subnet-0123456789abcdef0] }
${name}
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref Data, SubnetIds: [subnet-0fedcba9876543210] }
${more}`;
const hub = (association: string, propagation = association): string =>
  `{ Type: AWS::EC2::TransitGateway, Properties: { DefaultRouteTableAssociation: ${association}, DefaultRouteTablePropagation: ${propagation} } }`;
const associated = (attachment: string, table: string): string => `  ${attachment}InTable:
    Type: AWS::EC2::TransitGatewayRouteTableAssociation
    Properties: { TransitGatewayAttachmentId: !Ref ${attachment}, TransitGatewayRouteTableId: !Ref ${table} }
`;
const table = (id: string): string =>
  `  ${id}: { Type: AWS::EC2::TransitGatewayRouteTable, Properties: { TransitGatewayId: !Ref Hub } }\n`;

test("two VPCs of one range on a hub", () => {
  checkRule(
    tgwVpcCidrOverlap,
    network("", {
      name: `  ToData:
# ^^^^^^ warning: App (10.0.0.0/16) and Data (10.0.128.0/17) overlap, and both are attached to Hub with one route table. The range of the one attached later isn't propagated, so it can't be reached. Give one of them another range.`,
    }),
  );
  expect(relatedPlaces(tgwVpcCidrOverlap, network())).toEqual([
    '3:56 "10.0.0.0/16": App takes 10.0.0.0/16',
    '4:57 "10.0.128.0/17": Data takes 10.0.128.0/17',
  ]);
  checkNoFix(tgwVpcCidrOverlap, network());
});

test("one table of their own, in Japanese", () =>
  checkRule(
    tgwVpcCidrOverlap,
    network(table("Shared") + associated("ToApp", "Shared") + associated("ToData", "Shared"), {
      hub: hub("disable"),
      name: `  ToData:
# ^^^^^^ warning: App (10.0.0.0/16) と Data (10.0.128.0/17) はアドレス帯が重複しているのに、Hub の同じルートテーブルにつながっている。後からアタッチした方のルートは伝播されず、そこへは届かない。どちらかを別の範囲にすること。`,
    }),
    { messages: "ja" },
  ));

test("ranges apart or unknown, tables apart, a hub that does nothing by itself", () => {
  checkRule(tgwVpcCidrOverlap, network("", { data: "10.1.0.0/16" }));
  checkRule(tgwVpcCidrOverlap, network("", { data: "!Ref Cidr", before: "Parameters: { Cidr: { Type: String } }\n" }));
  checkRule(
    tgwVpcCidrOverlap,
    network(table("One") + table("Two") + associated("ToApp", "One") + associated("ToData", "Two"), {
      hub: hub("disable"),
    }),
  );
  checkRule(tgwVpcCidrOverlap, network("", { hub: hub("disable") }));
  checkRule(tgwVpcCidrOverlap, network("", { hub: hub("enable", "disable") }));
});

test("different hubs, a private NAT gateway", () => {
  checkRule(
    tgwVpcCidrOverlap,
    network().replace("!Ref Hub, VpcId: !Ref Data", "tgw-0123456789abcdef0, VpcId: !Ref Data"),
  );
  checkRule(
    tgwVpcCidrOverlap,
    network(`  Inner: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Data, CidrBlock: 10.0.128.0/24 } }
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Inner, ConnectivityType: private } }
`),
  );
});

test("conditions that exclude each other", () =>
  checkRule(
    tgwVpcCidrOverlap,
    network("", {
      app: "!If [Live, 10.0.0.0/16, 10.1.0.0/16]",
      data: "!If [Live, 10.1.0.0/16, 10.0.0.0/16]",
      before: "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n",
    }),
  ));

test("a default range says so", () =>
  checkRule(
    tgwVpcCidrOverlap,
    network("", {
      data: "!Ref Cidr",
      before: "Parameters: { Cidr: { Type: String, Default: 10.0.0.0/16 } }\n",
      name: `  ToData:
# ^^^^^^ warning: With the default of Cidr (10.0.0.0/16), App (10.0.0.0/16) and Data (10.0.0.0/16) overlap…`,
    }),
  ));

test("a CDK program", () =>
  checkRule(
    tgwVpcCidrOverlap,
    typescript(`const hub = new ec2.CfnTransitGateway(this, 'Hub', {});
const app = new ec2.CfnVPC(this, 'App', { cidrBlock: '10.0.0.0/16' });
const data = new ec2.CfnVPC(this, 'Data', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnTransitGatewayAttachment(this, 'ToApp', { vpcId: app.ref, transitGatewayId: hub.ref, subnetIds: ['subnet-1'] });
new ec2.CfnTransitGatewayAttachment(this, 'ToData', { vpcId: data.ref, transitGatewayId: hub.ref, subnetIds: ['subnet-2'] });
//                                         ^^^^^^ warning: App (10.0.0.0/16) and Data (10.0.0.0/16) overlap…`),
  ));
