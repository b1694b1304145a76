import { test } from "vitest";
import { dhcpOptionsTooMany } from "../../../../server/src/rules/endpoints/dhcp-options-too-many.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = dhcpOptionsTooMany;
const five = "[10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5, 10.0.0.6]";
const options = (properties: string, before = "") => `${before}
Resources:
  Options:
    Type: AWS::EC2::DHCPOptions
    Properties:
      ${properties}
`;

test("five servers of a kind", () => {
  checkRule(
    rule,
    options(`DomainNameServers: ${five}
#     ^^^^^^^^^^^^^^^^^ error: Options lists 5 servers in DomainNameServers, and DHCP options take four of a kind. CloudFormation will fail. Keep the four that answer best.`),
  );
  checkNoFix(rule, options(`DomainNameServers: ${five}`));
});

test("in Japanese", () =>
  checkRule(
    rule,
    options(`NtpServers: ${five}
#     ^^^^^^^^^^ error: Options の NtpServers は 5 台だが…`),
    { messages: "ja" },
  ));

test("four of each kind, lists that nobody knows, and servers that a condition takes away", () => {
  const four = "[10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5]";
  checkRule(rule, options(`DomainNameServers: ${four}\n      NtpServers: ${four}`));
  checkRule(rule, options("DomainNameServers: !Ref Servers", "Parameters: { Servers: { Type: CommaDelimitedList } }"));
  checkRule(
    rule,
    options(
      `DomainNameServers: ${five.replace("10.0.0.6", "!If [Own, 10.0.0.6, !Ref AWS::NoValue]")}`,
      "Conditions: { Own: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("on one branch of a condition", () =>
  checkRule(
    rule,
    options(
      `NtpServers: !If [Own, ${five}, [10.0.0.9]]
#     ^^^^^^^^^^ error: When Own is true: Options lists 5 servers in NtpServers…`,
      "Conditions: { Own: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("a default is a warning", () =>
  checkRule(
    rule,
    options(
      `DomainNameServers: !Ref Servers
#     ^^^^^^^^^^^^^^^^^ warning: With the default of Servers (1.1.1.1,1.0.0.1,8.8.8.8,8.8.4.4,9.9.9.9), Options lists 5 servers…`,
      'Parameters: { Servers: { Type: CommaDelimitedList, Default: "1.1.1.1,1.0.0.1,8.8.8.8,8.8.4.4,9.9.9.9" } }',
    ),
  ));

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`new ec2.CfnDHCPOptions(this, 'Options', {
  netbiosNodeType: 2,
  netbiosNameServers: ['10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5', '10.0.0.6'],
//^^^^^^^^^^^^^^^^^^ error: Options lists 5 servers in NetbiosNameServers…
});`),
  ));
