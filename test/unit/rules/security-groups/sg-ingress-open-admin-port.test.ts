import { expect, test } from "vitest";
import { sgIngressOpenAdminPort } from "../../../../server/src/rules/security-groups/sg-ingress-open-admin-port.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  From: { Type: String, Default: 0.0.0.0/0 }
  Unknown: { Type: String }
  SshPort: { Type: Number, Default: 22 }
Conditions:
  Dev: !Equals [!Ref Unknown, dev]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
${rules}`;
const ssh = template(`        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
#                                                              ^^^^^^^^^ 💡 warning: Web lets the whole internet (0.0.0.0/0) in on SSH (22). Such ports are tried day and night. Let in the addresses of those who administer it only, or use Session Manager, which needs no inbound port.
`);

test("SSH from everywhere", () => checkRule(sgIngressOpenAdminPort, ssh));

test("IPv6, other ports and ranges, in Japanese", () =>
  checkRule(
    sgIngressOpenAdminPort,
    template(`        - { IpProtocol: 6, FromPort: 3389, ToPort: 3389, CidrIpv6: "::/0" }
#                                                                  ^^^^^^ warning: Web は RDP (3389) をインターネット全体 (::/0) に開けている。この種のポートは絶えず試される。…
        - { IpProtocol: tcp, FromPort: 20, ToPort: 3400, CidrIp: 0.0.0.0/0 }
#                                                                ^^^^^^^^^ 💡 warning: Web はポート 20-3400 をインターネット全体 (0.0.0.0/0) に開けていて、SSH (22)、Telnet (23)、SMB (445)、RDP (3389) も含まれる。…
`),
    { messages: "ja" },
  ));

test("the two halves of all addresses", () => {
  const text = template(`        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/1 }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 128.0.0.0/1 }
#                                                              ^^^^^^^^^^^ warning: Web lets the whole internet (0.0.0.0/1 + 128.0.0.0/1) in on SSH (22)…
        - { IpProtocol: tcp, FromPort: 23, ToPort: 23, CidrIp: 0.0.0.0/1 }
        - { IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 128.0.0.0/1 }
`);
  checkRule(sgIngressOpenAdminPort, text);
  checkNoFix(sgIngressOpenAdminPort, text);
  expect(relatedPlaces(sgIngressOpenAdminPort, text)).toEqual(['16:64 "0.0.0.0/1": The other half']);
});

test("a standalone rule of a group from elsewhere", () =>
  checkRule(
    sgIngressOpenAdminPort,
    `Resources:
  In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: sg-1, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 } }
#                                                                                                                             ^^^^^^^^^ 💡 warning: In lets the whole internet…
`,
  ));

test("the default of a parameter is a remark", () =>
  checkRule(
    sgIngressOpenAdminPort,
    template(`        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref From }
#                                                              ^^^^^^^^^ 💡 information: With the default of From (0.0.0.0/0), Web lets the whole internet (0.0.0.0/0) in on SSH (22)…
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !If [Dev, 0.0.0.0/0, 10.0.0.0/8] }
#                                                                        ^^^^^^^^^ 💡 warning: When Dev is true: Web lets…
`),
  ));

test("outbound rules, narrow sources, unknown ones, other ports, UDP, everything", () =>
  checkRule(
    sgIngressOpenAdminPort,
    template(`        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 203.0.113.0/24 }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Unknown }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-1 }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: icmp, FromPort: 22, ToPort: 23, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: "-1", CidrIp: 0.0.0.0/0 }
      SecurityGroupEgress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
`),
  ));

test("narrows to the VPC or to one address", () => {
  expect(fixTitles(sgIngressOpenAdminPort, ssh, "ja")).toEqual([
    "Vpc の CIDR ブロックだけに絞る",
    "Web: 1 つのアドレスだけに絞る (203.0.113.10/32 を自分のものに置き換える)",
  ]);
  const fixed = (cidr: string) =>
    template(`        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: ${cidr} }\n`);
  checkFix(sgIngressOpenAdminPort, fixed("0.0.0.0/0"), fixed("!GetAtt Vpc.CidrBlock"));
  checkFix(sgIngressOpenAdminPort, fixed("0.0.0.0/0"), fixed("203.0.113.10/32"), { title: "Web: Let in one" });
  checkFix(
    sgIngressOpenAdminPort,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0" } } } }`,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "203.0.113.10/32" } } } }`,
  );
});

test("narrows the default of a parameter, also where the port has one", () => {
  const text = template(
    "        - { IpProtocol: tcp, FromPort: !Ref SshPort, ToPort: !Ref SshPort, CidrIp: !Ref From }\n",
  );
  checkFix(sgIngressOpenAdminPort, text, text.replace("Default: 0.0.0.0/0", "Default: 203.0.113.10/32"));
});

test("a CDK program", () =>
  checkRule(
    sgIngressOpenAdminPort,
    typescript(`new ec2.CfnSecurityGroup(this, 'Web', { groupDescription: 'w', securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }] });
//                                                                                                                                           ^^^^^^^^^^^ 💡 warning: Web lets the whole internet…`),
  ));
