/** Whole parameters and mappings put in, with their section where it is missing. */
import type { TextEdit } from "../../base/span.ts";
import type { NewValue, TemplateEdit } from "../../template/edit.ts";
import { isEmpty } from "./focus.ts";
import {
  addEntry,
  columnIndent,
  entryRange,
  insertion,
  lineEnd,
  lineStart,
  ownEntries,
  type Sheet,
  setValue,
} from "./node-edits.ts";
import { hasEmptyLines } from "./resource-edits.ts";
import { jsonEntry } from "./write-json.ts";
import { yamlEntry } from "./write-yaml.ts";

type AddDeclaration = Extract<TemplateEdit, { readonly kind: "add-declaration" }>;

/** The sections in the order in which AWS's documentation shows them. */
const sectionOrder = [
  "AWSTemplateFormatVersion",
  "Transform",
  "Description",
  "Metadata",
  "Parameters",
  "Rules",
  "Mappings",
];

/** Last in its section, parted by an empty line where the others are. */
export function addDeclaration(sheet: Sheet, { section, id, body }: AddDeclaration): readonly TextEdit[] | undefined {
  const { root, style } = sheet.tree;
  if (!root) return undefined;
  const value: NewValue = { object: body };
  const found = ownEntries(root).findLast((entry) => entry.key.text === section);
  if (!found) return addSection(sheet, section, { object: { [id]: value } });
  if (isEmpty(found.value)) return setValue(sheet, found, { object: { [id]: value } });
  if (found.value.kind !== "mapping" || found.value.tag !== undefined) return undefined;
  if (found.value.entries.some(({ key }) => key.text === id)) return undefined;
  const entries = ownEntries(found.value);
  const anchor = entries.at(-1);
  if (!anchor || found.value.flow) return addEntry(sheet, found.value, id, value);
  const indent = columnIndent(sheet, sheet.tree.layout.rangeOf(anchor.key.span).start);
  const gap = entries.length > 1 && hasEmptyLines(sheet, entries) ? style.eol + style.eol : style.eol;
  const at = lineEnd(sheet.text, entryRange(sheet, anchor).end);
  return [insertion(at, `${gap}${indent}${yamlEntry(id, value, indent, style)}`)];
}

/** Before the first section that comes after it. */
function addSection(sheet: Sheet, section: string, value: NewValue): readonly TextEdit[] | undefined {
  const { tree, json, text } = sheet;
  const { root, style } = tree;
  if (!root) return undefined;
  const before = sectionOrder.slice(0, sectionOrder.indexOf(section) + 1);
  const entries = ownEntries(root);
  const next = entries.find(({ key }) => !before.includes(key.text));
  if (!next) return addEntry(sheet, root, section, value);
  const { start } = entryRange(sheet, next);
  const line = lineStart(text, start);
  const indent = columnIndent(sheet, start);
  if (root.flow) {
    if (!json) return undefined;
    const ownLine = text.slice(line, start).trim() === "";
    const gap = ownLine ? `,${style.eol}${indent}` : ", ";
    return [insertion(start, `${jsonEntry(section, value, ownLine ? indent : "", json)}${gap}`)];
  }
  if (text.slice(line, start).trim() !== "") return undefined;
  const gap = hasEmptyLines(sheet, entries) ? style.eol + style.eol : style.eol;
  const at = aboveComments(text, line);
  return [insertion(at, `${indent}${yamlEntry(section, value, indent, style)}${gap}`)];
}

/** Comments right above a section belong to it. */
function aboveComments(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    const start = lineStart(text, at - 1);
    if (!/^[ \t]*#/.test(text.slice(start, at))) return at;
    at = start;
  }
  // A comment at the head of the file speaks of the file.
  return line;
}
