import { expect, test } from "vitest";
import { hoverOn } from "../../../../support/check-hover.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

const acl = (protocol: string) =>
  resource("AWS::EC2::NetworkAclEntry", `Protocol: ${protocol}\nRuleNumber: 1\nRuleAction: allow\nCidrBlock: ::/0`);
const group = (protocol: string) =>
  jsonResource("AWS::EC2::SecurityGroup", `"SecurityGroupIngress": [{ "IpProtocol": "${protocol}" }]`);

test("numbers and names", async () => {
  expect((await hoverOn(acl("1$07")))?.markdown).toMatch(/^`17` · UDP/);
  expect((await hoverOn(group("i$0cmp"), { notation: "json" }))?.markdown).toMatch(/^`icmp` · ICMP/);
  expect((await hoverOn(group("5$00"), { notation: "json", language: "ja" }))?.markdown).toContain(
    "すべてのポートが開く",
  );
});

test("all protocols mean something different in a network ACL and in a group", async () => {
  expect((await hoverOn(acl("-$01")))?.markdown).toContain("`PortRange` is ignored");
  expect((await hoverOn(group("-$01"), { notation: "json" }))?.markdown).toContain("opens all ports");
});

test("a network ACL takes no names", async () => {
  expect((await hoverOn(acl("t$0cp")))?.markdown).toContain("takes a protocol number");
});

test("numbers beyond what there is, and words that are no protocol", async () => {
  expect((await hoverOn(acl("999999$099999")))?.markdown).toContain("0 to 255");
  expect((await hoverOn(acl("-$05")))?.markdown).toContain("0 to 255");
  expect((await hoverOn(acl("b$0anana")))?.markdown).toMatch(/^\*\*Protocol\*\*/);
});
