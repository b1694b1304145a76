/** `Metadata: { routewise: { ignore: [{ rule: id, reason: … }] } }` of a resource, or of the whole template. */
import type { TextEdit, TextRange } from "../../base/span.ts";
import type { Entry, MappingNode, ScalarNode, SyntaxNode } from "../../syntax/tree.ts";
import type { IgnoreNote } from "../../template/ignores.ts";
import { ownEntries, removeEntry, removeItem, type Sheet } from "./node-edits.ts";
import { entryOf, setPath } from "./property-edits.ts";

/** The notes of the template's metadata and of its resources'. */
export function notesInMetadata(sheet: Sheet): readonly IgnoreNote[] {
  const { tree, text } = sheet;
  // Most templates have none, and looking costs nothing then.
  if (!tree.root || !text.includes("routewise")) return [];
  const ofTemplate = notesOf(sheet, tree.root, { start: 0, end: text.length });
  const resources = entryOf(tree.root, "Resources")?.value;
  const ofResources = resources?.kind === "mapping" ? ownEntries(resources) : [];
  return [
    ...ofTemplate,
    ...ofResources.flatMap(({ value, span }) =>
      value.kind === "mapping" ? notesOf(sheet, value, tree.layout.rangeOf(span)) : [],
    ),
  ];
}

/** The mappings from the one that holds `Metadata` down to the one that holds `ignore`, each with the entry below. */
interface Found {
  readonly way: readonly { readonly mapping: MappingNode; readonly entry: Entry }[];
  readonly value: SyntaxNode;
}

function find(holder: MappingNode): Found | undefined {
  const way: Found["way"][number][] = [];
  let value: SyntaxNode = holder;
  for (const key of ["Metadata", "routewise", "ignore"]) {
    if (value.kind !== "mapping") return undefined;
    const entry = entryOf(value, key);
    if (!entry) return undefined;
    way.push({ mapping: value, entry });
    value = entry.value;
  }
  return { way, value };
}

function notesOf(sheet: Sheet, holder: MappingNode, covered: TextRange): readonly IgnoreNote[] {
  const found = find(holder);
  if (!found) return [];
  const { value } = found;
  const items = value.kind === "sequence" ? value.items : [value];
  return items.flatMap((item, index) => {
    const named = item.kind === "mapping" ? entryOf(item, "rule")?.value : item;
    const reason = item.kind === "mapping" ? entryOf(item, "reason")?.value : undefined;
    const id = named?.kind === "scalar" ? named : undefined;
    return [
      {
        rule: id?.text ?? "",
        reason: reason?.kind === "scalar" ? reason.text : "",
        range: id ? insideQuotes(sheet, id) : sheet.tree.layout.rangeOf(item.span),
        covers: [covered],
        removal: () =>
          value.kind === "sequence" && value.items.length > 1
            ? removeItem(sheet, value, index)
            : removeUpwards(sheet, found),
      },
    ];
  });
}

function insideQuotes({ tree }: Sheet, { span, style }: ScalarNode): TextRange {
  const { start, end } = tree.layout.rangeOf(span);
  return style === "plain" ? { start, end } : { start: start + 1, end: end - 1 };
}

/** The only note goes with the metadata that hold nothing else. */
function removeUpwards(sheet: Sheet, { way }: Found): readonly TextEdit[] | undefined {
  const target = way.findLast(({ mapping }, index) => index === 0 || ownEntries(mapping).length > 1);
  return target && removeEntry(sheet, target.mapping, target.entry);
}

/** Adds a note to the metadata of a resource's body, or of the root; undefined where they are of another form. */
export function addToMetadata(sheet: Sheet, holder: MappingNode, rule: string): readonly TextEdit[] | undefined {
  const value = find(holder)?.value;
  const count = value?.kind === "sequence" ? value.items.length : 0;
  return setPath(sheet, holder, ["Metadata", "routewise", "ignore", count], { object: { rule } });
}
