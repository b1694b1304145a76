import { expect, test } from "vitest";
import { resolverSgPort53 } from "../../../../server/src/rules/dns/resolver-sg-port-53.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly direction?: string;
  readonly groups?: string;
  readonly more?: string;
}
const text = (
  rules: string,
  { before = "", direction = "INBOUND", groups = "[!Ref Dns]", more = "" }: Parts = {},
): string => `${before}
Resources:
  Dns:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: DNS from on premises
      VpcId: vpc-1
      SecurityGroupIngress:
${rules}
  Inbound:
    Type: AWS::Route53Resolver::ResolverEndpoint
    Properties:
      Direction: ${direction}
      IpAddresses: [{ SubnetId: subnet-1 }, { SubnetId: subnet-2 }]
      SecurityGroupIds: ${groups}
${more}`;
const rule = (protocol: string, port = "53"): string =>
  `        - { IpProtocol: ${protocol}, FromPort: ${port}, ToPort: ${port}, CidrIp: 192.168.0.0/16 }`;
const mark = "[!Ref Dns]\n#     ^^^^^^^^^^^^^^^^ ";

test("only one of the protocols", () => {
  checkRule(
    resolverSgPort53,
    text(rule("udp"), {
      groups: `${mark}💡 warning: Inbound answers DNS queries from outside the VPC, but Dns does not let port 53 in by TCP. An inbound endpoint needs it by TCP and by UDP, or some queries get no answer. Add the rule.`,
    }),
  );
  expect(relatedPlaces(resolverSgPort53, text(rule("udp")))).toEqual(['3:3 "Dns": Dns lets no TCP 53 in']);
});

test("neither, in Japanese", () => {
  checkRule(
    resolverSgPort53,
    text(rule("tcp", "443"), {
      groups: `${mark}warning: Inbound は VPC の外からの DNS の問い合わせを受けるが、Dns は TCP、UDP の 53 番を許可していない…`,
    }),
    { messages: "ja" },
  );
  checkNoFix(resolverSgPort53, text(rule("tcp", "443")));
});

test("both, all protocols, outbound, groups elsewhere, DNS over HTTPS", () => {
  checkRule(resolverSgPort53, text(`${rule("udp")}\n${rule("tcp")}`));
  checkRule(resolverSgPort53, text(rule("-1")));
  checkRule(resolverSgPort53, text(rule("udp"), { direction: "OUTBOUND" }));
  checkRule(resolverSgPort53, text(rule("udp"), { groups: "[!Ref Dns, sg-1]" }));
  checkRule(resolverSgPort53, text(rule("udp"), { more: "      Protocols: [DoH]\n" }));
});

test("unknown ports, a direction nobody knows, a group that others may open", () => {
  const before = "Parameters: { P: { Type: String } }";
  checkRule(resolverSgPort53, text(`${rule("udp")}\n${rule("tcp", "!Ref P")}`, { before }));
  checkRule(resolverSgPort53, text(rule("udp"), { before, direction: "!Ref P" }));
  checkRule(resolverSgPort53, text(rule("udp"), { more: "Outputs: { Dns: { Value: !Ref Dns } }\n" }));
});

test("a standalone rule for the other protocol", () =>
  checkRule(
    resolverSgPort53,
    text(rule("udp"), {
      more: "  Tcp: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Dns, IpProtocol: tcp, FromPort: 53, ToPort: 53, CidrIp: 192.168.0.0/16 } }\n",
    }),
  ));

test("a rule in all cases in which it is inbound", () =>
  checkRule(
    resolverSgPort53,
    text(
      `${rule("udp")}\n        - !If [In, { IpProtocol: tcp, FromPort: 53, ToPort: 53, CidrIp: 10.0.0.0/8 }, !Ref AWS::NoValue]`,
      {
        before: "Conditions: { In: !Equals [!Ref AWS::AccountId, '1'] }",
        direction: "!If [In, INBOUND, OUTBOUND]",
      },
    ),
  ));

test("a default says so", () =>
  checkRule(
    resolverSgPort53,
    text(`${rule("udp")}\n${rule("tcp", "!Ref Port")}`, {
      before: "Parameters: { Port: { Type: Number, Default: 443 } }",
      groups: `${mark}💡 warning: With the default of Port (443), Inbound answers DNS queries…`,
    }),
  ));

test("adds the other protocol from the same source", () => {
  checkFix(
    resolverSgPort53,
    text(rule("udp")),
    text(
      `${rule("udp")}\n        - IpProtocol: tcp\n          FromPort: 53\n          ToPort: 53\n          CidrIp: 192.168.0.0/16`,
    ),
  );
});

test("in JSON", () => {
  const json = (rules: string): string => `{
  "Resources": {
    "Dns": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "GroupDescription": "DNS", "VpcId": "vpc-1", "SecurityGroupIngress": [${rules}] } },
    "Inbound": { "Type": "AWS::Route53Resolver::ResolverEndpoint", "Properties": { "Direction": "INBOUND", "SecurityGroupIds": [{ "Ref": "Dns" }], "IpAddresses": [{ "SubnetId": "subnet-1" }, { "SubnetId": "subnet-2" }] } }
  }
}
`;
  const tcp = '{ "IpProtocol": "tcp", "FromPort": 53, "ToPort": 53, "SourceSecurityGroupId": "sg-1" }';
  checkFix(
    resolverSgPort53,
    json(tcp),
    json(`${tcp}, {
      "IpProtocol": "udp",
      "FromPort": 53,
      "ToPort": 53,
      "SourceSecurityGroupId": "sg-1"
    }`),
  );
});

test("a CDK program", () =>
  checkRule(
    resolverSgPort53,
    typescript(
      `const dns = new ec2.CfnSecurityGroup(this, 'Dns', { groupDescription: 'DNS', vpcId: 'vpc-1',
  securityGroupIngress: [{ ipProtocol: 'udp', fromPort: 53, toPort: 53, cidrIp: '192.168.0.0/16' }] });
new route53resolver.CfnResolverEndpoint(this, 'Inbound', { direction: 'INBOUND', ipAddresses: [{ subnetId: 'subnet-1' }, { subnetId: 'subnet-2' }],
  securityGroupIds: [dns.attrGroupId],
//^^^^^^^^^^^^^^^^ 💡 warning: Inbound answers DNS queries…
});`,
      ["ec2", "route53resolver"],
    ),
  ));
