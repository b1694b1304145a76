/** Which rules of a security group let through all that another does. */
import { contains } from "../../base/cidr.ts";
import { holdsUnder } from "../../network/guards.ts";
import type { Network, SecurityGroupRule } from "../../network/model.ts";
import { hasPorts, peerKey, type RuleReading, ruleKey } from "../../network/security-rules.ts";
import { linkKey } from "../basis.ts";
import { allReadings } from "./rule-parts.ts";

/** Whether one rule lets through all that the other does, and is there whenever the other is. Equal ones are duplicates. */
export function covers(wide: RuleReading, narrow: RuleReading): boolean {
  return ruleKey(wide) !== ruleKey(narrow) && coversOrEquals(wide, narrow);
}

/**
 * Whether another rule of the group lets through all that is left of a rule after it is narrowed. Narrowing it then
 * closes nothing.
 *
 * @param narrow the reading as it will be
 */
export function isOpenAnyway(network: Network, narrow: RuleReading): boolean {
  const place = placeOf(narrow.rule);
  return (
    place !== undefined &&
    allReadings(network).some(
      (other) => other.rule !== narrow.rule && placeOf(other.rule) === place && coversOrEquals(other, narrow),
    )
  );
}

/** Equal for rules of one direction of the same group; undefined where the group is not the same in all cases. */
export function placeOf({ direction, group }: SecurityGroupRule): string | undefined {
  const [only, ...more] = group.known;
  const key = only && linkKey(only.value);
  return key === undefined || more.length > 0 ? undefined : `${direction} ${key}`;
}

function coversOrEquals(wide: RuleReading, narrow: RuleReading): boolean {
  return (
    holdsUnder(wide.guard, narrow.guard) &&
    (wide.protocol === "-1" || (wide.protocol === narrow.protocol && coversPorts(wide, narrow))) &&
    coversPeer(wide.peer, narrow.peer)
  );
}

function coversPorts({ protocol = "", ports: wide }: RuleReading, { ports: narrow }: RuleReading): boolean {
  if (wide === "all") return true;
  if (wide === undefined || narrow === undefined || narrow === "all") return false;
  // Of ICMP only "all types" is wider than others: type and code are no range.
  if (!hasPorts(protocol)) return wide.from === -1;
  return wide.from >= 0 && narrow.from >= wide.from && narrow.from <= narrow.to && narrow.to <= wide.to;
}

function coversPeer(wide: RuleReading["peer"], narrow: RuleReading["peer"]): boolean {
  if (!wide || !narrow) return false;
  if (wide.kind === "cidr" && narrow.kind === "cidr" && wide.cidr.cidr && narrow.cidr.cidr) {
    return contains(wide.cidr.cidr, narrow.cidr.cidr);
  }
  return wide.kind === narrow.kind && peerKey(wide) === peerKey(narrow);
}
