/** Edits inside one resource: its properties, found by their path, and `DependsOn`. */
import type { TextEdit } from "../../base/span.ts";
import type { Entry, MappingNode, SyntaxNode } from "../../syntax/tree.ts";
import type { NewValue, PropertyPath } from "../../template/edit.ts";
import { isEmpty } from "./focus.ts";
import {
  addEntry,
  addItem,
  fullRange,
  inline,
  ownEntries,
  removeEntry,
  removeItem,
  type Sheet,
  setValue,
} from "./node-edits.ts";
import { yamlKey } from "./write-yaml.ts";

/** The last, as with `propertyOf`; merged ones cannot be edited. */
export function entryOf(mapping: MappingNode | undefined, key: string): Entry | undefined {
  return mapping && ownEntries(mapping).findLast((entry) => entry.key.text === key);
}

export function setProperty(
  sheet: Sheet,
  body: MappingNode,
  path: PropertyPath,
  value: NewValue,
): readonly TextEdit[] | undefined {
  return setPath(sheet, body, ["Properties", ...path], value);
}

/** Sets what a path from the mapping leads to, adding what is missing on the way. */
export function setPath(
  sheet: Sheet,
  mapping: MappingNode,
  full: PropertyPath,
  value: NewValue,
): readonly TextEdit[] | undefined {
  let container = mapping;
  for (const [position, step] of full.entries()) {
    const rest = full.slice(position + 1);
    if (typeof step !== "string") return undefined;
    const entry = entryOf(container, step);
    if (!entry) {
      if (container.entries.some(({ key }) => key.text === step)) return undefined;
      const nested = nest(rest, value);
      return nested && addEntry(sheet, container, step, nested.value);
    }
    if (rest.length === 0) return setValue(sheet, entry, value);
    const inner = descend(sheet, entry.value, rest, value);
    if (inner.kind === "edits") return inner.edits;
    if (inner.kind === "empty") {
      const nested = nest(rest, value);
      return nested && setValue(sheet, entry, nested.value);
    }
    if (inner.kind === "item") return setInItem(sheet, inner.node, inner.rest, value);
    container = inner.mapping;
  }
  return undefined;
}

type Descent =
  | { readonly kind: "mapping"; readonly mapping: MappingNode }
  | { readonly kind: "item"; readonly node: MappingNode; readonly rest: PropertyPath }
  | { readonly kind: "empty" }
  | { readonly kind: "edits"; readonly edits: readonly TextEdit[] | undefined };

const declined: Descent = { kind: "edits", edits: undefined };

function descend(sheet: Sheet, node: SyntaxNode, rest: PropertyPath, value: NewValue): Descent {
  if (node.tag !== undefined) return declined;
  if (isEmpty(node)) return { kind: "empty" };
  if (node.kind === "mapping") {
    const isCall = node.entries.length === 1 && /^(?:Ref$|Fn::)/.test(node.entries[0]?.key.text ?? "");
    return isCall ? declined : { kind: "mapping", mapping: node };
  }
  const [index, ...below] = rest;
  if (node.kind !== "sequence" || typeof index !== "number") return declined;
  const item = node.items[index];
  if (!item) {
    const nested = index === node.items.length ? nest(below, value) : undefined;
    return { kind: "edits", edits: nested && addItem(sheet, node, nested.value) };
  }
  if (below.length === 0)
    return { kind: "edits", edits: [{ range: fullRange(sheet, item), newText: inline(sheet, value, item) }] };
  return item.kind === "mapping" && item.tag === undefined ? { kind: "item", node: item, rest: below } : declined;
}

/** Goes on inside an item of a list. */
function setInItem(
  sheet: Sheet,
  item: MappingNode,
  path: PropertyPath,
  value: NewValue,
): readonly TextEdit[] | undefined {
  const wrapper: MappingNode = {
    ...item,
    entries: [
      {
        key: { kind: "scalar", value: "Properties", text: "Properties", style: "plain", span: item.span },
        value: item,
        span: item.span,
      },
    ],
  };
  return setProperty(sheet, wrapper, path, value);
}

/** The value under the rest of a path that is not there yet. */
function nest(path: PropertyPath, value: NewValue): { readonly value: NewValue } | undefined {
  let nested = value;
  for (const step of path.toReversed()) {
    if (typeof step === "string") nested = { object: { [step]: nested } };
    else if (step === 0) nested = [nested];
    else return undefined;
  }
  return { value: nested };
}

type Target =
  | { readonly kind: "entry"; readonly mapping: MappingNode; readonly entry: Entry; readonly holder: Entry | undefined }
  | {
      readonly kind: "item";
      readonly node: Extract<SyntaxNode, { kind: "sequence" }>;
      readonly index: number;
      readonly holder: Entry;
    };

/** What a path leads to, and the entry whose value holds it. */
function targetOf(body: MappingNode, path: PropertyPath): Target | undefined {
  let target: Target | undefined;
  let node: SyntaxNode = body;
  let holder: Entry | undefined;
  for (const step of ["Properties", ...path]) {
    if (node.tag !== undefined) return undefined;
    if (typeof step === "string" && node.kind === "mapping") {
      const entry = entryOf(node, step);
      if (!entry) return undefined;
      target = { kind: "entry", mapping: node, entry, holder };
      holder = entry;
      node = entry.value;
    } else if (typeof step === "number" && node.kind === "sequence" && holder) {
      const item: SyntaxNode | undefined = node.items[step];
      if (!item) return undefined;
      target = { kind: "item", node, index: step, holder };
      node = item;
    } else {
      return undefined;
    }
  }
  return target;
}

/** The only property goes with `Properties`; the last of an inner object or list leaves it empty. */
export function removeProperty(sheet: Sheet, body: MappingNode, path: PropertyPath): readonly TextEdit[] | undefined {
  const target = targetOf(body, path);
  if (!target || path.length === 0) return undefined;
  if (target.kind === "item") {
    if (target.node.items.length === 1) return setValue(sheet, target.holder, []);
    return removeItem(sheet, target.node, target.index);
  }
  if (ownEntries(target.mapping).length > 1) return removeEntry(sheet, target.mapping, target.entry);
  if (target.mapping.entries.length > 1 || !target.holder) return undefined;
  if (path.length === 1) return removeEntry(sheet, body, target.holder);
  return target.holder.value === target.mapping ? setValue(sheet, target.holder, { object: {} }) : undefined;
}

export function renameProperty(
  sheet: Sheet,
  body: MappingNode,
  path: PropertyPath,
  to: string,
): readonly TextEdit[] | undefined {
  const target = targetOf(body, path);
  if (target?.kind !== "entry" || path.length === 0 || entryOf(target.mapping, to)) return undefined;
  const range = sheet.tree.layout.rangeOf(target.entry.key.span);
  const { style } = target.entry.key;
  const quoted = style === "single-quoted" ? `'${to}'` : JSON.stringify(to);
  return [{ range, newText: style === "plain" ? yamlKey(to, sheet.tree.style) : quoted }];
}

export function addDependsOn(sheet: Sheet, body: MappingNode, target: string): readonly TextEdit[] | undefined {
  const entry = entryOf(body, "DependsOn");
  if (!entry) return addEntry(sheet, body, "DependsOn", target, entryOf(body, "Type"));
  const { value } = entry;
  if (value.tag !== undefined) return undefined;
  if (isEmpty(value)) return setValue(sheet, entry, target);
  if (value.kind === "scalar") return value.text === target ? [] : setValue(sheet, entry, [value.text, target]);
  if (value.kind !== "sequence") return undefined;
  return value.items.some((item) => item.kind === "scalar" && item.text === target)
    ? []
    : addItem(sheet, value, target);
}
