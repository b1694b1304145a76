import { describe, expect, test } from "vitest";
import { hoverOn } from "../../../../support/check-hover.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

const option = (text: string) => resource("AWS::EC2::VPNConnection", `VpnTunnelOptionsSpecifications:\n  - ${text}`);

describe("the block of a tunnel's inside addresses", () => {
  test("is a /30 of the link-local range", async () => {
    const fine = await hoverOn(option("TunnelInsideCidr: 169.254.$010.0/30"));
    expect(fine?.markdown).toContain("4 addresses");
    expect(fine?.markdown).toContain("Inside addresses of one tunnel");
    expect(fine?.markdown).not.toContain("⚠");
    expect((await hoverOn(option("TunnelInsideCidr: 10.$00.0.0/30")))?.markdown).toContain("takes a /30");
    expect((await hoverOn(option("TunnelInsideCidr: 169.254.1$00.0/29")))?.markdown).toContain("takes a /30");
  });

  test("must not be one that AWS keeps", async () => {
    expect((await hoverOn(option("TunnelInsideCidr: 169.254.$05.0/30")))?.markdown).toContain("keeps this block");
    expect((await hoverOn(option("TunnelInsideCidr: 169.254.16$09.252/30")))?.markdown).toContain("keeps this block");
  });

  test("of IPv6 is a /126 of fd00::/8", async () => {
    expect((await hoverOn(option("TunnelInsideIpv6Cidr: fd00:$0:/126")))?.markdown).not.toContain("⚠");
    expect((await hoverOn(option("TunnelInsideIpv6Cidr: fc00:$0:/126"), { language: "ja" }))?.markdown).toContain(
      "fd00::/8 内の /126",
    );
  });
});

describe("a pre-shared key", () => {
  test("is never shown", async () => {
    const shown = await hoverOn(
      jsonResource(
        "AWS::EC2::VPNConnection",
        `"VpnTunnelOptionsSpecifications": [{ "PreSharedKey": "hunter2_$0secret" }]`,
      ),
      { notation: "json" },
    );
    expect(shown?.markdown).toMatch(/^`\*{8}` · pre-shared key/);
    expect(shown?.markdown).not.toContain("hunter2");
    expect(shown?.markdown).not.toContain("⚠");
  });

  test("has to keep the rules", async () => {
    for (const key of ["0abc$0defgh", "sho$0rt", "with-$0hyphen"]) {
      expect((await hoverOn(option(`PreSharedKey: ${key}`)))?.markdown).toContain("doesn't fit");
    }
  });

  test("out of Secrets Manager is not judged", async () => {
    const shown = await hoverOn(option("PreSharedKey: '{{resolve:secrets$0manager:psk:SecretString:a}}'"));
    expect(shown?.markdown).not.toContain("doesn't fit");
  });
});

describe("options", () => {
  test.each([
    ["IKEVersions: [{ Value: ike$0v1 }]", "replaced by IKEv2"],
    ["Phase1DHGroupNumbers: [{ Value: $02 }]", "1024-bit MODP"],
    ["DPDTimeoutAction: rest$0art", "negotiates anew"],
    ["Phase1LifetimeSeconds: 28$0800", "the default"],
    ["Phase2LifetimeSeconds: 99999$0999999", "Outside what the property takes"],
    ["ReplayWindowSize: -$05", "Outside what the property takes"],
  ])("%s", async (text, meaning) => {
    expect((await hoverOn(option(text)))?.markdown).toContain(meaning);
  });

  test("a number that no group has shows the property", async () => {
    expect((await hoverOn(option("Phase1DHGroupNumbers: [{ Value: 9$09 }]")))?.markdown).toMatch(/^\*\*Value\*\*/);
  });
});
