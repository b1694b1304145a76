/** Whether two subnets are in one Availability Zone. */
import type { Fact, Zone } from "../network/model.ts";

/** Known to be the same zone. What a loop writes once may come out as different zones. */
export function isSameZone(one: Fact<Zone>, other: Fact<Zone>): boolean {
  if (one.value.kind !== other.value.kind || one.value.key !== other.value.key) return false;
  const isOneText = one.span.block === other.span.block && one.span.start === other.span.start;
  return one.value.kind !== "expression" || !isOneText;
}

/** Known to be different zones: a name may be any of the list of zones, and an expression any of all. */
export function isOtherZone(one: Zone, other: Zone): boolean {
  return one.kind === other.kind && one.kind !== "expression" && one.key !== other.key;
}
