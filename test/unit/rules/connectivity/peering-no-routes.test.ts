import { test } from "vitest";
import { peeringNoRoutes } from "../../../../server/src/rules/connectivity/peering-no-routes.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const network = (more = "", { name = "  Peering:", before = "" } = {}): string => `${before}Resources:
  App: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
${name}
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref App, PeerVpcId: !Ref Data }
${more}`;
const tables = `  AppRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref App } }
  DataRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Data } }
`;
const route = (target = "!Ref Peering", table = "!Ref AppRoutes"): string => `  ToData:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: ${table}, DestinationCidrBlock: 10.1.0.0/16, VpcPeeringConnectionId: ${target} }
`;

test("a connection that nothing uses", () => {
  checkRule(
    peeringNoRoutes,
    network("", {
      name: `  Peering:
# ^^^^^^^ information: Peering has no route through it, and a peering connection alone moves no packet. Add routes to the other VPC's range on both sides.`,
    }),
  );
  checkNoFix(peeringNoRoutes, network());
});

test("under a condition, in Japanese", () =>
  checkRule(
    peeringNoRoutes,
    network("", {
      before: "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n",
      name: `  Peering:
# ^^^^^^^ information: Live が true の場合: Peering を通るルートがない。ピアリング接続を作っただけでは通信できないため、双方のルートテーブルに相手のアドレス帯へのルートを追加すること。
    Condition: Live`,
    }),
    { messages: "ja" },
  ));

test("a route, an id that leaves the template, routes that nobody can read", () => {
  checkRule(peeringNoRoutes, network(tables + route()));
  checkRule(peeringNoRoutes, network("Outputs: { Id: { Value: !Ref Peering } }\n"));
  checkRule(
    peeringNoRoutes,
    network(tables + route("!Select [0, !Ref Peerings]"), {
      before: "Parameters: { Peerings: { Type: CommaDelimitedList } }\n",
    })
      .replace("!Select [0, !Ref Peerings]", "!GetAtt Lookup.Id")
      .replace(
        "Resources:\n",
        "Resources:\n  Lookup: { Type: Custom::Lookup, Properties: { ServiceToken: arn, Peering: !Ref Peering } }\n",
      ),
  );
});

test("adds routes on both sides", () => {
  const before = network(tables);
  checkFix(
    peeringNoRoutes,
    before,
    before
      .replace(
        "  DataRoutes:",
        `  AppRoutesToData:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref AppRoutes
      DestinationCidrBlock: !GetAtt Data.CidrBlock
      VpcPeeringConnectionId: !Ref Peering
  DataRoutes:`,
      )
      .concat(`  DataRoutesToApp:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref DataRoutes
      DestinationCidrBlock: !GetAtt App.CidrBlock
      VpcPeeringConnectionId: !Ref Peering
`),
  );
});

test("adds them in JSON", () => {
  const json = (first = "", second = ""): string => `{
  "Resources": {
    "App": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Data": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.1.0.0/16" } },
    "Peering": {
      "Type": "AWS::EC2::VPCPeeringConnection",
      "Properties": { "VpcId": { "Ref": "App" }, "PeerVpcId": { "Ref": "Data" } }
    },
    "AppRoutes": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "App" } } },${first}
    "DataRoutes": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "Data" } } }${second}
  }
}
`;
  const added = (table: string, to: string): string => `
    "${table}To${to}": {
      "Type": "AWS::EC2::Route",
      "Properties": {
        "RouteTableId": { "Ref": "${table}" },
        "DestinationCidrBlock": { "Fn::GetAtt": ["${to}", "CidrBlock"] },
        "VpcPeeringConnectionId": { "Ref": "Peering" }
      }
    }`;
  checkFix(peeringNoRoutes, json(), json(`${added("AppRoutes", "Data")},`, `,${added("DataRoutes", "App")}`));
});

test("a CDK program", () =>
  checkRule(
    peeringNoRoutes,
    typescript(`new ec2.CfnVPCPeeringConnection(this, 'Peering', { vpcId: 'vpc-1', peerVpcId: 'vpc-2' });
//                                     ^^^^^^^ information: Peering has no route through it…`),
  ));
