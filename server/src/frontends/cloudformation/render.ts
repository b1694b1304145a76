/** Template edits -> text edits that keep comments, order, indentation, quotes and the document's style. */
import type { Span, TextEdit, TextRange } from "../../base/span.ts";
import { createTextChanges } from "../../base/text-changes.ts";
import type { SyntaxParser } from "../../syntax/document.ts";
import type { Entry, MappingNode, SyntaxNode, SyntaxTree } from "../../syntax/tree.ts";
import type { NewValue, TemplateEdit } from "../../template/edit.ts";
import { setCollectionStyle } from "./collection-style.ts";
import { addDeclaration } from "./declaration-edits.ts";
import { setFunctionForm } from "./function-forms.ts";
import { fullRange, inline, ownEntries, type Sheet, setValue, sheetOf } from "./node-edits.ts";
import { addDependsOn, entryOf, removeProperty, renameProperty, setPath, setProperty } from "./property-edits.ts";
import { addResource, removeResource } from "./resource-edits.ts";

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
    if (!isInPlace(edit)) continue;
    const written = renderInPlace(tree, edit);
    if (!written) return undefined;
    inPlace.push(...written);
  }
  if (overlap(inPlace)) return undefined;
  // Spans are those of the tree at hand, so what they mark comes first; names are found again in each text.
  changes.apply(inPlace);
  let current = tree;
  for (const edit of inOrder(edits)) {
    if (isInPlace(edit)) continue;
    if (current.layout.text !== changes.text) current = parser.parse(changes.text);
    const written = renderEdit(sheetOf(current), edit);
    if (!written) return undefined;
    changes.apply(written);
  }
  const result = parser.parse(changes.text);
  return result.problems.length > tree.problems.length || !result.root ? undefined : changes.edits();
}

/** Edits of what a span marks. */
type InPlaceEdit = Extract<
  TemplateEdit,
  { readonly kind: "replace-value" | "replace-text" | "set-function-form" | "set-collection-style" }
>;

function isInPlace(edit: TemplateEdit): edit is InPlaceEdit {
  switch (edit.kind) {
    case "replace-value":
    case "replace-text":
    case "set-function-form":
    case "set-collection-style":
      return true;
    default:
      return false;
  }
}

function renderInPlace(tree: SyntaxTree, edit: InPlaceEdit): readonly TextEdit[] | undefined {
  switch (edit.kind) {
    case "replace-value":
      return replaceValue(tree, edit.span, edit.value);
    case "replace-text":
      return replaceText(tree, edit.span, edit.text);
    case "set-function-form":
      return setFunctionForm(sheetOf(tree), edit.form, edit.span);
    case "set-collection-style":
      return setCollectionStyle(sheetOf(tree), edit.style, edit.span);
  }
}

/** Several resources behind the same one stand in the order of their edits: each behind the one added before it. */
function inOrder(edits: readonly TemplateEdit[]): readonly TemplateEdit[] {
  const behind = new Map<string, string>();
  return edits.map((edit) => {
    if (edit.kind !== "add-resource" || edit.after === undefined) return edit;
    let after = edit.after;
    for (let next = behind.get(after); next !== undefined; next = behind.get(after)) after = next;
    behind.set(after, edit.id);
    return { ...edit, after };
  });
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = edits.toSorted((a, b) => a.range.start - b.range.start);
  return ordered.some(({ range }, index) => {
    const before = ordered[index - 1]?.range;
    return before !== undefined && (before.end > range.start || before.start === range.start);
  });
}

function replaceValue(tree: SyntaxTree, span: Span, value: NewValue): readonly TextEdit[] | undefined {
  if (!tree.layout.has(span.block)) return undefined;
  const sheet = sheetOf(tree);
  const range = tree.layout.rangeOf(span);
  const node = nodeAt(sheet, range);
  const before = sheet.text[range.start - 1] ?? " ";
  if (!node) {
    // Part of a text, such as a name in `Vpc.CidrBlock`.
    return typeof value === "string" ? replaceText(tree, span, value) : undefined;
  }
  if (node.entry) return setValue(sheet, node.entry, value);
  const newText = inline(sheet, value, node.node);
  return [{ range, newText: /[\s[{(]/.test(before) ? newText : ` ${newText}` }];
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

function replaceText(tree: SyntaxTree, span: Span, text: string): readonly TextEdit[] | undefined {
  if (!tree.layout.has(span.block) || /[\r\n]/.test(text)) return undefined;
  const range = tree.layout.rangeOf(span);
  const newText = tree.style.language === "json" ? JSON.stringify(text).slice(1, -1) : text;
  return [{ range, newText }];
}

type NamedEdit = Exclude<TemplateEdit, InPlaceEdit>;

function renderEdit(sheet: Sheet, edit: NamedEdit): readonly TextEdit[] | undefined {
  if (edit.kind === "add-resource") return addResource(sheet, edit);
  if (edit.kind === "add-declaration") return addDeclaration(sheet, edit);
  if (edit.kind === "replace-ranges") return undefined;
  if (edit.kind === "set-parameter") {
    const parameter = declarationOf(sheet, "Parameters", edit.parameter);
    return parameter && setPath(sheet, parameter.body, [edit.attribute], edit.value);
  }
  const resource = declarationOf(sheet, "Resources", edit.resource);
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

interface FoundDeclaration {
  readonly section: MappingNode;
  readonly entry: Entry;
  readonly body: MappingNode;
}

/** A declaration as written; not one that a loop or an alias makes. */
function declarationOf({ tree }: Sheet, sectionName: string, id: string): FoundDeclaration | undefined {
  const section = entryOf(tree.root, sectionName)?.value;
  if (section?.kind !== "mapping") return undefined;
  const entry = entryOf(section, id);
  return entry?.value.kind === "mapping" && entry.value.tag === undefined
    ? { section, entry, body: entry.value }
    : undefined;
}
