/** Whole resources put in and taken out. */
import type { TextEdit } from "../../base/span.ts";
import type { Entry, MappingNode } from "../../syntax/tree.ts";
import type { NewValue, TemplateEdit } from "../../template/edit.ts";
import { isEmpty } from "./focus.ts";
import {
  addEntry,
  columnIndent,
  deletion,
  entryRange,
  insertion,
  lineEnd,
  lineStart,
  ownEntries,
  removeEntry,
  type Sheet,
  setValue,
} from "./node-edits.ts";
import { yamlEntry } from "./write-yaml.ts";

type AddResource = Extract<TemplateEdit, { readonly kind: "add-resource" }>;

/** Behind the resource `after`, else last; parted by an empty line where the others are. */
export function addResource(sheet: Sheet, edit: AddResource): readonly TextEdit[] | undefined {
  const { tree } = sheet;
  const { root } = tree;
  if (!root) return undefined;
  const value = bodyOf(edit);
  const section = ownEntries(root).find((entry) => entry.key.text === "Resources");
  if (!section) return addEntry(sheet, root, "Resources", { object: { [edit.id]: value } });
  if (isEmpty(section.value)) return setValue(sheet, section, { object: { [edit.id]: value } });
  if (section.value.kind !== "mapping" || section.value.tag !== undefined) return undefined;
  const entries = ownEntries(section.value);
  if (section.value.entries.some(({ key }) => key.text === edit.id)) return undefined;
  const anchor = entries.find(({ key }) => key.text === edit.after) ?? entries.at(-1);
  if (!anchor || section.value.flow) return addEntry(sheet, section.value, edit.id, value, anchor);
  const indent = columnIndent(sheet, tree.layout.rangeOf(anchor.key.span).start);
  const { eol } = tree.style;
  const gap = hasEmptyLines(sheet, entries) ? eol + eol : eol;
  const at = lineEnd(sheet.text, entryRange(sheet, anchor).end);
  return [insertion(at, `${gap}${indent}${yamlEntry(edit.id, value, indent, tree.style)}`)];
}

function bodyOf({ type, condition, dependsOn, properties }: AddResource): NewValue {
  const body: Record<string, NewValue> = { Type: type };
  if (condition !== undefined) body.Condition = condition;
  const [only, ...more] = dependsOn ?? [];
  if (only !== undefined) body.DependsOn = more.length === 0 ? only : [only, ...more];
  if (Object.keys(properties).length > 0) body.Properties = { object: properties };
  return { object: body };
}

/** Whether most entries have an empty line before them. */
export function hasEmptyLines(sheet: Sheet, entries: readonly Entry[]): boolean {
  const parted = entries.slice(1).filter((entry, index) => {
    const before = entries[index];
    if (!before) return false;
    const between = sheet.text.slice(entryRange(sheet, before).end, entryRange(sheet, entry).start);
    return /\n[ \t]*\r?\n/.test(between);
  });
  return parted.length * 2 >= Math.max(1, entries.length - 1);
}

/** With the empty line before it, where one follows too. The only resource stays. */
export function removeResource(sheet: Sheet, section: MappingNode, entry: Entry): readonly TextEdit[] | undefined {
  const edits = removeEntry(sheet, section, entry);
  const [edit] = edits ?? [];
  if (!edit || section.flow) return edits;
  const { text } = sheet;
  const { start, end } = edit.range;
  const emptyBefore = /(?:^|\n)([ \t]*\r?\n)$/.exec(text.slice(0, start))?.[1];
  const emptyBehind = end >= text.length || /^[ \t]*\r?(?:\n|$)/.test(text.slice(end, lineEnd(text, end) + 1));
  if (emptyBefore === undefined || !emptyBehind || lineStart(text, start) !== start) return edits;
  return [deletion(start - emptyBefore.length, end)];
}
