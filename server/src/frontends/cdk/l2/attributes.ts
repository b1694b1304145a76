/** What is taken from constructs of the library: `alb.loadBalancerDnsName`. */
import type { Member } from "../../../syntax/code/ast.ts";
import { type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import type { Attribute, Made } from "./made.ts";

/**
 * @param id of the resource
 * @param names CloudFormation's attributes by TypeScript's names; `Ref` for what `Ref` gives
 */
export function attributesOf(id: string, names: Readonly<Record<string, string>>): Attribute {
  return (name, node) => (Object.hasOwn(names, name) ? take(id, names[name] ?? "", node) : undefined);
}

function take(id: string, attribute: string, node: Member): CodeValue {
  if (attribute === "Ref") return refTo(id, node.object, node.nameRange);
  const items = [
    { value: scalar(id), range: node.object },
    { value: scalar(attribute), range: node.nameRange },
  ];
  const argument: Located = { value: { kind: "list", items }, range: node };
  return { kind: "intrinsic", name: "GetAtt", nameRange: node.nameRange, argument };
}

/** The id of a construct that is given as a whole: `{ targetGroups: [group] }`. */
export function constructId({ value }: Located): string | undefined {
  return value.kind === "other-construct" ? value.id : undefined;
}

/** What is remembered of a construct that is given as a whole; undefined where it isn't one of this program. */
export function madeOf(reading: Reading, given: Located | undefined): Made | undefined {
  const id = given && constructId(given);
  return id === undefined ? undefined : reading.made.get(id);
}

/** A reference to a construct that is given as a whole; unknown where it isn't one of this program. */
export function refGiven(reading: Reading, given: Located | undefined): Located | undefined {
  if (!given) return undefined;
  const made = madeOf(reading, given);
  return { value: made ? refTo(made.id, given.range) : opaque, range: given.range };
}
