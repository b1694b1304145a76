/** Where the properties of a construct stand in the text: by path, and by range. */
import type { CodeExpression } from "../../syntax/code/ast.ts";
import type { PropertyPath } from "../../template/edit.ts";
import type { PropertyName, PropertyNames } from "./catalog.ts";
import type { CodeEntry, Construct, Located } from "./code-value.ts";
import { type Container, containerOf, entryOf, propertiesContainer } from "./containers.ts";
import type { Reading } from "./reading.ts";

export interface Use {
  readonly construct: Construct;
  readonly name: PropertyName | undefined;
  readonly key: string;
  readonly keyRange: { readonly start: number; readonly end: number };
}

/** The property whose value stands at the range. */
export function useAt(reading: Reading, range: { start: number; end: number }): Use | undefined {
  const inEntries = (
    construct: Construct,
    entries: readonly CodeEntry[],
    names: PropertyNames | undefined,
  ): Use | undefined => {
    for (const { key, keyRange, value } of entries) {
      const name = names?.property(key);
      if (value.range.start === range.start && value.range.end === range.end) return { construct, name, key, keyRange };
      const inner = inValue(construct, value, name);
      if (inner) return inner;
    }
    return undefined;
  };
  const inValue = (construct: Construct, { value }: Located, name: PropertyName | undefined): Use | undefined => {
    if (value.kind === "object") return inEntries(construct, value.entries, name?.nested);
    if (value.kind !== "list") return undefined;
    for (const item of value.items) {
      const at = item.range;
      if (at.start === range.start && at.end === range.end)
        return { construct, name, key: "", keyRange: { start: -1, end: -1 } };
      const inner = inValue(construct, item, name);
      if (inner) return inner;
    }
    return undefined;
  };
  for (const construct of reading.constructs) {
    const found = inEntries(construct, construct.properties, construct.names.properties);
    if (found) return found;
  }
  return undefined;
}

/** The entry at a path of properties, in the literals as they are written. */
export function findEntry(
  construct: Construct,
  path: PropertyPath,
): { container: Container; entry: Container["entries"][number] } | undefined {
  const parent = walk(construct, path.slice(0, -1));
  const last = path.at(-1);
  if (parent?.kind !== "container" || typeof last !== "string") return undefined;
  const entry = entryOf(parent.container, last);
  return entry && { container: parent.container, entry };
}

export type Reached =
  | { readonly kind: "container"; readonly container: Container }
  | {
      readonly kind: "list";
      readonly node: CodeExpression & { kind: "list" };
      readonly name: PropertyName | undefined;
    };

/** Follows a path through literals; undefined where something on the way isn't one, or isn't there. */
export function walk(construct: Construct, path: PropertyPath): Reached | undefined {
  const container = propertiesContainer(construct.call, construct.names.properties);
  let reached: Reached | undefined = container && { kind: "container", container };
  let name: PropertyName | undefined;
  for (const part of path) {
    let node: CodeExpression | undefined;
    if (reached?.kind === "container" && typeof part === "string") {
      name = reached.container.names?.byName(part);
      node = entryOf(reached.container, part)?.value;
    } else if (reached?.kind === "list" && typeof part === "number") {
      node = reached.node.items[part];
    }
    reached = node && reach(node, name);
  }
  return reached;
}

function reach(node: CodeExpression, name: PropertyName | undefined): Reached | undefined {
  if (node.kind === "list") return { kind: "list", node, name };
  const container = containerOf(node, name?.nested);
  return container && { kind: "container", container };
}

/** Whether something is written at the path, readable or not. */
export function exists(construct: Construct, path: PropertyPath): boolean {
  const parent = walk(construct, path.slice(0, -1));
  const last = path.at(-1);
  if (parent?.kind === "container" && typeof last === "string") return entryOf(parent.container, last) !== undefined;
  return parent?.kind === "list" && typeof last === "number" && last < parent.node.items.length;
}
