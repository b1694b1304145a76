import { expect, test } from "vitest";
import { peeringWithItself } from "../../../../server/src/rules/connectivity/peering-with-itself.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const peering = (properties: string, before = ""): string => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Other: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties:
${properties}
`;
const itself = peering(`      VpcId: !Ref Vpc
      PeerVpcId: !Ref Vpc`);

test("a VPC of the template with itself", () => {
  checkRule(
    peeringWithItself,
    peering(`      VpcId: !Ref Vpc
      PeerVpcId: !GetAtt Vpc.VpcId
#                ^^^^^^^^^^^^^^^^^ error: Peering joins Vpc with itself. A peering connection takes two different VPCs, so EC2 will refuse it. Name the other VPC in PeerVpcId, or its account or Region if it is elsewhere.`),
  );
  expect(relatedPlaces(peeringWithItself, itself)).toEqual(['8:7 "VpcId": The same VPC']);
  checkNoFix(peeringWithItself, itself);
});

test("a VPC elsewhere, its own account and Region named, in Japanese", () =>
  checkRule(
    peeringWithItself,
    peering(
      `      VpcId: !Ref Id
      PeerVpcId: !Ref Id
#                ^^^^^^^ error: Peering は VPC を自分自身とピアリングしている…
      PeerOwnerId: !Ref AWS::AccountId
      PeerRegion: !Ref AWS::Region`,
      "Parameters: { Id: { Type: AWS::EC2::VPC::Id } }",
    ),
    { messages: "ja" },
  ));

test("two VPCs, and one id in another account or Region", () => {
  checkRule(
    peeringWithItself,
    peering(`      VpcId: !Ref Vpc
      PeerVpcId: !Ref Other`),
  );
  for (const elsewhere of ["PeerOwnerId: '123456789012'", "PeerRegion: !Ref There"]) {
    checkRule(
      peeringWithItself,
      peering(
        `      VpcId: !Ref Vpc
      PeerVpcId: !Ref Vpc
      ${elsewhere}`,
        "Parameters: { There: { Type: String } }",
      ),
    );
  }
});

test("ids that nobody knows, and branches that exclude each other", () => {
  checkRule(
    peeringWithItself,
    peering(
      `      VpcId: !Ref Mine
      PeerVpcId: !Ref Yours`,
      "Parameters: { Mine: { Type: AWS::EC2::VPC::Id }, Yours: { Type: AWS::EC2::VPC::Id } }",
    ),
  );
  checkRule(
    peeringWithItself,
    peering(
      `      VpcId: !If [Turn, !Ref Vpc, !Ref Other]
      PeerVpcId: !If [Turn, !Ref Other, !Ref Vpc]`,
      "Conditions: { Turn: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("defaults that are equal are a warning", () =>
  checkRule(
    peeringWithItself,
    peering(
      `      VpcId: !Ref Mine
      PeerVpcId: !Ref Yours
#                ^^^^^^^^^^ warning: With the defaults of Mine (vpc-1) and Yours (vpc-1), Peering joins a VPC with itself…`,
      "Parameters: { Mine: { Type: String, Default: vpc-1 }, Yours: { Type: String, Default: vpc-1 } }",
    ),
  ));

test("a CDK program", () =>
  checkRule(
    peeringWithItself,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnVPCPeeringConnection(this, 'Peering', {
  vpcId: vpc.ref,
  peerVpcId: vpc.ref,
//           ^^^^^^^ error: Peering joins Vpc with itself…
});`),
  ));
