/** What stands for a VPC where a construct takes one. */
import { type Located, opaque } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import type { MadeVpc } from "./made.ts";

/** Undefined where it isn't a `Vpc` of this program. */
export function madeVpc(reading: Reading, located: Located | undefined): MadeVpc | undefined {
  const made = located?.value.kind === "other-construct" ? reading.made.get(located.value.id) : undefined;
  return made?.kind === "vpc" ? made : undefined;
}

/** Its id; unknown where the VPC is. */
export function vpcIdOf(reading: Reading, located: Located | undefined): Located | typeof opaque {
  const vpc = madeVpc(reading, located);
  if (!located) return opaque;
  return { value: vpc ? refTo(vpc.id, located.range) : opaque, range: located.range };
}
