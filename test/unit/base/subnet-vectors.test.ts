/** The worked subnet example: what fits into a VPC beside its subnets, and what does not. */
import { expect, test } from "vitest";
import { contains, formatCidr, overlaps, parseCidr, sameCidr } from "../../../server/src/base/cidr.ts";
import { cidr } from "./cidrs.ts";

function judge(vpc: string, siblings: string, candidate: string): string {
  const parsed = parseCidr(candidate);
  if (!parsed.ok) return "invalid-syntax";
  if (parsed.hasHostBits) return `non-canonical, ${parsed.canonical}`;
  const block = parsed.cidr;
  if (block.prefix > 28) return "too-small";
  const list = (text: string) => text.split(" ").filter(Boolean).map(cidr);
  if (!list(vpc).some((outer) => contains(outer, block))) return "outside-vpc";
  const twin = list(siblings).find((sibling) => sameCidr(sibling, block));
  const met = list(siblings).filter((sibling) => overlaps(sibling, block));
  return twin ? "duplicate" : met.length > 0 ? `overlaps ${met.map(formatCidr).join(" ")}` : "ok";
}

test.each([
  ["10.0.0.0/24", "", "10.0.0.0/25", "ok"],
  ["10.0.0.0/24", "10.0.0.0/25", "10.0.0.128/25", "ok"],
  ["10.0.0.0/24", "10.0.0.0/25 10.0.0.128/25", "10.0.54.0/24", "outside-vpc"],
  ["10.0.0.0/24", "10.0.0.0/25 10.0.0.128/25", "10.1.0.0/24", "outside-vpc"],
  ["10.0.0.0/16", "10.0.0.0/25 10.0.0.128/25", "10.0.54.0/24", "ok"],
  ["10.0.0.0/16", "10.0.54.0/24", "10.0.54.0/24", "duplicate"],
  ["10.0.0.0/16", "", "10.1.0.0/24", "outside-vpc"],
  ["10.0.0.0/24 10.0.54.0/24", "", "10.0.54.0/24", "ok"],
  ["10.0.0.0/24", "10.0.0.0/25", "10.0.0.64/26", "overlaps 10.0.0.0/25"],
  ["10.0.0.0/24", "", "10.0.0.0/24", "ok"],
  ["10.0.0.0/24", "10.0.0.0/25", "10.0.0.0/24", "overlaps 10.0.0.0/25"],
  ["10.0.0.0/24", "", "10.0.0.0/23", "outside-vpc"],
  ["10.0.0.0/24", "10.0.0.0/25", "10.0.0.128/28", "ok"],
  ["10.0.0.0/24", "10.0.0.0/25", "10.0.0.128/29", "too-small"],
  ["10.0.0.0/24", "", "10.0.0.10/25", "non-canonical, 10.0.0.0/25"],
  ["10.0.0.0/24", "", "10.0.0.0/33", "invalid-syntax"],
  ["10.0.0.0/24", "", "10.0.0.256/25", "invalid-syntax"],
])("in %s beside [%s], %s: %s", (vpc, siblings, candidate, expected) => {
  expect(judge(vpc, siblings, candidate)).toBe(expected);
});
