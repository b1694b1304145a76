import { test } from "vitest";
import { peeringCrossAccountRoleMissing } from "../../../../server/src/rules/connectivity/peering-cross-account-role-missing.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const peering = (properties: string, before = ""): string => `${before}Resources:
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties:
      VpcId: vpc-0123456789abcdef0
      PeerVpcId: vpc-0fedcba9876543210
${properties}
`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";

test("another account without a role", () => {
  checkRule(
    peeringCrossAccountRoleMissing,
    peering(`      PeerOwnerId: '123456789012'
#                  ^^^^^^^^^^^^^^ warning: Peering asks for a VPC of account 123456789012 without PeerRoleArn, so CloudFormation can't accept the connection there. Name a role of that account that may call ec2:AcceptVpcPeeringConnection, unless it is the stack's own account.`),
  );
  checkNoFix(peeringCrossAccountRoleMissing, peering("      PeerOwnerId: '123456789012'"));
});

test("a number, in Japanese", () =>
  checkRule(
    peeringCrossAccountRoleMissing,
    peering(`      PeerOwnerId: 123456789012
#                  ^^^^^^^^^^^^ warning: Peering の相手はアカウント 123456789012 の VPC なのに PeerRoleArn がなく、CloudFormation が相手側で承諾できない。スタック自身のアカウントでないなら、ec2:AcceptVpcPeeringConnection を許可した相手側のロールを指定すること。`),
    { messages: "ja" },
  ));

test("a role, the own account, no account, a parameter", () => {
  const before = "Parameters: { Owner: { Type: String }, Role: { Type: String, Default: '' } }\n";
  for (const properties of [
    "      PeerOwnerId: '123456789012'\n      PeerRoleArn: arn:aws:iam::123456789012:role/accept",
    "      PeerOwnerId: '123456789012'\n      PeerRoleArn: !Ref Role",
    "      PeerOwnerId: !Ref AWS::AccountId",
    "      PeerRegion: us-west-2",
    "      PeerOwnerId: !Ref Owner",
  ])
    checkRule(peeringCrossAccountRoleMissing, peering(properties, before));
});

test("a role by a condition", () => {
  checkRule(
    peeringCrossAccountRoleMissing,
    peering(
      `      PeerOwnerId: '123456789012'
#                  ^^^^^^^^^^^^^^ warning: When Live is false: Peering asks for a VPC of account 123456789012…
      PeerRoleArn: !If [Live, arn:aws:iam::123456789012:role/accept, !Ref AWS::NoValue]`,
      live,
    ),
  );
  checkRule(
    peeringCrossAccountRoleMissing,
    peering(
      `      PeerOwnerId: !If [Live, '123456789012', !Ref AWS::AccountId]
      PeerRoleArn: !If [Live, arn:aws:iam::123456789012:role/accept, !Ref AWS::NoValue]`,
      live,
    ),
  );
});

test("a default account says so", () =>
  checkRule(
    peeringCrossAccountRoleMissing,
    peering(
      `      PeerOwnerId: !Ref Owner
#                  ^^^^^^^^^^ warning: With the default of Owner (123456789012), Peering asks for a VPC of account 123456789012…`,
      "Parameters: { Owner: { Type: String, Default: '123456789012' } }\n",
    ),
  ));

test("a CDK program", () =>
  checkRule(
    peeringCrossAccountRoleMissing,
    typescript(`new ec2.CfnVPCPeeringConnection(this, 'Peering', {
  vpcId: 'vpc-1',
  peerVpcId: 'vpc-2',
  peerOwnerId: '123456789012',
//             ^^^^^^^^^^^^^^ warning: Peering asks for a VPC of account 123456789012…
});`),
  ));
