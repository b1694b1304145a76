import { expect, test } from "vitest";
import { naclPortRangeInverted } from "../../../../server/src/rules/network-acls/nacl-port-range-inverted.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { entry, withAcl } from "../../../support/network-acls.ts";
import { typescript } from "../../../support/programs.ts";

const allow = "RuleNumber: 100\nRuleAction: allow\nCidrBlock: 10.0.0.0/8";
const range = (from: string, to: string, { protocol = "6", before = "", mark = "" } = {}) =>
  withAcl(entry("In", `${allow}\nProtocol: ${protocol}\nPortRange: { From: ${from}, To: ${to} }\n${mark}`), before);

test("a range that ends before it begins", () => {
  checkRule(
    naclPortRangeInverted,
    range("65535", "1024", {
      mark: "#                        ^^^^^ 💡 warning: In has a port range from 65535 to 1024, whose first port comes after its last. Such a range holds no port, so the entry can't do what it is for. Swap the two.",
    }),
  );
  expect(relatedPlaces(naclPortRangeInverted, range("65535", "1024"))).toEqual(['13:37 "1024": The end of the range']);
});

test("in Japanese", () =>
  checkRule(
    naclPortRangeInverted,
    range("443", '"80"', {
      mark: "#                        ^^^ 💡 warning: In のポート範囲は 443〜80 で、始まりが終わりより大きい…",
    }),
    { messages: "ja" },
  ));

test("right ranges, single ports, protocols without ports, and ports nobody knows", () => {
  checkRule(naclPortRangeInverted, range("1024", "65535"));
  checkRule(naclPortRangeInverted, range("443", "443"));
  checkRule(naclPortRangeInverted, range("65535", "0", { protocol: "-1" }));
  checkRule(naclPortRangeInverted, range("65535", "0", { protocol: "!ImportValue P" }));
  checkRule(naclPortRangeInverted, range("65535", "!ImportValue To"));
});

test("ports of different branches", () =>
  checkRule(
    naclPortRangeInverted,
    range("!If [Prod, 8080, 80]", "!If [Prod, 8090, 90]", {
      before: "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    }),
  ));

test("swaps literals, and defaults where both are", () => {
  checkFix(naclPortRangeInverted, range("65535", "1024"), range("1024", "65535"));
  const defaults = (from: number, to: number) =>
    range("!Ref From", "!Ref To", {
      before: `Parameters: { From: { Type: Number, Default: ${from} }, To: { Type: Number, Default: ${to} } }`,
    });
  checkFix(naclPortRangeInverted, defaults(90, 80), defaults(80, 90));
  checkNoFix(
    naclPortRangeInverted,
    range("!FindInMap [Web, Ports, From]", "80", { before: "Mappings: { Web: { Ports: { From: 90 } } }" }),
  );
});

test("in JSON", () => {
  const json = (from: number, to: number) =>
    `{ "Resources": { "In": { "Type": "AWS::EC2::NetworkAclEntry", "Properties": { "NetworkAclId": "acl-12345678", "RuleNumber": 1, "Protocol": 17, "RuleAction": "deny", "CidrBlock": "10.0.0.0/8", "PortRange": { "From": ${from}, "To": ${to} } } } } }\n`;
  checkFix(naclPortRangeInverted, json(100, 53), json(53, 100));
});

test("a CDK program", () =>
  checkRule(
    naclPortRangeInverted,
    typescript(`new ec2.CfnNetworkAclEntry(this, 'In', {
  networkAclId: 'acl-12345678', ruleNumber: 100, ruleAction: 'allow', cidrBlock: '0.0.0.0/0', protocol: 6,
  portRange: { from: 2000, to: 1000 },
//                   ^^^^ 💡 warning: In has a port range from 2000 to 1000…
});`),
  ));
