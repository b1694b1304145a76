/** Template edits -> text edits that keep comments, order, indentation, quotes and the document's style. */
import type { Span, TextEdit, TextRange } from "../../base/span.ts";
import type { SyntaxParser } from "../../syntax/document.ts";
import type { Entry, MappingNode, SyntaxNode, SyntaxTree } from "../../syntax/tree.ts";
import type { NewValue, PropertyPath, TemplateEdit } from "../../template/edit.ts";
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
  sheetOf,
} from "./node-edits.ts";
import { addResource, removeResource } from "./resource-edits.ts";
import { createTextChanges } from "./text-changes.ts";
import { yamlKey } from "./write-yaml.ts";

/**
 * The edits as edits of the text; undefined where one of them cannot be written, or the result would read worse than
 * the text before.
 *
 * @param parser for the texts in between; it may keep blocks of the document
 */
export function renderEdits(
  tree: SyntaxTree,
  edits: readonly TemplateEdit[],
  parser: SyntaxParser,
): readonly TextEdit[] | undefined {
  const changes = createTextChanges(tree.layout.text);
  const inPlace: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.kind !== "replace-value" && edit.kind !== "replace-text") continue;
    const written =
      edit.kind === "replace-value"
        ? replaceValue(tree, edit.span, edit.value)
        : replaceText(tree, edit.span, edit.text);
    if (!written) return undefined;
    inPlace.push(written);
  }
  if (overlap(inPlace)) return undefined;
  // Spans are those of the tree at hand, so what they mark comes first; names are found again in each text.
  changes.apply(inPlace);
  let current = tree;
  for (const edit of edits) {
    if (edit.kind === "replace-value" || edit.kind === "replace-text") continue;
    if (current.layout.text !== changes.text) current = parser.parse(changes.text);
    const written = renderEdit(sheetOf(current), edit);
    if (!written) return undefined;
    changes.apply(written);
  }
  const result = parser.parse(changes.text);
  return result.problems.length > tree.problems.length || !result.root ? undefined : changes.edits();
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = edits.toSorted((a, b) => a.range.start - b.range.start);
  return ordered.some(({ range }, index) => {
    const before = ordered[index - 1]?.range;
    return before !== undefined && (before.end > range.start || before.start === range.start);
  });
}

function replaceValue(tree: SyntaxTree, span: Span, value: NewValue): TextEdit | undefined {
  if (!tree.layout.has(span.block)) return undefined;
  const sheet = sheetOf(tree);
  const range = tree.layout.rangeOf(span);
  const node = nodeAt(sheet, range);
  const before = sheet.text[range.start - 1] ?? " ";
  if (!node) {
    // Part of a text, such as a name in `Vpc.CidrBlock`.
    return typeof value === "string" ? replaceText(tree, span, value) : undefined;
  }
  if (node.entry) {
    const [edit] = setValue(sheet, node.entry, value) ?? [];
    return edit;
  }
  const newText = inline(sheet, value, node.node);
  return { range, newText: /[\s[{(]/.test(before) ? newText : ` ${newText}` };
}

/** The node with exactly this range, and the entry whose value it is. */
function nodeAt(sheet: Sheet, range: TextRange): { readonly node: SyntaxNode; readonly entry?: Entry } | undefined {
  let found: { readonly node: SyntaxNode; readonly entry?: Entry } | undefined;
  const visit = (node: SyntaxNode, entry?: Entry): void => {
    const own = fullRange(sheet, node);
    if (own.start > range.start || own.end < range.end) return;
    if (own.start === range.start && own.end === range.end) found ??= entry ? { node, entry } : { node };
    if (node.kind === "sequence") for (const item of node.items) visit(item);
    if (node.kind === "mapping") for (const each of ownEntries(node)) visit(each.value, each);
  };
  if (sheet.tree.root) visit(sheet.tree.root);
  return found;
}

function replaceText(tree: SyntaxTree, span: Span, text: string): TextEdit | undefined {
  if (!tree.layout.has(span.block) || /[\r\n]/.test(text)) return undefined;
  const range = tree.layout.rangeOf(span);
  const newText = tree.style.language === "json" ? JSON.stringify(text).slice(1, -1) : text;
  return { range, newText };
}

type NamedEdit = Exclude<TemplateEdit, { readonly kind: "replace-value" | "replace-text" }>;

function renderEdit(sheet: Sheet, edit: NamedEdit): readonly TextEdit[] | undefined {
  if (edit.kind === "add-resource") return addResource(sheet, edit);
  const resource = resourceOf(sheet, edit.resource);
  if (!resource) return undefined;
  switch (edit.kind) {
    case "remove-resource":
      return removeResource(sheet, resource.section, resource.entry);
    case "set-property":
      return setProperty(sheet, resource.body, edit.path, edit.value);
    case "remove-property":
      return removeProperty(sheet, resource.body, edit.path);
    case "rename-property":
      return renameProperty(sheet, resource.body, edit.path, edit.to);
    case "add-depends-on":
      return addDependsOn(sheet, resource.body, edit.target);
  }
}

interface FoundResource {
  readonly section: MappingNode;
  readonly entry: Entry;
  readonly body: MappingNode;
}

/** A resource as written; not one that a loop or an alias makes. */
function resourceOf({ tree }: Sheet, id: string): FoundResource | undefined {
  const section = entryOf(tree.root, "Resources")?.value;
  if (section?.kind !== "mapping") return undefined;
  const entry = entryOf(section, id);
  return entry?.value.kind === "mapping" && entry.value.tag === undefined
    ? { section, entry, body: entry.value }
    : undefined;
}

/** The last, as with `propertyOf`; merged ones cannot be edited. */
export function entryOf(mapping: MappingNode | undefined, key: string): Entry | undefined {
  return mapping && ownEntries(mapping).findLast((entry) => entry.key.text === key);
}

function setProperty(
  sheet: Sheet,
  body: MappingNode,
  path: PropertyPath,
  value: NewValue,
): readonly TextEdit[] | undefined {
  let container: MappingNode = body;
  const full: PropertyPath = ["Properties", ...path];
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
      const item = node.items[step];
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
function removeProperty(sheet: Sheet, body: MappingNode, path: PropertyPath): readonly TextEdit[] | undefined {
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

function renameProperty(
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

function addDependsOn(sheet: Sheet, body: MappingNode, target: string): readonly TextEdit[] | undefined {
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
