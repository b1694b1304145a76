import { expect, test } from "vitest";
import { sgIngressOpenDatastorePort } from "../../../../server/src/rules/security-groups/sg-ingress-open-datastore-port.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const template = (rules: string) => `
Parameters:
  From: { Type: String, Default: 0.0.0.0/0 }
  Unknown: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  App: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: a, VpcId: !Ref Vpc } }
  Far: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: f, VpcId: vpc-1 } }
  Client: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: c, VpcId: !Ref Vpc, SecurityGroupEgress: [{ IpProtocol: -1, DestinationSecurityGroupId: !Ref Db }] } }
  Db:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: db
      VpcId: !Ref Vpc
      SecurityGroupIngress:
${rules}`;
const mysql = template(`        - IpProtocol: tcp
          FromPort: 3306
          ToPort: 3306
          CidrIp: 0.0.0.0/0
#                 ^^^^^^^^^ 💡 warning: Db lets the whole internet (0.0.0.0/0) in on MySQL (3306). Data stores are for applications: name the security group of those that use it as the source.
`);

test("a database open to everybody", () => checkRule(sgIngressOpenDatastorePort, mysql));

test("a range, IPv6, in Japanese", () =>
  checkRule(
    sgIngressOpenDatastorePort,
    template(`        - { IpProtocol: tcp, FromPort: 9000, ToPort: 9300, CidrIpv6: "::/0" }
#                                                                    ^^^^^^ 💡 warning: Db はポート 9000-9300 をインターネット全体 (::/0) に開けていて、Cassandra (9042)、Kafka (9092)、Elasticsearch (9200) も含まれる。…
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0 }
#                                                                  ^^^^^^^^^ 💡 warning: Db は PostgreSQL (5432) をインターネット全体 (0.0.0.0/0) に開けている。データストアに接続するのはアプリケーションだけのはずで、そのセキュリティグループを送信元にすること。
`),
    { messages: "ja" },
  ));

test("a default is a remark; narrow or unknown sources, other ports and what another rule tells are clean", () =>
  checkRule(
    sgIngressOpenDatastorePort,
    template(`        - { IpProtocol: tcp, FromPort: 6379, ToPort: 6379, CidrIp: !Ref From }
#                                                                  ^^^^^^^^^ 💡 information: With the default of From (0.0.0.0/0), Db lets…
        - { IpProtocol: tcp, FromPort: 6379, ToPort: 6379, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 6379, ToPort: 6379, CidrIp: !Ref Unknown }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: tcp, FromPort: 1024, ToPort: 65535, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: -1, CidrIp: 0.0.0.0/0 }
`),
  ));

test("names a group of the same VPC that does not lead back", () => {
  expect(fixTitles(sgIngressOpenDatastorePort, mysql)).toEqual([
    "Let in members of App only",
    "Let in Vpc only (its CIDR block)",
    "Db: Let in one address only (203.0.113.10/32, to be replaced by yours)",
  ]);
  checkFix(
    sgIngressOpenDatastorePort,
    mysql,
    template(`        - IpProtocol: tcp
          FromPort: 3306
          ToPort: 3306
          SourceSecurityGroupId: !GetAtt App.GroupId
`),
  );
});

test("in JSON", () => {
  const text = (source: string) => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Db": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupDescription": "d", "VpcId": { "Ref": "Vpc" }, "SecurityGroupIngress": [{ "IpProtocol": "tcp", "FromPort": 1433, "ToPort": 1433, "CidrIp": ${source} }] } }
  }
}
`;
  checkFix(sgIngressOpenDatastorePort, text('"0.0.0.0/0"'), text('{ "Fn::GetAtt": ["Vpc", "CidrBlock"] }'));
});

test("a CDK program", () =>
  checkRule(
    sgIngressOpenDatastorePort,
    python(`ec2.CfnSecurityGroupIngress(self, "In", group_id="sg-1", ip_protocol="tcp", from_port=27017, to_port=27017, cidr_ip="0.0.0.0/0")
#                                                                                                                   ^^^^^^^^^^^ 💡 warning: In lets the whole internet (0.0.0.0/0) in on MongoDB (27017)…`),
  ));
