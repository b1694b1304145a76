import { test } from "vitest";
import { sgUnknownProtocol } from "../../../../server/src/rules/security-groups/sg-unknown-protocol.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const rule = (protocol: string) => `
Parameters:
  Protocol: { Type: String, Default: http }
  Unknown: { Type: String }
Conditions:
  Dev: !Equals [!Ref Unknown, dev]
Resources:
  In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: sg-1, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8, IpProtocol: ${protocol} } }
`;
const column = " ".repeat(134);

test("the name of an application", () =>
  checkRule(
    sgUnknownProtocol,
    `${rule("https")}#${column}^^^^^ 💡 error: In has IpProtocol https, which EC2 doesn't know, so it will refuse the rule. Write tcp, udp, icmp, icmpv6, a protocol's number from 0 to 255, or -1 for all.
`,
  ));

test("a number that no protocol has, in Japanese; a default", () => {
  checkRule(
    sgUnknownProtocol,
    `${rule("256")}#${column}^^^ 💡 error: In の IpProtocol 256 は EC2 が知らない値で、…\n`,
    {
      messages: "ja",
    },
  );
  checkRule(
    sgUnknownProtocol,
    `${rule("!Ref Protocol")}#${column}^^^^^^^^^^^^^ warning: With the default of Protocol (http), In has IpProtocol http…\n`,
  );
  checkNoFix(sgUnknownProtocol, rule("!Ref Protocol"));
});

test.each(["tcp", "TCP", "6", "icmpv6", "255", "0", "'-1'", "!Ref Unknown", "!If [Dev, tcp, udp]"])(
  "%s is fine",
  (name) => checkRule(sgUnknownProtocol, rule(name)),
);

test("in one case", () =>
  checkRule(
    sgUnknownProtocol,
    `${rule("!If [Dev, ssh, udp]")}#${column}          ^^^ error: When Dev is true: In has IpProtocol ssh…\n`,
  ));

test("writes tcp, or icmpv6 where that is meant", () => {
  checkFix(sgUnknownProtocol, rule("https"), rule("tcp"));
  checkFix(
    sgUnknownProtocol,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "icmp6", "CidrIpv6": "2001:db8::/32" } } } }`,
    `{ "Resources": { "In": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": "sg-1", "IpProtocol": "icmpv6", "CidrIpv6": "2001:db8::/32" } } } }`,
  );
});

test("a CDK program", () =>
  checkRule(
    sgUnknownProtocol,
    python(`ec2.CfnSecurityGroupIngress(self, "In", group_id="sg-1", ip_protocol="http", from_port=80, to_port=80, cidr_ip="10.0.0.0/8")
#                                                                    ^^^^^^ 💡 error: In has IpProtocol http…`),
  ));
