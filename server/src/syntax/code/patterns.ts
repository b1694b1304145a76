/** What a loop or a function binds to each item: `x`, `[a, b]`, `{ name, cidr }`, `a, b`. */
import type { ItemPattern } from "./ast.ts";
import { inField, type RawNode } from "./raw.ts";

/** Undefined for what isn't plain: defaults, rests. */
export function patternOf(node: RawNode | undefined, text: (node: RawNode) => string): ItemPattern | undefined {
  switch (node?.type) {
    case "identifier":
    case "shorthand_property_identifier_pattern":
      return { kind: "name", name: text(node) };
    case "array_pattern":
    case "pattern_list":
    case "tuple_pattern":
      return all(node.children, (items) => ({ kind: "items", items }), text);
    case "object_pattern": {
      const keys = node.children.map((child) => {
        const key = child.type === "pair_pattern" ? inField(child, "key") : child;
        return key ? text(key) : "";
      });
      const values = node.children.map((child) =>
        child.type === "pair_pattern" ? (inField(child, "value") ?? child) : child,
      );
      return all(values, (items) => ({ kind: "keys", keys, items }), text);
    }
    case "required_parameter":
      return patternOf(inField(node, "pattern"), text);
    default:
      return undefined;
  }
}

function all(
  nodes: readonly RawNode[],
  of: (items: readonly ItemPattern[]) => ItemPattern,
  text: (node: RawNode) => string,
): ItemPattern | undefined {
  const items = nodes.map((node) => patternOf(node, text));
  return items.every((item) => item !== undefined) ? of(items) : undefined;
}
