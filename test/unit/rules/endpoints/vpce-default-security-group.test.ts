import { test } from "vitest";
import { vpceDefaultSecurityGroup } from "../../../../server/src/rules/endpoints/vpce-default-security-group.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly after?: string;
  readonly vpc?: string;
  readonly type?: string;
}
const text = (
  groups: string,
  { before = "", after = "", vpc = "!Ref Vpc", type = "Interface" }: Parts = {},
): string => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: ${vpc}
      ServiceName: com.amazonaws.eu-west-1.ssm
      VpcEndpointType: ${type}
      SubnetIds: [subnet-1]
${groups}${after}`;
const marked = (whole: string, message: string): string => whole.replace("  Ssm:\n", `  Ssm:\n# ^^^ 💡 ${message}\n`);

test("no group", () => {
  checkRule(
    vpceDefaultSecurityGroup,
    marked(
      text(""),
      "warning: Ssm names no security group and so gets the default one of Vpc, which lets in nobody but its own members: clients in other groups time out. Give Ssm a group that admits port 443 from Vpc.",
    ),
  );
  checkRule(
    vpceDefaultSecurityGroup,
    marked(text(""), "warning: Ssm にセキュリティグループの指定がなく、Vpc のデフォルト SG が付く…"),
    { messages: "ja" },
  );
});

test("a group, another type, a VPC elsewhere, a list nobody knows", () => {
  checkRule(vpceDefaultSecurityGroup, text("      SecurityGroupIds: [sg-1]\n"));
  checkRule(vpceDefaultSecurityGroup, text("", { type: "GatewayLoadBalancer" }));
  checkRule(vpceDefaultSecurityGroup, text("", { vpc: "vpc-1" }));
  checkRule(
    vpceDefaultSecurityGroup,
    text("      SecurityGroupIds: !Ref Ids\n", { before: "Parameters: { Ids: { Type: CommaDelimitedList } }" }),
  );
});

test("a default group that the template uses or fills", () => {
  checkRule(
    vpceDefaultSecurityGroup,
    text("", {
      after: `  Https:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !GetAtt Vpc.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }
`,
    }),
  );
  checkRule(
    vpceDefaultSecurityGroup,
    text("", { after: "  Server: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: subnet-1 } }\n" }),
  );
});

test("conditions", () => {
  const before = "Conditions: { Own: !Equals [!Ref AWS::AccountId, '1'] }";
  const groups = "      SecurityGroupIds: !If [Own, [sg-1], !Ref AWS::NoValue]\n";
  checkRule(vpceDefaultSecurityGroup, text(groups, { before, vpc: "!If [Own, !Ref Vpc, vpc-1]" }));
  checkRule(
    vpceDefaultSecurityGroup,
    marked(text(groups, { before }), "warning: When Own is false: Ssm names no security group…").replace("💡 ", ""),
  );
});

test("a default says so", () =>
  checkRule(
    vpceDefaultSecurityGroup,
    marked(
      text("", { before: "Parameters: { T: { Type: String, Default: Interface } }", type: "!Ref T" }),
      "warning: With the default of T (Interface), Ssm names no security group…",
    ),
  ));

test("adds a group", () => {
  checkFix(
    vpceDefaultSecurityGroup,
    text("", { after: "  Igw: { Type: AWS::EC2::InternetGateway }\n" }),
    text("      SecurityGroupIds:\n        - !GetAtt SsmSecurityGroup.GroupId\n", {
      after: `  SsmSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: HTTPS from Vpc to Ssm
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: !GetAtt Vpc.CidrBlock
  Igw: { Type: AWS::EC2::InternetGateway }
`,
    }),
  );
});

test("a CDK program", () =>
  checkRule(
    vpceDefaultSecurityGroup,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnVPCEndpoint(this,
  'Ssm',
// ^^^ 💡 warning: Ssm names no security group…
  { vpcId: vpc.ref, vpcEndpointType: 'Interface', subnetIds: ['subnet-1'] });`),
  ));
