import { expect, test } from "vitest";
import { vpceSgWithout443 } from "../../../../server/src/rules/endpoints/vpce-sg-without-443.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly service?: string;
  readonly groups?: string;
  readonly more?: string;
}
const text = (
  rules: string,
  { before = "", service = "!Sub com.amazonaws.${AWS::Region}.ssm", groups = "[!Ref Group]", more = "" }: Parts = {},
): string => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Endpoints
      VpcId: !Ref Vpc
${rules}
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: ${service}
      VpcEndpointType: Interface
      SubnetIds: [subnet-1]
      SecurityGroupIds: ${groups}
${more}`;
const ingress = (port: string): string => `      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: ${port}, ToPort: ${port}, CidrIp: 10.0.0.0/16 }`;
const mark = "[!Ref Group]\n#     ^^^^^^^^^^^^^^^^ 💡 ";

test("no rule for 443", () => {
  checkRule(
    vpceSgWithout443,
    text(ingress("80"), {
      groups: `${mark}warning: Ssm is guarded by Group, where no rule lets anybody in on TCP port 443, the one that clients call ssm on. Their calls time out. Admit 443 from the clients' addresses or group.`,
    }),
  );
  checkRule(
    vpceSgWithout443,
    text("", {
      groups: `${mark}warning: Ssm に付いた Group には、ssm の呼び出しに使う TCP 443 番を許可する受信ルールがない…`,
    }),
    { messages: "ja" },
  );
  expect(relatedPlaces(vpceSgWithout443, text(ingress("80")))).toEqual(['4:3 "Group": The group without port 443']);
});

test("443 by any rule, inline or standalone", () => {
  checkRule(vpceSgWithout443, text(ingress("443")));
  checkRule(vpceSgWithout443, text("      SecurityGroupIngress: [{ IpProtocol: -1, CidrIp: 10.0.0.0/16 }]"));
  checkRule(
    vpceSgWithout443,
    text("", {
      more: "  Https: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Group, IpProtocol: tcp, FromPort: 0, ToPort: 1000, SourceSecurityGroupId: sg-1 } }\n",
    }),
  );
});

test("groups elsewhere, groups that others may open, unknown rules", () => {
  checkRule(vpceSgWithout443, text(ingress("80"), { groups: "[!Ref Group, sg-1]" }));
  checkRule(vpceSgWithout443, text(ingress("80"), { more: "Outputs: { Group: { Value: !Ref Group } }\n" }));
  checkRule(vpceSgWithout443, text(ingress("!Ref Port"), { before: "Parameters: { Port: { Type: Number } }" }));
});

test("own services and services on other ports", () => {
  checkRule(vpceSgWithout443, text(ingress("80"), { service: "com.amazonaws.vpce.eu-west-1.vpce-svc-1" }));
  checkRule(vpceSgWithout443, text(ingress("80"), { service: "com.amazonaws.eu-west-1.email-smtp" }));
  checkRule(
    vpceSgWithout443,
    text(ingress("80"), { service: "!Ref S", before: "Parameters: { S: { Type: String } }" }),
  );
});

test("conditions", () => {
  const before = "Conditions: { Https: !Equals [!Ref AWS::AccountId, '1'] }";
  checkRule(
    vpceSgWithout443,
    text(
      "      SecurityGroupIngress: [!If [Https, { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }, !Ref AWS::NoValue]]",
      { before, groups: "!If [Https, [!Ref Group], [sg-1]]" },
    ),
  );
});

test("a default says so", () =>
  checkRule(
    vpceSgWithout443,
    text(ingress("!Ref Port"), {
      before: "Parameters: { Port: { Type: Number, Default: 80 } }",
      groups: `${mark}warning: With the default of Port (80), Ssm is guarded by Group…`,
    }),
  ));

test("admits the VPC", () => {
  const rule = `          IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: !GetAtt Vpc.CidrBlock`.replace("          IpProtocol", "        - IpProtocol");
  checkFix(vpceSgWithout443, text(ingress("80")), text(`${ingress("80")}\n${rule}`));
  const json = (rules: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Group": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupDescription": "Endpoints", "VpcId": { "Ref": "Vpc" }, "SecurityGroupIngress": [${rules}] } },
    "Ssm": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": { "Ref": "Vpc" }, "ServiceName": "com.amazonaws.eu-west-1.ssm", "VpcEndpointType": "Interface", "SubnetIds": ["subnet-1"], "SecurityGroupIds": [{ "Ref": "Group" }] } }
  }
}
`;
  const http = '{ "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "10.0.0.0/16" }';
  checkFix(
    vpceSgWithout443,
    json(http),
    json(`${http}, {
      "IpProtocol": "tcp",
      "FromPort": 443,
      "ToPort": 443,
      "CidrIp": { "Fn::GetAtt": ["Vpc", "CidrBlock"] }
    }`),
  );
});

test("a CDK program", () =>
  checkRule(
    vpceSgWithout443,
    typescript(`const group = new ec2.CfnSecurityGroup(this, 'Group', { groupDescription: 'Endpoints', vpcId: 'vpc-1',
  securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIp: '10.0.0.0/16' }] });
new ec2.CfnVPCEndpoint(this, 'Ssm', { vpcId: 'vpc-1', serviceName: 'com.amazonaws.eu-west-1.ssm', vpcEndpointType: 'Interface', subnetIds: ['subnet-1'],
  securityGroupIds: [group.attrGroupId],
//^^^^^^^^^^^^^^^^ warning: Ssm is guarded by Group…
});`),
  ));
