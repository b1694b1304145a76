import { test } from "vitest";
import { subnetAssignIpv6WithoutCidr } from "../../../../server/src/rules/addressing/subnet-assign-ipv6-without-cidr.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const subnet = (flag: string, block = "", more = "") => `
Parameters: { Flag: { Type: String }, On: { Type: String, Default: "true" } }
Conditions: { Six: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
  Web:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-1
      CidrBlock: 10.0.0.0/24 # web
      AssignIpv6AddressOnCreation: ${flag}
${block}${more}`;

test("no block to assign from", () => {
  checkRule(
    subnetAssignIpv6WithoutCidr,
    subnet(`true
#                                  ^^^^ 💡 error: Web is to assign IPv6 addresses but has no IPv6 block to take them from…`),
  );
  checkRule(
    subnetAssignIpv6WithoutCidr,
    subnet(`"true"
#                                  ^^^^^^ 💡 error: Web は IPv6 アドレスを自動で割り当てる設定だが…`),
    { messages: "ja" },
  );
});

test.each(["Ipv6CidrBlock: !ImportValue Block", "Ipv6IpamPoolId: ipam-pool-1", "Ipv6Native: true"])(
  "with %s",
  (block) => checkRule(subnetAssignIpv6WithoutCidr, subnet("true", `      ${block}\n`)),
);

test("a block of its own resource, and a flag that is off or unknown", () => {
  checkRule(
    subnetAssignIpv6WithoutCidr,
    subnet(
      "true",
      "",
      "  Block: { Type: AWS::EC2::SubnetCidrBlock, Properties: { SubnetId: !Ref Web, Ipv6CidrBlock: '2001:db8::/64' } }",
    ),
  );
  checkRule(subnetAssignIpv6WithoutCidr, subnet("false"));
  checkRule(subnetAssignIpv6WithoutCidr, subnet("!Ref Flag"));
});

test("by default, and in one case", () => {
  checkRule(
    subnetAssignIpv6WithoutCidr,
    subnet(`!Ref On
#                                  ^^^^^^^ 💡 warning: With the default of On (true), Web…`),
  );
  checkRule(
    subnetAssignIpv6WithoutCidr,
    subnet("!If [Six, true, false]", "      Ipv6CidrBlock: !If [Six, '2001:db8::/64', !Ref AWS::NoValue]\n"),
  );
  checkRule(
    subnetAssignIpv6WithoutCidr,
    subnet(
      `true
#                                  ^^^^ 💡 error: When Six is false: Web…`,
      "      Ipv6CidrBlock: !If [Six, '2001:db8::/64', !Ref AWS::NoValue]\n",
    ),
  );
});

test("removes the flag", () => {
  checkFix(
    subnetAssignIpv6WithoutCidr,
    subnet("true"),
    subnet("").replace("      AssignIpv6AddressOnCreation: \n", ""),
  );
  checkFix(
    subnetAssignIpv6WithoutCidr,
    `{ "Resources": { "Web": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": "vpc-1", "AssignIpv6AddressOnCreation": true } } } }`,
    `{ "Resources": { "Web": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": "vpc-1" } } } }`,
  );
});

test("a CDK program", () =>
  checkRule(
    subnetAssignIpv6WithoutCidr,
    typescript(`new ec2.CfnSubnet(this, 'Web', { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24', assignIpv6AddressOnCreation: true });
//                                                                                                      ^^^^ 💡 error: Web is to assign…`),
  ));
