import { expect, test } from "vitest";
import { hoverInCode, hoverOn } from "../../../../support/check-hover.ts";
import { typescript } from "../../../../support/programs.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

const subnet = (zone: string) => resource("AWS::EC2::Subnet", zone);

test("a zone's name, with its Region and what it means in other accounts", async () => {
  const shown = await hoverOn(subnet("AvailabilityZone: ap-north$0east-1a"));
  expect(shown?.markdown).toMatch(/^`ap-northeast-1a` · zone a of ap-northeast-1 \(Tokyo\)/);
  expect(shown?.markdown).toContain("before November 2025");
  const japanese = await hoverOn(jsonResource("AWS::EC2::Subnet", `"AvailabilityZone": "eu-cen$0tral-1b"`), {
    notation: "json",
    language: "ja",
  });
  expect(japanese?.markdown).toContain("eu-central-1 (フランクフルト) のゾーン b");
});

test("ids, Local Zones and Wavelength Zones", async () => {
  expect((await hoverOn(subnet("AvailabilityZoneId: use$01-az1")))?.markdown).toContain("zone id");
  expect((await hoverOn(subnet("AvailabilityZoneId: usw2-lax$01-az1")))?.markdown).toContain("A Local Zone");
  expect((await hoverOn(subnet("AvailabilityZone: us-west-2-lax$0-1a")))?.markdown).toContain(
    "Local Zone of us-west-2 (Oregon)",
  );
  expect((await hoverOn(subnet("AvailabilityZone: us-east-1-wl1-bos$0-wlz-1")))?.markdown).toContain(
    "Wavelength Zone of",
  );
});

test("ids and names that change places", async () => {
  expect((await hoverOn(subnet("AvailabilityZone: use$01-az1")))?.markdown).toContain("goes into `AvailabilityZoneId`");
  expect((await hoverOn(subnet("AvailabilityZoneId: us-e$0ast-1a")))?.markdown).toContain("takes an id");
});

test("a Region that has no name here is shown by its code", async () => {
  expect((await hoverOn(subnet("AvailabilityZone: xx-new$0-9a")))?.markdown).toContain("zone a of xx-new-9");
});

test("a zone out of GetAZs", async () => {
  const shown = await hoverOn(subnet(`AvailabilityZone: !Sel$0ect [0, !GetAZs ""]`));
  expect(shown?.markdown).toContain("only zones with a default subnet");
});

test("other words say nothing of their own", async () => {
  expect((await hoverOn(subnet("AvailabilityZone: some$0where")))?.markdown).toMatch(/^\*\*AvailabilityZone\*\*/);
});

test("in a CDK program", async () => {
  const shown = await hoverInCode(typescript("new ec2.Vpc(this, 'V', { availabilityZones: ['us-ea$0st-1a'] });"));
  expect(shown?.markdown).toContain("zone a of us-east-1 (N. Virginia)");
});
