/** A VPC in words: its blocks, how many subnets in how many zones, how much is free. */
import { formatCidr } from "../../base/cidr.ts";
import type { Language } from "../../base/localized.ts";
import { shareFree, vpcBlocks } from "../../network/addressing.ts";
import type { Vpc } from "../../network/model.ts";
import { code } from "../markdown.ts";
import { phrase } from "./phrases.ts";

export function describeVpc(vpc: Vpc, language: Language): readonly string[] {
  const blocks = vpcBlocks(vpc).map((block) => code(formatCidr(block)));
  const zones = new Set(vpc.subnets.flatMap(({ zone }) => zone.known.map(({ value }) => value.key)));
  const free = shareFree(vpc);
  const subnets = vpc.subnets.length;
  return [
    phrase("vpc", language),
    ...(blocks.length > 0 ? [blocks.join(" + ")] : []),
    [
      phrase(subnets === 1 ? "oneSubnet" : "subnets", language, { n: subnets }),
      ...(zones.size === 0 ? [] : [phrase(zones.size === 1 ? "oneZone" : "inZones", language, { n: zones.size })]),
    ].join(language === "ja" ? "、" : " "),
    ...(free === undefined ? [] : [phrase("free", language, { percent: Math.floor(free * 100) })]),
  ];
}
