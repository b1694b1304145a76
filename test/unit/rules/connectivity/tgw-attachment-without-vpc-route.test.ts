import { expect, test } from "vitest";
import { tgwAttachmentWithoutVpcRoute } from "../../../../server/src/rules/connectivity/tgw-attachment-without-vpc-route.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const network = ({ vpcId = "      VpcId: !Ref Vpc", more = "", before = "" } = {}): string => `${before}Resources:
  Hub: { Type: AWS::EC2::TransitGateway }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Attachment:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties:
      TransitGatewayId: !Ref Hub
      SubnetIds: [!Ref A]
${vpcId}
${more}`;
const route = (table = "!Ref Routes", target = "TransitGatewayId: !Ref Hub"): string => `  ToHub:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: ${table}
      DestinationCidrBlock: 10.0.0.0/8
      ${target}
`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
const liveRoute = route().replace("Route\n", "Route\n    Condition: Live\n");

test("no route to the hub", () => {
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    network({
      vpcId: `      VpcId: !Ref Vpc
#            ^^^^^^^^ warning: Attachment attaches Vpc to Hub, but no route table of Vpc leads there, so nothing in Vpc uses it or answers through it. Add routes with TransitGatewayId for the networks behind it.`,
    }),
  );
  checkNoFix(tgwAttachmentWithoutVpcRoute, network());
});

test("another way out doesn't count, in Japanese", () =>
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    network({
      vpcId: `      VpcId: !Ref Vpc
#            ^^^^^^^^ warning: Attachment で Vpc を Hub にアタッチしているが、Vpc のどのルートテーブルにもそこへのルートがない。Vpc からの通信も応答も通らないため、相手側のアドレス帯を TransitGatewayId に向けるルートを追加すること。`,
      more: route("!Ref Routes", "GatewayId: igw-0123456789abcdef0"),
    }),
    { messages: "ja" },
  ));

test("a route to the hub, or to some transit gateway", () => {
  checkRule(tgwAttachmentWithoutVpcRoute, network({ more: route() }));
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    network({ more: route("!Ref Routes", "TransitGatewayId: tgw-0123456789abcdef0") }),
  );
});

test("a VPC from elsewhere", () =>
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    network({ vpcId: "      VpcId: !Ref Other", before: "Parameters: { Other: { Type: AWS::EC2::VPC::Id } }\n" }),
  ));

test("routes that may be elsewhere, or in a table that nobody knows", () => {
  for (const id of ["Vpc", "Routes"])
    checkRule(tgwAttachmentWithoutVpcRoute, network({ more: `Outputs: { Id: { Value: !Ref ${id} } }\n` }));
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    network({ more: route("!Ref Main"), before: "Parameters: { Main: { Type: String } }\n" }),
  );
});

test("a route under a condition", () => {
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    network({
      vpcId: `      VpcId: !Ref Vpc
#            ^^^^^^^^ warning: When Live is false: Attachment attaches Vpc to Hub…`,
      more: liveRoute,
      before: live,
    }),
  );
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    network({ more: liveRoute, before: live }).replace("Attachment\n", "Attachment\n    Condition: Live\n"),
  );
});

test("routes to the other VPCs of the hub", () => {
  const other = `  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Data, CidrBlock: 10.1.0.0/24 } }
  DataAttachment:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: { TransitGatewayId: !Ref Hub, SubnetIds: [!Ref B], VpcId: !Ref Data }
Outputs: { Data: { Value: !Ref Data } }
`;
  const before = network({ more: other });
  expect(fixTitles(tgwAttachmentWithoutVpcRoute, before)).toEqual(["Add routes to Data to the route tables of Vpc"]);
  checkFix(
    tgwAttachmentWithoutVpcRoute,
    before,
    before.replace(
      "  Attachment:\n",
      `  RoutesToData:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref Routes
      DestinationCidrBlock: !GetAtt Data.CidrBlock
      TransitGatewayId: !Ref Hub
  Attachment:
`,
    ),
  );
});

test("the same in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Data": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.1.0.0/16" } },
    "First": {
      "Type": "AWS::EC2::TransitGatewayAttachment",
      "Properties": { "TransitGatewayId": "tgw-1", "SubnetIds": ["subnet-1"], "VpcId": { "Ref": "Vpc" } }
    },
    "Second": {
      "Type": "AWS::EC2::TransitGatewayAttachment",
      "Properties": { "TransitGatewayId": "tgw-1", "SubnetIds": ["subnet-2"], "VpcId": { "Ref": "Data" } }
    },
    "Routes": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "Vpc" } } }${more}
  },
  "Outputs": { "Data": { "Value": { "Ref": "Data" } } }
}
`;
  checkFix(
    tgwAttachmentWithoutVpcRoute,
    json(""),
    json(`,
    "RoutesToData": {
      "Type": "AWS::EC2::Route",
      "DependsOn": "First",
      "Properties": {
        "RouteTableId": { "Ref": "Routes" },
        "DestinationCidrBlock": { "Fn::GetAtt": ["Data", "CidrBlock"] },
        "TransitGatewayId": "tgw-1"
      }
    }`),
  );
});

test("a CDK program", () =>
  checkRule(
    tgwAttachmentWithoutVpcRoute,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnTransitGatewayAttachment(this, 'Attachment', {
  transitGatewayId: 'tgw-1',
  subnetIds: ['subnet-1'],
  vpcId: vpc.ref,
//       ^^^^^^^ warning: Attachment attaches Vpc to a transit gateway…
});`),
  ));
