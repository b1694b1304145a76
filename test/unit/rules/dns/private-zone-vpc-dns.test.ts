import { expect, test } from "vitest";
import { privateZoneVpcDns } from "../../../../server/src/rules/dns/private-zone-vpc-dns.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const zone = (vpc: string, id = "!Ref Vpc", before = ""): string => `${before}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
${vpc}
  Internal:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: internal.example.com
      VPCs:
        - VPCRegion: !Ref AWS::Region
          VPCId: ${id}
`;
const both = `      EnableDnsSupport: true
      EnableDnsHostnames: true`;
const noSupport = `      EnableDnsSupport: false
      EnableDnsHostnames: true`;

test("a VPC without DNS support", () => {
  checkRule(
    privateZoneVpcDns,
    `${zone(noSupport).trimEnd().replace("VPCId: !Ref Vpc", "VPCId: !Ref Vpc\n#                ^^^^^^^^ 💡 error: Internal is private to Vpc, where DNS support is off: nothing in Vpc asks Route 53, so no name of the zone resolves. Set EnableDnsSupport of Vpc to true.")}
`,
  );
  expect(relatedPlaces(privateZoneVpcDns, zone(noSupport))).toEqual(['7:25 "false": DNS support is off here']);
});

test("DNS hostnames are off unless switched on, in Japanese", () => {
  const marked = (text: string): string =>
    text.replace(
      "VPCId: !Ref Vpc",
      "VPCId: !Ref Vpc\n#                ^^^^^^^^ 💡 warning: Internal は Vpc のプライベートゾーンだが、Vpc では DNS ホスト名が無効…",
    );
  checkRule(privateZoneVpcDns, marked(zone("      EnableDnsSupport: true")), { messages: "ja" });
  checkRule(privateZoneVpcDns, marked(zone("      EnableDnsHostnames: 'false'")), { messages: "ja" });
});

test("both on, a public zone, a VPC elsewhere", () => {
  checkRule(privateZoneVpcDns, zone(both));
  checkRule(privateZoneVpcDns, zone("", "vpc-1"));
  checkRule(
    privateZoneVpcDns,
    "Resources: { Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: a.example } } }",
  );
});

test("unknown settings, and a zone that is never there with them", () => {
  checkRule(
    privateZoneVpcDns,
    zone("      EnableDnsHostnames: !Ref Dns", "!Ref Vpc", "Parameters: { Dns: { Type: String } }"),
  );
  checkRule(
    privateZoneVpcDns,
    zone(
      "      EnableDnsHostnames: !If [Live, true, false]",
      "!If [Live, !Ref Vpc, vpc-1]",
      "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("a parameter's default is a warning without a fix", () => {
  const text = zone(
    `      EnableDnsSupport: !Ref Dns
      EnableDnsHostnames: true`,
    "!Ref Vpc",
    "Parameters: { Dns: { Type: String, Default: 'false' } }",
  );
  checkRule(
    privateZoneVpcDns,
    text.replace(
      "VPCId: !Ref Vpc",
      "VPCId: !Ref Vpc\n#                ^^^^^^^^ warning: With the default of Dns (false), Internal is private to Vpc, where DNS support is off…",
    ),
  );
  checkNoFix(privateZoneVpcDns, text);
});

test("switches them on", () => {
  checkFix(privateZoneVpcDns, zone(noSupport), zone(both));
  checkFix(privateZoneVpcDns, zone("      EnableDnsSupport: true"), zone(both));
});

test("a CDK program", () =>
  checkRule(
    privateZoneVpcDns,
    python(
      `vpc = ec2.CfnVPC(self, 'Vpc', cidr_block='10.0.0.0/16', enable_dns_support=True)
route53.CfnHostedZone(self, 'Internal', name='internal.example.com',
    vpcs=[route53.CfnHostedZone.VPCProperty(
        vpc_id=vpc.ref,
#              ^^^^^^^ 💡 warning: Internal is private to Vpc, where DNS hostnames are off…
        vpc_region='us-east-1',
    )])`,
      ["ec2", "route53"],
    ),
  ));
