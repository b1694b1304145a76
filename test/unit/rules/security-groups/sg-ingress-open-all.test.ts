import { expect, test } from "vitest";
import { sgIngressOpenAll } from "../../../../server/src/rules/security-groups/sg-ingress-open-all.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  From: { Type: String, Default: 0.0.0.0/0 }
  Unknown: { Type: String }
Conditions:
  Dev: !Equals [!Ref Unknown, dev]
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
${rules}`;

test("everything, and all ports of TCP", () =>
  checkRule(
    sgIngressOpenAll,
    template(`        - { IpProtocol: "-1", CidrIp: 0.0.0.0/0 }
#                                     ^^^^^^^^^ 💡 warning: Web lets the whole internet (0.0.0.0/0) in on every port of every protocol, so nothing is filtered at all. Open the ports that are meant for everybody, as a rule TCP 443.
        - { IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIpv6: ::/0 }
#                                                                  ^^^^ 💡 warning: Web lets the whole internet (::/0) in on all TCP ports, those for SSH and databases included. Open the ports…
`),
  ));

test("in Japanese, halves, a default and a condition", () =>
  checkRule(
    sgIngressOpenAll,
    template(`        - { IpProtocol: udp, FromPort: 1, ToPort: 65535, CidrIp: !Ref From }
#                                                                ^^^^^^^^^ 💡 information: From の既定値 (0.0.0.0/0) では、Web は UDP の全ポートをインターネット全体 (0.0.0.0/0) に開けていて、…
        - { IpProtocol: -1, CidrIp: 128.0.0.0/1 }
        - { IpProtocol: -1, CidrIp: 0.0.0.0/1 }
#                                   ^^^^^^^^^ warning: Web は全プロトコルの全ポートをインターネット全体 (128.0.0.0/1 + 0.0.0.0/1) に開けていて、何も絞られていない。…
        - !If [Dev, { IpProtocol: -1, CidrIp: 0.0.0.0/0 }, !Ref AWS::NoValue]
#                                             ^^^^^^^^^ 💡 warning: Dev が true の場合: Web は…
`),
    { messages: "ja" },
  ));

test("narrow or unknown sources, single ports, outbound rules, other protocols", () =>
  checkRule(
    sgIngressOpenAll,
    template(`        - { IpProtocol: -1, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: -1, CidrIp: !Ref Unknown }
        - { IpProtocol: !Ref Unknown, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: -1, SourceSecurityGroupId: sg-1 }
        - { IpProtocol: tcp, FromPort: 1024, ToPort: 65535, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: 50, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0 }
      SecurityGroupEgress: [{ IpProtocol: -1, CidrIp: 0.0.0.0/0 }]
`),
  ));

const worn = (severity: string, more: string) =>
  template(`        - { IpProtocol: -1, CidrIp: 0.0.0.0/0 }
#                                   ^^^^^^^^^ 💡 ${severity}: Web lets the whole internet…
  Lb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { SecurityGroups: [!Ref Web]${more}`);

test("a group of internet-facing load balancers alone is a remark", () => {
  checkRule(sgIngressOpenAll, worn("information", " } }\n"));
  checkRule(sgIngressOpenAll, worn("warning", ", Scheme: internal } }\n"));
  checkRule(
    sgIngressOpenAll,
    worn(
      "warning",
      " } }\n  Host: { Type: AWS::EC2::Instance, Properties: { SecurityGroupIds: [!GetAtt Web.GroupId] } }\n",
    ),
  );
  checkRule(sgIngressOpenAll, worn("warning", " } }\nOutputs: { Group: { Value: !Ref Web } }\n"));
});

test("opens HTTPS only", () => {
  checkFix(
    sgIngressOpenAll,
    template(`        - IpProtocol: -1 # all
          CidrIp: 0.0.0.0/0
`),
    template(`        - IpProtocol: tcp # all
          CidrIp: 0.0.0.0/0
          FromPort: 443
          ToPort: 443
`),
  );
  checkFix(
    sgIngressOpenAll,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "tcp", "FromPort": 0, "ToPort": 65535, "CidrIp": "0.0.0.0/0" } } } }`,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0" } } } }`,
  );
});

test("behind a load balancer, opens the port on which that listens", () => {
  const behind = (rule: string, listeners: string) => `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
        - { ${rule} }
  Lb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { SecurityGroups: [!Ref Web] } }
${listeners}`;
  const listener = (id: string, port: number) =>
    `  ${id}: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref Lb, Port: ${port}, Protocol: HTTP } }\n`;
  const everything = 'IpProtocol: "-1", CidrIp: 0.0.0.0/0';
  checkFix(
    sgIngressOpenAll,
    behind(everything, listener("Http", 80)),
    behind('IpProtocol: "tcp", CidrIp: 0.0.0.0/0, FromPort: 80, ToPort: 80', listener("Http", 80)),
    { title: "Open TCP port 80 only" },
  );
  const titles = fixTitles(sgIngressOpenAll, behind(everything, listener("Http", 80) + listener("Other", 8080)));
  expect(titles.filter((title) => title.startsWith("Open"))).toEqual([]);
});

test("a CDK program", () =>
  checkRule(
    sgIngressOpenAll,
    typescript(`new ec2.CfnSecurityGroupIngress(this, 'In', { groupId: 'sg-1', ipProtocol: '-1', cidrIp: '0.0.0.0/0' });
//                                                                                       ^^^^^^^^^^^ 💡 warning: In lets the whole internet…`),
  ));
