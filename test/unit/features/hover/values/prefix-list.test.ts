import { expect, test } from "vitest";
import { hoverInCode, hoverOn } from "../../../../support/check-hover.ts";
import { typescript } from "../../../../support/programs.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

test("an id", async () => {
  const shown = await hoverOn(resource("AWS::EC2::Route", "DestinationPrefixListId: pl-6$0da54004"));
  expect(shown?.markdown).toMatch(/^`pl-6da54004` · prefix list/);
  expect(shown?.markdown).toContain("[Open topic](command:topic?prefix-list)");
});

test("a list of one's own can't have AWS's name", async () => {
  const name = `"PrefixListName": "com.amazon$0aws.global.mine"`;
  const shown = await hoverOn(jsonResource("AWS::EC2::PrefixList", name), { notation: "json", language: "ja" });
  expect(shown?.markdown).toContain("`com.amazonaws` で始められない");
});

test("an AWS-managed list by name, with its weight", async () => {
  const program = (name: string) => typescript(`ec2.PrefixList.fromLookup(this, 'P', { prefixListName: '${name}' });`);
  const shown = await hoverInCode(program("com.amazonaws.global.cloud$0front.origin-facing"));
  expect(shown?.markdown).toContain("CloudFront towards origins, weight 55");
  expect(await hoverInCode(program("com.amazonaws.global.un$0known"))).toBeUndefined();
});
