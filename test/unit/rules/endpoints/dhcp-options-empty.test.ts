import { test } from "vitest";
import { dhcpOptionsEmpty } from "../../../../server/src/rules/endpoints/dhcp-options-empty.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = dhcpOptionsEmpty;
const options = (properties: string, { before = "", mark = "" } = {}) => `${before}
Resources:
  Options:
${mark}    Type: AWS::EC2::DHCPOptions
    Properties:
      Tags: [{ Key: Name, Value: corp }]
${properties
  .split("\n")
  .map((line) => (line.startsWith("#") || line === "" ? line : `      ${line}`))
  .join("\n")}
`;

test("no servers", () =>
  checkRule(
    rule,
    options("", {
      mark: "# ^^^^^^^ 💡 error: Options gives instances nothing: no DomainNameServers, NtpServers or NetbiosNameServers, of which DHCP options need at least one. CloudFormation will fail. AmazonProvidedDNS in DomainNameServers keeps Amazon's DNS server.\n",
    }),
  ));

test("a domain name alone is a warning, in Japanese", () =>
  checkRule(
    rule,
    options("DomainName: corp.example", {
      mark: "# ^^^^^^^ 💡 warning: Options は DomainName だけで、DomainNameServers、NtpServers、NetbiosNameServers のどれもない…\n",
    }),
    { messages: "ja" },
  ));

test("NetBIOS servers without a node type", () =>
  checkRule(
    rule,
    options(`NetbiosNameServers: [10.0.0.5]
#     ^^^^^^^^^^^^^^^^^^ 💡 error: Options names NetBIOS servers but no NetbiosNodeType, which goes with them. CloudFormation will fail. AWS recommends 2, since broadcasts don't work in a VPC.`),
  ));

test("one kind of server, also one that nobody knows", () => {
  for (const properties of [
    "DomainNameServers: [AmazonProvidedDNS]",
    "NtpServers: [169.254.169.123]",
    "NetbiosNameServers: [10.0.0.5]\nNetbiosNodeType: 2",
    "NetbiosNameServers: [10.0.0.5]\nNetbiosNodeType: !ImportValue N",
    "DomainNameServers: !Ref Servers",
    "DomainNameServers: !ImportValue Servers",
  ]) {
    checkRule(rule, options(properties, { before: "Parameters: { Servers: { Type: CommaDelimitedList } }" }));
  }
});

test("conditions: each case has servers, or one has none", () => {
  const before = "Conditions: { Own: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(
    rule,
    options(
      "DomainNameServers: !If [Own, [10.0.0.5], !Ref AWS::NoValue]\nNtpServers: !If [Own, !Ref AWS::NoValue, [10.0.0.6]]",
      { before },
    ),
  );
  checkRule(
    rule,
    options("DomainNameServers: !If [Own, [10.0.0.5], !Ref AWS::NoValue]", {
      before,
      mark: "# ^^^^^^^ 💡 error: When Own is false: Options gives instances nothing…\n",
    }),
  );
});

test("keeps Amazon's server, or adds the node type", () => {
  checkFix(
    rule,
    options("DomainName: corp.example"),
    options("DomainName: corp.example\nDomainNameServers:\n  - AmazonProvidedDNS"),
    {
      title: "Give Options Amazon's DNS server (AmazonProvidedDNS)",
    },
  );
  checkFix(
    rule,
    options("NetbiosNameServers: [10.0.0.5]"),
    options("NetbiosNameServers: [10.0.0.5]\nNetbiosNodeType: 2"),
  );
});

test("in JSON", () => {
  const json = (more: string) =>
    `{\n  "Resources": {\n    "Options": {\n      "Type": "AWS::EC2::DHCPOptions",\n      "Properties": {\n        "NetbiosNameServers": ["10.0.0.5"]${more}\n      }\n    }\n  }\n}\n`;
  checkFix(rule, json(""), json(`,\n        "NetbiosNodeType": 2`));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`new ec2.CfnDHCPOptions(this, 'Options', { domainName: 'corp.example' });
//                            ^^^^^^^ 💡 warning: Options sets DomainName…`),
  ));
