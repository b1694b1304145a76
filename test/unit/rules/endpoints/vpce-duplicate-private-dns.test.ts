import { expect, test } from "vitest";
import { vpceDuplicatePrivateDns } from "../../../../server/src/rules/endpoints/vpce-duplicate-private-dns.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

interface Second {
  readonly vpc?: string;
  readonly service?: string;
  readonly enabled?: string;
  readonly condition?: string;
}
const ssm = "!Sub com.amazonaws.${AWS::Region}.ssm";
const text = (
  { vpc = "vpc-1", service = ssm, enabled = "true", condition = "" }: Second = {},
  before = "",
): string => `${before}
Resources:
  A:
    Type: AWS::EC2::VPCEndpoint
${condition && "    Condition: One\n"}    Properties:
      VpcId: vpc-1
      ServiceName: ${ssm}
      VpcEndpointType: Interface
      SubnetIds: [subnet-1]
      PrivateDnsEnabled: true
  B:
    Type: AWS::EC2::VPCEndpoint
${condition && `    Condition: ${condition}\n`}    Properties:
      VpcId: ${vpc}
      ServiceName: ${service}
      VpcEndpointType: Interface
      SubnetIds: [subnet-2]
      PrivateDnsEnabled: ${enabled}
`;
const mark = "true\n#                        ^^^^ 💡 ";

test("two of one service in one VPC", () => {
  checkRule(
    vpceDuplicatePrivateDns,
    text({
      enabled: `${mark}error: B claims the private DNS names of its service in the VPC, which A has already taken. The stack will fail. One endpoint serves all subnets of the VPC; remove B, or switch private DNS off on it.`,
    }),
  );
  expect(relatedPlaces(vpceDuplicatePrivateDns, text())).toEqual(['10:26 "true": A has private DNS']);
  expect(fixTitles(vpceDuplicatePrivateDns, text())).toEqual(["Switch off private DNS of B", "Remove B"]);
});

test("put together differently, in a VPC of the template, in Japanese", () => {
  const whole = text({
    vpc: "!Ref Vpc",
    service: "!Join ['', [com.amazonaws., !Ref AWS::Region, .ssm]]",
    enabled: `${mark}error: B は Vpc でサービスのプライベート DNS 名を使おうとしているが、同じサービスの A が先に使っている…`,
  });
  checkRule(
    vpceDuplicatePrivateDns,
    whole
      .replace("VpcId: vpc-1", "VpcId: !Ref Vpc")
      .replace("  A:\n", "  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n  A:\n"),
    { messages: "ja" },
  );
});

test("another VPC, another service, private DNS off or unknown", () => {
  checkRule(vpceDuplicatePrivateDns, text({ vpc: "vpc-2" }));
  checkRule(vpceDuplicatePrivateDns, text({ service: "!Sub com.amazonaws.${AWS::Region}.ssmmessages" }));
  checkRule(vpceDuplicatePrivateDns, text({ service: "com.amazonaws.eu-west-1.ssm" }));
  checkRule(vpceDuplicatePrivateDns, text({ enabled: "false" }));
  checkRule(vpceDuplicatePrivateDns, text({ enabled: "!Ref Dns" }, "Parameters: { Dns: { Type: String } }"));
});

test("endpoints that exclude each other", () => {
  const conditions = "Conditions: { One: !Equals [!Ref AWS::AccountId, '1'], Other: !Not [!Condition One] }";
  checkRule(vpceDuplicatePrivateDns, text({ condition: "Other" }, conditions));
  checkRule(
    vpceDuplicatePrivateDns,
    text({ condition: "One", enabled: `${mark}error: When One is true: B claims the private DNS names…` }, conditions),
  );
});

test("a default is a warning", () =>
  checkRule(
    vpceDuplicatePrivateDns,
    text(
      {
        enabled:
          "!Ref Dns\n#                        ^^^^^^^^ 💡 warning: With the default of Dns (true), B claims the private DNS names…",
      },
      "Parameters: { Dns: { Type: String, Default: 'true' } }",
    ),
  ));

test("switches it off, or removes the endpoint", () => {
  checkFix(vpceDuplicatePrivateDns, text(), text({ enabled: "false" }));
  const end = (whole: string): string => whole.slice(0, whole.indexOf("  B:"));
  checkFix(vpceDuplicatePrivateDns, text(), end(text()), { title: "Remove B" });
  const json = (enabled: string): string => `{
  "Resources": {
    "A": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": "vpc-1", "ServiceName": "com.amazonaws.eu-west-1.ssm", "VpcEndpointType": "Interface", "SubnetIds": ["subnet-1"], "PrivateDnsEnabled": true } },
    "B": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": "vpc-1", "ServiceName": "com.amazonaws.eu-west-1.ssm", "VpcEndpointType": "Interface", "SubnetIds": ["subnet-2"], "PrivateDnsEnabled": ${enabled} } }
  }
}
`;
  checkFix(vpceDuplicatePrivateDns, json("true"), json("false"));
});

test("a CDK program", () =>
  checkRule(
    vpceDuplicatePrivateDns,
    python(`ec2.CfnVPCEndpoint(self, 'A', vpc_id='vpc-1', service_name='com.amazonaws.eu-west-1.ssm', vpc_endpoint_type='Interface', subnet_ids=['subnet-1'], private_dns_enabled=True)
ec2.CfnVPCEndpoint(self, 'B', vpc_id='vpc-1', service_name='com.amazonaws.eu-west-1.ssm', vpc_endpoint_type='Interface', subnet_ids=['subnet-2'],
    private_dns_enabled=True)
#                       ^^^^ 💡 error: B claims the private DNS names…`),
  ));
