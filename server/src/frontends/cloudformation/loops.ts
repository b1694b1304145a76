/**
 * `Fn::ForEach`, unrolled where its collection is written out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
import type { Entry, MappingNode, SyntaxNode } from "../../syntax/tree.ts";

/** Loop variables and their values. */
export type Bindings = ReadonlyMap<string, string>;

export const noBindings: Bindings = new Map();

/** More turns than this are not unrolled; a template holds 500 resources at the most. */
const maxTurns = 500;

/** One turn of a loop: its body, to be read with these bindings. */
export interface Turn {
  readonly bindings: Bindings;
  readonly body: MappingNode;
}

export function isLoopKey(key: string): boolean {
  return key.startsWith("Fn::ForEach::");
}

/** The turns of a loop; undefined where the collection is not a literal list or the loop is not well formed. */
export function expandLoop(entry: Entry, bindings: Bindings): readonly Turn[] | undefined {
  if (entry.value.kind !== "sequence") return undefined;
  const [variable, collection, body] = entry.value.items;
  if (variable?.kind !== "scalar" || body?.kind !== "mapping" || variable.text === "") return undefined;
  const values = literals(collection, bindings);
  if (!values || values.length * Math.max(1, body.entries.length) > maxTurns) return undefined;
  return values.map((value) => ({ bindings: new Map([...bindings, [variable.text, value]]), body }));
}

function literals(node: SyntaxNode | undefined, bindings: Bindings): string[] | undefined {
  if (node?.kind !== "sequence" || node.tag !== undefined) return undefined;
  const values: string[] = [];
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.tag !== undefined) return undefined;
    values.push(substitute(item.text, bindings));
  }
  return values;
}

/** The text with `${Variable}` and `&{Variable}` (the value without other characters than letters and digits) filled in. */
export function substitute(text: string, bindings: Bindings): string {
  if (bindings.size === 0 || !text.includes("{")) return text;
  return text.replace(/([$&])\{([^}!]+)\}/g, (whole, sign: string, name: string) => {
    const value = bindings.get(name.trim());
    if (value === undefined) return whole;
    return sign === "&" ? value.replace(/[^A-Za-z0-9]/g, "") : value;
  });
}
