import { expect, test } from "vitest";
import { hoverInCode, hoverOn } from "../../../../support/check-hover.ts";
import { typescript } from "../../../../support/programs.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

const gateway = (asn: string) => resource("AWS::EC2::CustomerGateway", `BgpAsn: ${asn}`);

test.each([
  ["65$0000", "private ASN, 16-bit", "default of a customer gateway"],
  ["42000$000000", "private ASN, 32-bit", "`BgpAsnExtended`"],
  ["65$0535", "reserved ASN", "Kept by IANA"],
  ["$00", "reserved ASN", "Kept by IANA"],
  ["234$056", "reserved ASN", "AS_TRANS"],
  ["645$000", "ASN for examples", "never use it"],
  ["165$009", "public ASN, 16-bit", "registered to you"],
  ["4000$0000", "public ASN, 32-bit", "registered to you"],
  ["72$024", "public ASN, 16-bit", "a customer gateway can't have it"],
])("%s", async (asn, kind, meaning) => {
  const shown = await hoverOn(gateway(asn));
  expect(shown?.markdown).toContain(kind);
  expect(shown?.markdown).toContain(meaning);
});

test("what is no ASN", async () => {
  expect((await hoverOn(gateway("999999$099999")))?.markdown).toContain("Not an ASN");
  expect((await hoverOn(gateway("-$05")))?.markdown).toContain("Not an ASN");
  expect((await hoverOn(gateway("as$0n")))?.markdown).toMatch(/^\*\*BgpAsn\*\*/);
});

test("the Amazon side takes private numbers only", async () => {
  const shown = await hoverOn(jsonResource("AWS::EC2::VPNGateway", `"AmazonSideAsn": 165$009`), {
    notation: "json",
    language: "ja",
  });
  expect(shown?.markdown).toContain("プライベート ASN (64512〜65534");
});

test("AWS's default, also in a CDK program", async () => {
  const program = typescript("new ec2.CfnTransitGateway(this, 'T', { amazonSideAsn: 645$012 });");
  expect((await hoverInCode(program))?.markdown).toContain("default of the Amazon side");
});
