import { test } from "vitest";
import { egressOnlyIgwWithoutIpv6 } from "../../../../server/src/rules/gateways/egress-only-igw-without-ipv6.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const stack = (more: string, vpc = "!Ref Vpc") => `
Parameters: { Given: { Type: AWS::EC2::VPC::Id } }
Conditions: { Six: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 } # main
  Egress:
    Type: AWS::EC2::EgressOnlyInternetGateway
    Properties:
      VpcId: ${vpc}
${more}`;

test("a VPC with IPv4 only", () => {
  checkRule(
    egressOnlyIgwWithoutIpv6,
    stack("#            ^^^^^^^^ 💡 warning: Egress is the way out for IPv6, but Vpc has no IPv6 block…"),
  );
  checkRule(
    egressOnlyIgwWithoutIpv6,
    stack("#            ^^^^^^^^ 💡 warning: Egress は IPv6 専用の出口だが、Vpc に IPv6 の CIDR がなく…"),
    {
      messages: "ja",
    },
  );
  checkRule(
    egressOnlyIgwWithoutIpv6,
    stack(`#            ^^^^^^^^ 💡 warning: Egress is…
  More: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16 } }`),
  );
});

test.each([
  ["Amazon's", "AmazonProvidedIpv6CidrBlock: true"],
  ["one from a pool", "Ipv6IpamPoolId: ipam-pool-1, Ipv6NetmaskLength: 56"],
  ["one of its own", "Ipv6CidrBlock: '2001:db8::/56', Ipv6Pool: pool-1"],
])("with %s block", (_, block) =>
  checkRule(
    egressOnlyIgwWithoutIpv6,
    stack(`  Six: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, ${block} } }`),
  ),
);

test("in some case, elsewhere, or handed on", () => {
  checkRule(
    egressOnlyIgwWithoutIpv6,
    stack(
      "  Block: { Type: AWS::EC2::VPCCidrBlock, Condition: Six, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }",
    ),
  );
  checkRule(egressOnlyIgwWithoutIpv6, stack("", "!Ref Given"));
  checkRule(egressOnlyIgwWithoutIpv6, stack("Outputs: { Vpc: { Value: !Ref Vpc } }"));
});

test("gives the VPC a block", () =>
  checkFix(
    egressOnlyIgwWithoutIpv6,
    stack(""),
    stack("").replace(
      "  Egress:",
      `  VpcIpv6:
    Type: AWS::EC2::VPCCidrBlock
    Properties:
      VpcId: !Ref Vpc
      AmazonProvidedIpv6CidrBlock: true
  Egress:`,
    ),
  ));

test("a CDK program", () =>
  checkRule(
    egressOnlyIgwWithoutIpv6,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnEgressOnlyInternetGateway(this, 'Egress', { vpcId: vpc.ref });
//                                                            ^^^^^^^ 💡 warning: Egress is the way out for IPv6…`),
  ));
