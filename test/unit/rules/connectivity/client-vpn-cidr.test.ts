import { expect, test } from "vitest";
import { clientVpnCidr } from "../../../../server/src/rules/connectivity/client-vpn-cidr.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const endpoint = (block: string, rest = "", before = ""): string => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Staff:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
${block}
${rest}
`;
const association = `  Association:
    Type: AWS::EC2::ClientVpnTargetNetworkAssociation
    Properties: { ClientVpnEndpointId: !Ref Staff, SubnetId: !Ref App }`;

test("too small and too large", () => {
  checkRule(
    clientVpnCidr,
    endpoint(
      `      ClientCidrBlock: 172.16.0.0/24
#                      ^^^^^^^^^^^^^ 💡 error: Staff hands out client addresses from 172.16.0.0/24, but ClientCidrBlock is at least a /22. CloudFormation will fail. Take a /22 or larger; it can't be changed later.`,
    ),
  );
  checkRule(
    clientVpnCidr,
    endpoint(`      ClientCidrBlock: 100.64.0.0/10
#                      ^^^^^^^^^^^^^ 💡 error: Staff の ClientCidrBlock 100.64.0.0/10 は大きすぎる…`),
    { messages: "ja" },
  );
});

test("the range of the VPC that a subnet is associated from", () => {
  checkRule(
    clientVpnCidr,
    endpoint(
      `      ClientCidrBlock: 10.0.4.0/22
#                      ^^^^^^^^^^^ error: Staff hands out client addresses from 10.0.4.0/22, which overlaps 10.0.0.0/16 of Vpc…`,
      association,
    ),
  );
  expect(relatedPlaces(clientVpnCidr, endpoint("      ClientCidrBlock: 10.0.4.0/22", association))).toEqual([
    '3:56 "10.0.0.0/16": Vpc takes 10.0.0.0/16',
  ]);
  checkNoFix(clientVpnCidr, endpoint("      ClientCidrBlock: 10.0.4.0/22", association));
});

test("that of VpcId, once", () =>
  checkRule(
    clientVpnCidr,
    endpoint(
      `      VpcId: !Ref Vpc
      ClientCidrBlock: 10.0.4.0/22
#                      ^^^^^^^^^^^ error: Staff hands out client addresses from 10.0.4.0/22, which overlaps…`,
      association,
    ),
  ));

test("sizes at both ends, other ranges, VPCs that are not associated", () => {
  checkRule(clientVpnCidr, endpoint("      ClientCidrBlock: 172.16.0.0/12", association));
  checkRule(clientVpnCidr, endpoint("      ClientCidrBlock: 172.16.0.0/22", association));
  checkRule(clientVpnCidr, endpoint("      ClientCidrBlock: 10.0.4.0/22"));
});

test("an unknown block, and an association that is never there with it", () => {
  checkRule(
    clientVpnCidr,
    endpoint("      ClientCidrBlock: !Ref Block", association, "Parameters: { Block: { Type: String } }"),
  );
  checkRule(
    clientVpnCidr,
    endpoint(
      "      ClientCidrBlock: !If [Test, 10.0.4.0/22, 172.16.0.0/22]",
      association.replace("    Properties", "    Condition: Live\n    Properties"),
      "Conditions: { Test: !Equals [!Ref AWS::Region, us-east-1], Live: !Not [!Condition Test] }",
    ),
  );
});

test("a parameter's default is a warning", () =>
  checkRule(
    clientVpnCidr,
    endpoint(
      `      ClientCidrBlock: !Ref Block
#                      ^^^^^^^^^^ 💡 warning: With the default of Block (172.16.0.0/24), Staff hands out…`,
      "",
      "Parameters: { Block: { Type: String, Default: 172.16.0.0/24 } }",
    ),
  ));

test("takes the block of the allowed size around it", () => {
  checkFix(
    clientVpnCidr,
    endpoint("      ClientCidrBlock: 172.16.5.0/24"),
    endpoint("      ClientCidrBlock: 172.16.4.0/22"),
  );
  checkFix(
    clientVpnCidr,
    endpoint("      ClientCidrBlock: 172.0.0.0/8"),
    endpoint("      ClientCidrBlock: 172.0.0.0/12"),
  );
});

test("a CDK program", () =>
  checkRule(
    clientVpnCidr,
    typescript(`new ec2.CfnClientVpnEndpoint(this, 'Staff', {
  serverCertificateArn: 'arn',
  clientCidrBlock: '10.0.0.0/28',
//                 ^^^^^^^^^^^^^ 💡 error: Staff hands out client addresses from 10.0.0.0/28…
});`),
  ));
