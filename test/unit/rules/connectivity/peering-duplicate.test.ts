import { expect, test } from "vitest";
import { peeringDuplicate } from "../../../../server/src/rules/connectivity/peering-duplicate.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const network = (second: string, { before = "", more = "" } = {}): string => `${before}Resources:
  App: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  There:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref App, PeerVpcId: !Ref Data }
${second}${more}`;
const back = `  Back:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref Data, PeerVpcId: !Ref App }
`;

test("one connection in each direction", () => {
  checkRule(
    peeringDuplicate,
    network(`  Back:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref Data, PeerVpcId: !Ref App }
#                                              ^^^^^^^^ 💡 error: Back joins Data and App, which There joins already. Two VPCs have at most one peering connection between them. Remove one of the two; traffic in both directions uses the same.
`),
  );
  expect(relatedPlaces(peeringDuplicate, network(back))).toEqual(['4:3 "There": The first connection']);
});

test("the same parameter, in Japanese", () =>
  checkRule(
    peeringDuplicate,
    network(
      `  Out:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref App, PeerVpcId: !Ref Other }
  More:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref App, PeerVpcId: !Ref Other }
#                                             ^^^^^^^^^^ 💡 error: More でつなぐ App と 別の VPC は、すでに Out でつながっている。同じ 2 つの VPC の間に張れるピアリング接続は 1 本だけで、双方向に使える。どちらかを削除すること。
`,
      { before: "Parameters: { Other: { Type: AWS::EC2::VPC::Id } }\n" },
    ),
    { messages: "ja" },
  ));

test("other VPCs, unknown VPCs", () => {
  checkRule(peeringDuplicate, network(back.replace("!Ref App", "vpc-0123456789abcdef0")));
  checkRule(
    peeringDuplicate,
    network(
      back.replace("!Ref App", "!Select [0, !Ref Vpcs]") +
        back.replace("Back", "More").replace("!Ref App", "!Select [1, !Ref Vpcs]"),
      {
        before: "Parameters: { Vpcs: { Type: CommaDelimitedList } }\n",
      },
    ),
  );
});

test("conditions that exclude each other", () => {
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1], Test: !Not [!Condition Live] }\n";
  checkRule(
    peeringDuplicate,
    network(back.replace("Connection\n", "Connection\n    Condition: Live\n"), { before }).replace(
      "  There:\n    Type: AWS::EC2::VPCPeeringConnection\n",
      "  There:\n    Type: AWS::EC2::VPCPeeringConnection\n    Condition: Test\n",
    ),
  );
});

test("removes either, where nothing names it", () => {
  expect(fixTitles(peeringDuplicate, network(back))).toEqual(["Remove Back", "Remove There"]);
  const outputs = "Outputs: { Id: { Value: !Ref There } }\n";
  checkFix(peeringDuplicate, network(back, { more: outputs }), network("", { more: outputs }));
  checkNoFix(
    peeringDuplicate,
    network(back, { more: "Outputs: { There: { Value: !Ref There }, Back: { Value: !Ref Back } }\n" }),
  );
});

test("removes one in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "There": { "Type": "AWS::EC2::VPCPeeringConnection", "Properties": { "VpcId": "vpc-1", "PeerVpcId": "vpc-2" } }${more}
  },
  "Outputs": { "Id": { "Value": { "Ref": "There" } } }
}
`;
  checkFix(
    peeringDuplicate,
    json(`,
    "Back": { "Type": "AWS::EC2::VPCPeeringConnection", "Properties": { "VpcId": "vpc-2", "PeerVpcId": "vpc-1" } }`),
    json(""),
  );
});

test("a CDK program", () =>
  checkRule(
    peeringDuplicate,
    python(`ec2.CfnVPCPeeringConnection(self, 'There', vpc_id='vpc-1', peer_vpc_id='vpc-2')
ec2.CfnVPCPeeringConnection(self, 'Back', vpc_id='vpc-2', peer_vpc_id='vpc-1')
#                                                                     ^^^^^^^ 💡 error: Back joins a VPC and another VPC, which There joins already…`),
  ));
