/** Constructs of the library above L1 whose resources are known. */
import type { CodeEntry } from "../code-value.ts";
import type { OtherConstruct, Reading } from "../reading.ts";
import { expandVpc } from "./expand-vpc.ts";
import type { Maker } from "./implied.ts";

export interface Circumstances {
  /** There may be more properties than those given. */
  readonly open: boolean;
  /** It is made once, and nothing about it is broken. */
  readonly isPlain: boolean;
}

/** Adds what the construct makes, and remembers what later statements need of it. */
export function makeHigherLevel(
  reading: Reading,
  maker: OtherConstruct & Maker,
  entries: readonly CodeEntry[],
  { open, isPlain }: Circumstances,
): void {
  if (!isPlain) return;
  switch (maker.symbol) {
    case "ec2.Vpc":
      reading.made.set(maker.id, expandVpc(reading, maker, entries, open));
  }
}
