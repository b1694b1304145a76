/** What stands for a VPC where a construct takes one. */
import { type Located, opaque } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { madeOf } from "./attributes.ts";
import type { MadeVpc } from "./made.ts";

/** Undefined where it isn't a `Vpc` of this program. */
export function madeVpc(reading: Reading, located: Located | undefined): MadeVpc | undefined {
  const made = madeOf(reading, located);
  return made?.kind === "vpc" ? made : undefined;
}

/** Its id; unknown where the VPC is. */
export function vpcIdOf(reading: Reading, located: Located | undefined): Located | typeof opaque {
  const vpc = madeVpc(reading, located);
  if (!located) return opaque;
  return { value: vpc ? refTo(vpc.id, located.range) : opaque, range: located.range };
}
