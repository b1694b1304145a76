import { expect, test } from "vitest";
import { isPrivate, knownRangeOf } from "../../../server/src/base/cidr-ranges.ts";
import { cidr } from "./cidrs.ts";

test.each([
  ["10.1.0.0/16", "rfc1918", true],
  ["172.31.0.0/16", "rfc1918", true],
  ["172.16.0.0/11", undefined, false],
  ["192.168.1.0/24", "rfc1918", true],
  ["100.64.0.0/16", "shared", true],
  ["169.254.0.0/20", "link-local", false],
  ["127.0.0.1/32", "loopback", false],
  ["224.0.0.0/4", "multicast", false],
  ["52.95.0.0/16", undefined, false],
  ["0.0.0.0/0", undefined, false],
  ["fd00::/48", "unique-local", true],
  ["64:ff9b::/96", "nat64", false],
  ["2600:1f14::/35", undefined, false],
])("%s: %s, private: %s", (text, name, expected) => {
  expect(knownRangeOf(cidr(text))?.name).toBe(name);
  expect(isPrivate(cidr(text))).toBe(expected);
});
