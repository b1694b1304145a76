import { expect, test } from "vitest";
import { clientVpnWithoutAuthorization } from "../../../../server/src/rules/connectivity/client-vpn-without-authorization.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const endpoint = (more = "", { name = "  Users:", before = "" } = {}): string => `${before}Resources:
${name}
    Type: AWS::EC2::ClientVpnEndpoint
    Properties: { ClientCidrBlock: 10.100.0.0/16, ServerCertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/1, SplitTunnel: true }
${more}`;
const association = `  Subnet:
    Type: AWS::EC2::ClientVpnTargetNetworkAssociation
    Properties: { ClientVpnEndpointId: !Ref Users, SubnetId: subnet-0123456789abcdef0 }
`;
const vpc = "  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n";
const rule = (id = "!Ref Users"): string => `  UsersAuthorization:
    Type: AWS::EC2::ClientVpnAuthorizationRule
    Properties:
      ClientVpnEndpointId: ${id}
      TargetNetworkCidr: 10.0.0.0/16
      AuthorizeAllGroups: true
`;

test("an endpoint that lets nobody anywhere", () => {
  checkRule(
    clientVpnWithoutAuthorization,
    endpoint(association, {
      name: `  Users:
# ^^^^^ warning: Users has no authorization rule, so clients connect and reach nothing. Add a ClientVpnAuthorizationRule for each network that they are to use.`,
    }),
  );
  checkNoFix(clientVpnWithoutAuthorization, endpoint(association));
});

test("under a condition, in Japanese", () =>
  checkRule(
    clientVpnWithoutAuthorization,
    endpoint(association, {
      name: `  Users:
# ^^^^^ warning: Live が true の場合: Users に承認ルールがなく、クライアントは接続できてもどこにも届かない。使わせるネットワークごとに ClientVpnAuthorizationRule を追加すること。
    Condition: Live`,
      before: "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n",
    }),
    { messages: "ja" },
  ));

test("a rule, no subnet, an id that leaves the template, a rule that may be anybody's", () => {
  checkRule(clientVpnWithoutAuthorization, endpoint(association + rule()));
  checkRule(clientVpnWithoutAuthorization, endpoint());
  checkRule(clientVpnWithoutAuthorization, endpoint(`${association}Outputs: { Id: { Value: !Ref Users } }\n`));
  checkRule(clientVpnWithoutAuthorization, endpoint(association + rule("!ImportValue endpoint")));
});

test("opens the VPC", () => {
  const more = vpc + association;
  expect(fixTitles(clientVpnWithoutAuthorization, endpoint(more))).toEqual(["Let all users reach Vpc (10.0.0.0/16)"]);
  checkFix(clientVpnWithoutAuthorization, endpoint(more), endpoint(rule() + more));
});

test("opens it in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Subnet": {
      "Type": "AWS::EC2::ClientVpnTargetNetworkAssociation",
      "Properties": { "ClientVpnEndpointId": { "Ref": "Users" }, "SubnetId": "subnet-1" }
    },
    "Users": {
      "Type": "AWS::EC2::ClientVpnEndpoint",
      "Properties": { "ClientCidrBlock": "10.100.0.0/16", "ServerCertificateArn": "arn:1", "SplitTunnel": true }
    }${more}
  }
}
`;
  checkFix(
    clientVpnWithoutAuthorization,
    json(""),
    json(`,
    "UsersAuthorization": {
      "Type": "AWS::EC2::ClientVpnAuthorizationRule",
      "Properties": {
        "ClientVpnEndpointId": { "Ref": "Users" },
        "TargetNetworkCidr": "10.0.0.0/16",
        "AuthorizeAllGroups": true
      }
    }`),
  );
});

test("a CDK program", () =>
  checkRule(
    clientVpnWithoutAuthorization,
    typescript(`const users = new ec2.CfnClientVpnEndpoint(this, 'Users', { clientCidrBlock: '10.100.0.0/16', serverCertificateArn: 'arn:1' });
//                                                ^^^^^ warning: Users has no authorization rule…
new ec2.CfnClientVpnTargetNetworkAssociation(this, 'Subnet', { clientVpnEndpointId: users.ref, subnetId: 'subnet-1' });`),
  ));
