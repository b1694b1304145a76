import { expect, test } from "vitest";
import { peeringRouteOneSided } from "../../../../server/src/rules/connectivity/peering-route-one-sided.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpcs = `Resources:
  App: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
`;
const peering = `  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref App, PeerVpcId: !Ref Data }
`;
const marked = (message: string, fix = "💡 "): string =>
  peering.replace("  Peering:\n", `  Peering:\n# ^^^^^^^ ${fix}warning: ${message}\n`);
const tables = `  AppRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref App } }
  DataRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Data } }
`;
const there = `  ToData:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref AppRoutes
      DestinationCidrBlock: 10.1.0.0/16
      VpcPeeringConnectionId: !Ref Peering
`;
const back = `  DataRoutesToApp:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref DataRoutes
      DestinationCidrBlock: !GetAtt App.CidrBlock
      VpcPeeringConnectionId: !Ref Peering
`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
const whenLive = (resource: string): string => resource.replace(/(Type: .*\n)/, "$1    Condition: Live\n");

test("a route on one side only", () => {
  checkRule(
    peeringRouteOneSided,
    vpcs +
      marked(
        "Peering has a route from App to Data and none back, so answers from Data never arrive. Add a route to 10.0.0.0/16 through Peering to the route tables of Data.",
      ) +
      tables +
      there,
  );
  expect(relatedPlaces(peeringRouteOneSided, vpcs + peering + tables + there)).toEqual([
    '9:3 "ToData": The route in App',
  ]);
});

test("the other side, in Japanese", () =>
  checkRule(
    peeringRouteOneSided,
    vpcs +
      marked(
        "Peering を通るルートは Data から App への片方向だけで、App からの応答が届かない。App のルートテーブルに、Peering を経由する 10.1.0.0/16 へのルートを追加すること。",
      ) +
      tables +
      back,
    { messages: "ja" },
  ));

test("routes on both sides, or on none", () => {
  checkRule(peeringRouteOneSided, vpcs + peering + tables + there + back);
  checkRule(peeringRouteOneSided, vpcs + peering + tables);
});

test("a peer elsewhere", () =>
  checkRule(peeringRouteOneSided, vpcs + peering.replace("!Ref Data", "vpc-0123456789abcdef0") + tables + there));

test("a way back that may be elsewhere takes the ids of the connection and of a table", () => {
  const network = vpcs + peering + tables + there;
  const outputs = (...ids: string[]): string =>
    `${network}Outputs:\n${ids.map((id) => `  ${id}Id: { Value: !Ref ${id} }\n`).join("")}`;
  checkRule(peeringRouteOneSided, outputs("Peering", "DataRoutes"));
  checkRule(peeringRouteOneSided, outputs("Peering", "Data"));
  expect(fixTitles(peeringRouteOneSided, outputs("Peering"))).toHaveLength(1);
  expect(fixTitles(peeringRouteOneSided, outputs("DataRoutes"))).toHaveLength(1);
});

test("a way back in a table that nobody knows", () =>
  checkRule(
    peeringRouteOneSided,
    `Parameters: { Main: { Type: String } }\n${vpcs}${peering}${tables}${there}${back.replace("!Ref DataRoutes", "!Ref Main")}`,
  ));

test("a way back under a condition", () => {
  checkRule(
    peeringRouteOneSided,
    live +
      vpcs +
      marked("When Live is false: Peering has a route from App to Data and none back…", "") +
      tables +
      there +
      whenLive(back),
  );
  checkRule(peeringRouteOneSided, live + vpcs + whenLive(peering) + tables + whenLive(there) + whenLive(back));
});

test("the way back", () => {
  const before = vpcs + peering + tables + there;
  expect(fixTitles(peeringRouteOneSided, before)).toEqual(["Add a route to App (10.0.0.0/16) to DataRoutes"]);
  checkFix(peeringRouteOneSided, before, vpcs + peering + tables + back + there);
});

test("the way back in each of several tables, or in none", () => {
  const second = "  MoreRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Data } }\n";
  expect(fixTitles(peeringRouteOneSided, vpcs + peering + tables + second + there)).toEqual([
    "Add a route to App (10.0.0.0/16) to all 2 route tables of Data",
    "Add a route to App (10.0.0.0/16) to DataRoutes",
    "Add a route to App (10.0.0.0/16) to MoreRoutes",
  ]);
  checkNoFix(peeringRouteOneSided, `${vpcs}${peering}${tables.split("\n")[0]}\n${there}`);
});

test("the way back in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "App": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Data": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.1.0.0/16" } },
    "Peering": {
      "Type": "AWS::EC2::VPCPeeringConnection",
      "Properties": { "VpcId": { "Ref": "App" }, "PeerVpcId": { "Ref": "Data" } }
    },
    "AppRoutes": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "App" } } },
    "ToData": {
      "Type": "AWS::EC2::Route",
      "Properties": {
        "RouteTableId": { "Ref": "AppRoutes" },
        "DestinationCidrBlock": "10.1.0.0/16",
        "VpcPeeringConnectionId": { "Ref": "Peering" }
      }
    },
    "DataRoutes": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "Data" } } }${more}
  }
}
`;
  checkFix(
    peeringRouteOneSided,
    json(""),
    json(`,
    "DataRoutesToApp": {
      "Type": "AWS::EC2::Route",
      "Properties": {
        "RouteTableId": { "Ref": "DataRoutes" },
        "DestinationCidrBlock": { "Fn::GetAtt": ["App", "CidrBlock"] },
        "VpcPeeringConnectionId": { "Ref": "Peering" }
      }
    }`),
  );
});

test("a CDK program", () =>
  checkRule(
    peeringRouteOneSided,
    typescript(`const app = new ec2.CfnVPC(this, 'App', { cidrBlock: '10.0.0.0/16' });
const data = new ec2.CfnVPC(this, 'Data', { cidrBlock: '10.1.0.0/16' });
const routes = new ec2.CfnRouteTable(this, 'Routes', { vpcId: app.ref });
const peering = new ec2.CfnVPCPeeringConnection(this, 'Peering', { vpcId: app.ref, peerVpcId: data.ref });
//                                                     ^^^^^^^ warning: Peering has a route from App to Data and none back…
new ec2.CfnRoute(this, 'ToData', { routeTableId: routes.ref, destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: peering.ref });`),
  ));
