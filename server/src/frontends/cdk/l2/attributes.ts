/** What is taken from constructs of the library: `alb.loadBalancerDnsName`. */
import type { CodeRange, Member } from "../../../syntax/code/ast.ts";
import { type CodeValue, type Located, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import type { Attribute } from "./made.ts";

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

/** A reference to a construct that is given as a whole; unknown where it isn't one of this program. */
export function refGiven(reading: Reading, given: Located | undefined): Located | undefined {
  if (!given) return undefined;
  const id = constructId(given);
  const isKnown = id !== undefined && reading.made.has(id);
  return { value: isKnown ? refTo(id, given.range) : { kind: "opaque" }, range: given.range };
}

export function textAt(text: string, range: CodeRange): Located {
  return { value: scalar(text), range };
}
