import { test } from "vitest";
import { sgIpv6WorldGap } from "../../../../server/src/rules/security-groups/sg-ipv6-world-gap.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const template = (rules: string, balancer: string, more = "") => `
Parameters:
  Unknown: { Type: String }
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: lb
      SecurityGroupIngress:
${rules}${more}  Lb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { ${balancer} } }
`;
const rule = "        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }\n";
const dualStack = "IpAddressType: dualstack, SecurityGroups: [!Ref Group]";
const twin = "        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: ::/0 }\n";

test("IPv4 from everywhere, IPv6 from nowhere", () =>
  checkRule(
    sgIpv6WorldGap,
    template(
      `${rule}#                                                                ^^^^^^^^^ 💡 information: Group lets all of IPv4 in on 443, but no IPv6, and Lb has IPv6 addresses, too (dualstack). Clients that choose IPv6 wait in vain. Add a rule for ::/0.
`,
      dualStack,
    ),
  ));

test("in Japanese", () =>
  checkRule(
    sgIpv6WorldGap,
    template(
      `${rule}#                                                                ^^^^^^^^^ 💡 information: Group はポート 443 を IPv4 全体に開けているが、IPv6 は通さない。…
`,
      dualStack,
    ),
    { messages: "ja" },
  ));

test.each([
  ["an IPv4 load balancer", rule, "SecurityGroups: [!Ref Group]", ""],
  ["an internal one", rule, `Scheme: internal, ${dualStack}`, ""],
  ["an address type that is not known", rule, "IpAddressType: !Ref Unknown, SecurityGroups: [!Ref Group]", ""],
  ["the rule for IPv6", rule + twin, dualStack, ""],
  ["IPv6 from some addresses", rule + twin.replace("::/0", "'2001:db8::/32'"), dualStack, ""],
  ["narrow IPv4", rule.replace("0.0.0.0/0", "10.0.0.0/8"), dualStack, ""],
  ["another port", rule.replaceAll("443", "80"), dualStack, ""],
  ["a second group", rule, "IpAddressType: dualstack, SecurityGroups: [!Ref Group, sg-1]", ""],
  ["a list of groups that is not known", rule, "IpAddressType: dualstack, SecurityGroups: !Ref Unknown", ""],
  [
    "a standalone rule for IPv6",
    rule,
    dualStack,
    "  In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Group, IpProtocol: -1, CidrIpv6: ::/0 } }\n",
  ],
  [
    "a group that others may extend",
    rule,
    dualStack,
    "  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: u, Parameters: { G: !Ref Group } } }\n",
  ],
])("%s", (_name, rules, balancer, more) => checkRule(sgIpv6WorldGap, template(rules, balancer, more)));

test("adds the twin", () =>
  checkFix(
    sgIpv6WorldGap,
    template(rule, dualStack),
    template(
      rule,
      dualStack,
      `  GroupHttpsIpv6:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt Group.GroupId
      IpProtocol: tcp
      FromPort: 443
      ToPort: 443
      CidrIpv6: "::/0"
`,
    ),
  ));

test("a CDK program", () =>
  checkRule(
    sgIpv6WorldGap,
    typescript(
      `const group = new ec2.CfnSecurityGroup(this, 'Group', { groupDescription: 'lb', securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: '0.0.0.0/0' }] });
//                                                                                                                                                              ^^^^^^^^^^^ 💡 information: Group lets all of IPv4 in…
new elasticloadbalancingv2.CfnLoadBalancer(this, 'Lb', { ipAddressType: 'dualstack', securityGroups: [group.attrGroupId] });`,
      ["ec2", "elasticloadbalancingv2"],
    ),
  ));
