/** The numbers of an ACL's entries, and which of them are free. */
import { memoised } from "../../base/memoised.ts";
import type { Network, NetworkAclEntry } from "../../network/model.ts";
import type { Range } from "../numbers.ts";
import { type Place, placesOf } from "./filters.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html */
export const ruleNumbers: Range = { from: 1, to: 32766 };

/** Room that is left for entries that come later. */
const step = 10;

/** The places of all entries of the template. */
export const entryPlaces = memoised((network: Network): readonly Place[] =>
  network.networkAclEntries.flatMap((entry) => placesOf(network.evaluator.conditions, entry)),
);

export function placeKey({ acl, egress }: Pick<Place, "acl" | "egress">): string {
  return `${egress} ${acl}`;
}

/** The numbers that other entries of the same ACL and direction have, under any conditions. */
export function numbersBeside(network: Network, entry: NetworkAclEntry): ReadonlySet<number> {
  const places = entryPlaces(network);
  const own = new Set(places.filter((place) => place.entry === entry).map(placeKey));
  return new Set(
    places.flatMap((place) =>
      place.entry !== entry && place.number && own.has(placeKey(place)) ? [place.number.value] : [],
    ),
  );
}

/** The nearest free number behind, ten further where there is room; undefined where all are taken. */
export function freeBehind(taken: ReadonlySet<number>, number: number): number | undefined {
  const next = Math.min(ruleNumbers.to + 1, ...[...taken].filter((each) => each > number));
  const start = number + step < next ? number + step : Math.max(number + 1, Math.floor((number + next) / 2));
  for (let free = start; free <= ruleNumbers.to; free += 1) if (!taken.has(free)) return free;
  return undefined;
}

/** The same in front of the number. */
export function freeBefore(taken: ReadonlySet<number>, number: number): number | undefined {
  const previous = Math.max(ruleNumbers.from - 1, ...[...taken].filter((each) => each < number));
  const start = number - step > previous ? number - step : Math.min(number - 1, Math.ceil((number + previous) / 2));
  for (let free = start; free >= ruleNumbers.from; free -= 1) if (!taken.has(free)) return free;
  return undefined;
}
