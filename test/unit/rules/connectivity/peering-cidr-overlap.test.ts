import { expect, test } from "vitest";
import { peeringCidrOverlap } from "../../../../server/src/rules/connectivity/peering-cidr-overlap.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const peering = (blocks: readonly [string, string], peer: string, more = "", before = ""): string => `${before}
Resources:
  App: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${blocks[0]} } }
  Data: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${blocks[1]} } }
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties:
      VpcId: !Ref App
${peer}
${more}`;
const toData = "      PeerVpcId: !Ref Data";

test("two VPCs with one range", () => {
  checkRule(
    peeringCidrOverlap,
    peering(
      ["10.0.0.0/16", "10.0.128.0/17"],
      `      PeerVpcId: !Ref Data
#                ^^^^^^^^^ error: Peering joins App (10.0.0.0/16) and Data (10.0.128.0/17), whose ranges overlap. EC2 refuses such a peering connection. Give one of the VPCs another range.`,
    ),
  );
  const text = peering(["10.0.0.0/16", "10.0.128.0/17"], toData);
  expect(relatedPlaces(peeringCidrOverlap, text)).toEqual([
    '3:56 "10.0.0.0/16": App takes 10.0.0.0/16',
    '4:57 "10.0.128.0/17": Data takes 10.0.128.0/17',
  ]);
  checkNoFix(peeringCidrOverlap, text);
});

test("a block that is added later, in Japanese", () =>
  checkRule(
    peeringCidrOverlap,
    peering(
      ["10.0.0.0/16", "10.1.0.0/16"],
      `      PeerVpcId: !Ref Data
#                ^^^^^^^^^ error: Peering でつなぐ App (10.0.0.0/16) と Data (10.0.0.0/20) はアドレス帯が重複している…`,
      "  More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Data, CidrBlock: 10.0.0.0/20 } }\n",
    ),
    { messages: "ja" },
  ));

test("ranges apart, VPCs elsewhere, unknown ranges", () => {
  checkRule(peeringCidrOverlap, peering(["10.0.0.0/16", "10.1.0.0/16"], toData));
  checkRule(peeringCidrOverlap, peering(["10.0.0.0/16", "10.0.0.0/16"], "      PeerVpcId: vpc-1"));
  checkRule(
    peeringCidrOverlap,
    peering(["10.0.0.0/16", "!Ref Cidr"], toData, "", "Parameters: { Cidr: { Type: String } }"),
  );
});

test("ranges of conditions that exclude each other", () =>
  checkRule(
    peeringCidrOverlap,
    peering(
      ["!If [Live, 10.0.0.0/16, 10.1.0.0/16]", "!If [Live, 10.1.0.0/16, 10.0.0.0/16]"],
      toData,
      "",
      "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("defaults are a warning", () =>
  checkRule(
    peeringCidrOverlap,
    peering(
      ["10.0.0.0/16", "!Ref Cidr"],
      `      PeerVpcId: !Ref Data
#                ^^^^^^^^^ warning: With the default of Cidr (10.0.0.0/16), Peering joins App…`,
      "",
      "Parameters: { Cidr: { Type: String, Default: 10.0.0.0/16 } }",
    ),
  ));

test("a CDK program", () =>
  checkRule(
    peeringCidrOverlap,
    python(`app = ec2.CfnVPC(self, 'App', cidr_block='10.0.0.0/16')
data = ec2.CfnVPC(self, 'Data', cidr_block='10.0.0.0/16')
ec2.CfnVPCPeeringConnection(self, 'Peering', vpc_id=app.ref,
    peer_vpc_id=data.ref,
#               ^^^^^^^^ error: Peering joins App (10.0.0.0/16) and Data (10.0.0.0/16)…
)`),
  ));
