import { expect, test } from "vitest";
import { peeringTransitiveRoute } from "../../../../server/src/rules/connectivity/peering-transitive-route.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

/** App peers with Data; the route leads out of App. */
const network = (route: string, { data = "10.1.0.0/16", more = "", before = "" } = {}): string => `${before}Resources:
  App: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${data} } }
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref App, PeerVpcId: !Ref Data }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref App } }
  Away:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Routes
      VpcPeeringConnectionId: !Ref Peering
${route}
${more}`;
const beyond = "      DestinationCidrBlock: 10.2.0.0/16";

test("a destination behind the peer", () => {
  checkRule(
    peeringTransitiveRoute,
    network(`      DestinationCidrBlock: 10.2.0.0/16
#                           ^^^^^^^^^^^ error: Away leads 10.2.0.0/16 through Peering, which reaches Data (10.1.0.0/16) and nothing beyond it. The packets are lost. Peer with the VPC that has 10.2.0.0/16, or take a transit gateway.`),
  );
  expect(relatedPlaces(peeringTransitiveRoute, network(beyond))).toEqual(['3:3 "Data": The peer']);
  checkNoFix(peeringTransitiveRoute, network(beyond));
});

test("everything, in Japanese", () =>
  checkRule(
    peeringTransitiveRoute,
    network(`      DestinationCidrBlock: 0.0.0.0/0
#                           ^^^^^^^^^ warning: Away はすべての宛先を Peering に向けているが、Data から先へは転送されない。相手側の IGW や NAT ゲートウェイは使えない。ルートは Data のアドレス帯に絞り、出口を共用するなら Transit Gateway を使うこと。`),
    { messages: "ja" },
  ));

test("everything of IPv6", () =>
  checkRule(
    peeringTransitiveRoute,
    network(`      DestinationIpv6CidrBlock: ::/0
#                               ^^^^ warning: Away sends everything through Peering, but Data doesn't pass it on…`),
  ));

test("the peer's range, a part of it, a summary of it, an added range", () => {
  for (const destination of ["10.1.0.0/16", "10.1.2.0/24", "10.0.0.0/8", "!GetAtt Data.CidrBlock"])
    checkRule(peeringTransitiveRoute, network(`      DestinationCidrBlock: ${destination}`));
  checkRule(
    peeringTransitiveRoute,
    network(beyond, {
      more: "  Added: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Data, CidrBlock: 10.2.0.0/16 } }\n",
    }),
  );
});

test("a range that is unknown, or may get others elsewhere", () => {
  const before = "Parameters: { Cidr: { Type: String } }\n";
  checkRule(peeringTransitiveRoute, network(beyond, { data: "!Ref Cidr", before }));
  checkRule(peeringTransitiveRoute, network("      DestinationCidrBlock: !Ref Cidr", { before }));
  checkRule(peeringTransitiveRoute, network(beyond, { more: "Outputs: { Id: { Value: !Ref Data } }\n" }));
  checkRule(peeringTransitiveRoute, network("      DestinationIpv6CidrBlock: 2001:db8::/32"));
});

test("a default range is a warning", () =>
  checkRule(
    peeringTransitiveRoute,
    network(
      `      DestinationCidrBlock: 10.2.0.0/16
#                           ^^^^^^^^^^^ warning: With the default of Cidr (10.1.0.0/16), Away leads 10.2.0.0/16 through Peering…`,
      { data: "!Ref Cidr", before: "Parameters: { Cidr: { Type: String, Default: 10.1.0.0/16 } }\n" },
    ),
  ));

test("a destination that excludes the peering", () =>
  checkRule(
    peeringTransitiveRoute,
    network("      DestinationCidrBlock: !If [Near, 10.1.0.0/16, 10.2.0.0/16]", {
      before: "Conditions: { Near: !Equals [!Ref AWS::Region, us-east-1] }\n",
    }).replace("VpcPeeringConnectionId: !Ref Peering", "VpcPeeringConnectionId: !If [Near, !Ref Peering, pcx-0]"),
  ));

test("the peering that leads there", () => {
  const more = `  Logs: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.2.0.0/16 } }
  Direct:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref Logs, PeerVpcId: !Ref App }
Outputs: { Peering: { Value: !Ref Peering }, Direct: { Value: !Ref Direct }, Logs: { Value: !Ref Logs } }
`;
  const before = network(beyond, { more });
  expect(fixTitles(peeringTransitiveRoute, before)).toEqual(["Lead Away through Direct"]);
  checkFix(
    peeringTransitiveRoute,
    before,
    before.replace("VpcPeeringConnectionId: !Ref Peering", "VpcPeeringConnectionId: !Ref Direct"),
  );
});

test("the same in JSON", () => {
  const json = (peering: string): string => `{
  "Resources": {
    "App": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Data": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.1.0.0/16" } },
    "Logs": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.2.0.0/16" } },
    "ToData": {
      "Type": "AWS::EC2::VPCPeeringConnection",
      "Properties": { "VpcId": { "Ref": "App" }, "PeerVpcId": { "Ref": "Data" } }
    },
    "ToLogs": {
      "Type": "AWS::EC2::VPCPeeringConnection",
      "Properties": { "VpcId": { "Ref": "App" }, "PeerVpcId": { "Ref": "Logs" } }
    },
    "Routes": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "App" } } },
    "Away": {
      "Type": "AWS::EC2::Route",
      "Properties": {
        "RouteTableId": { "Ref": "Routes" },
        "DestinationCidrBlock": "10.2.0.0/16",
        "VpcPeeringConnectionId": { "Ref": "${peering}" }
      }
    }
  },
  "Outputs": { "First": { "Value": { "Ref": "ToData" } }, "Second": { "Value": { "Ref": "ToLogs" } }, "Vpc": { "Value": { "Ref": "Logs" } } }
}
`;
  checkFix(peeringTransitiveRoute, json("ToData"), json("ToLogs"), { title: "Lead Away through ToLogs" });
});

test("a CDK program", () =>
  checkRule(
    peeringTransitiveRoute,
    python(`app = ec2.CfnVPC(self, 'App', cidr_block='10.0.0.0/16')
data = ec2.CfnVPC(self, 'Data', cidr_block='10.1.0.0/16')
peering = ec2.CfnVPCPeeringConnection(self, 'Peering', vpc_id=app.ref, peer_vpc_id=data.ref)
routes = ec2.CfnRouteTable(self, 'Routes', vpc_id=app.ref)
ec2.CfnRoute(self, 'Away', route_table_id=routes.ref, vpc_peering_connection_id=peering.ref,
    destination_cidr_block='192.168.0.0/16',
#                          ^^^^^^^^^^^^^^^^ error: Away leads 192.168.0.0/16 through Peering…
)`),
  ));
