import { expect, test } from "vitest";
import { vpcePrivateDnsNeedsVpcDns } from "../../../../server/src/rules/endpoints/vpce-private-dns-needs-vpc-dns.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly enabled?: string;
  readonly vpc?: string;
  readonly type?: string;
}
const text = (
  settings: string,
  { before = "", enabled = "true", vpc = "!Ref Vpc", type = "Interface" }: Parts = {},
): string => `${before}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
${settings}
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: ${vpc}
      ServiceName: com.amazonaws.eu-west-1.ssm
      VpcEndpointType: ${type}
      SubnetIds: [subnet-1]
      SecurityGroupIds: [sg-1]
      PrivateDnsEnabled: ${enabled}
`;
const both = `      EnableDnsSupport: true
      EnableDnsHostnames: true`;
const noSupport = `      EnableDnsSupport: false
      EnableDnsHostnames: true`;
const onlySupport = "      EnableDnsSupport: true";
const mark = "true\n#                        ^^^^ 💡 ";

test("hostnames that nobody switched on", () => {
  checkRule(
    vpcePrivateDnsNeedsVpcDns,
    text(onlySupport, {
      enabled: `${mark}error: Ssm asks for private DNS, which needs EnableDnsHostnames on Vpc, where nobody switched it on (the default is false). The stack will fail. Set EnableDnsHostnames of Vpc to true.`,
    }),
  );
  expect(relatedPlaces(vpcePrivateDnsNeedsVpcDns, text(onlySupport))).toEqual([
    '3:3 "Vpc": EnableDnsHostnames of Vpc is off',
  ]);
});

test("support that is off, in Japanese", () =>
  checkRule(
    vpcePrivateDnsNeedsVpcDns,
    text(noSupport, {
      enabled: `${mark}error: Ssm はプライベート DNS を有効にしているが、それに必要な EnableDnsSupport が Vpc で無効…`,
    }),
    { messages: "ja" },
  ));

test("both on, no private DNS, another type, a VPC elsewhere, unknown settings", () => {
  checkRule(vpcePrivateDnsNeedsVpcDns, text(both));
  checkRule(vpcePrivateDnsNeedsVpcDns, text(onlySupport, { enabled: "false" }));
  checkRule(vpcePrivateDnsNeedsVpcDns, text(onlySupport, { type: "Resource" }));
  checkRule(vpcePrivateDnsNeedsVpcDns, text(onlySupport, { vpc: "vpc-1" }));
  const before = "Parameters: { Dns: { Type: String } }";
  checkRule(vpcePrivateDnsNeedsVpcDns, text(onlySupport, { before, enabled: "!Ref Dns" }));
  checkRule(vpcePrivateDnsNeedsVpcDns, text("      EnableDnsHostnames: !Ref Dns", { before }));
});

test("conditions that exclude each other", () =>
  checkRule(
    vpcePrivateDnsNeedsVpcDns,
    text("      EnableDnsHostnames: !If [Private, true, false]", {
      before: "Conditions: { Private: !Equals [!Ref AWS::AccountId, '1'] }",
      enabled: "!If [Private, true, false]",
    }),
  ));

test("a default is a warning without a fix", () => {
  const before = "Parameters: { Dns: { Type: String, Default: 'false' } }";
  checkRule(
    vpcePrivateDnsNeedsVpcDns,
    text("      EnableDnsHostnames: !Ref Dns", {
      before,
      enabled: `${mark.replace("💡 ", "")}warning: With the default of Dns (false), Ssm asks for private DNS…`,
    }),
  );
  checkNoFix(vpcePrivateDnsNeedsVpcDns, text("      EnableDnsHostnames: !Ref Dns", { before }));
});

test("switches it on", () => {
  checkFix(vpcePrivateDnsNeedsVpcDns, text(onlySupport), text(both));
  checkFix(vpcePrivateDnsNeedsVpcDns, text(noSupport), text(both));
  const json = (hostnames: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": ${hostnames} } },
    "Ssm": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": { "Ref": "Vpc" }, "VpcEndpointType": "Interface", "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"], "PrivateDnsEnabled": true } }
  }
}
`;
  checkFix(vpcePrivateDnsNeedsVpcDns, json("false"), json("true"));
});

test("a CDK program", () =>
  checkRule(
    vpcePrivateDnsNeedsVpcDns,
    python(`vpc = ec2.CfnVPC(self, 'Vpc', cidr_block='10.0.0.0/16')
ec2.CfnVPCEndpoint(self, 'Ssm', vpc_id=vpc.ref, vpc_endpoint_type='Interface',
    private_dns_enabled=True)
#                       ^^^^ 💡 error: Ssm asks for private DNS…`),
  ));
