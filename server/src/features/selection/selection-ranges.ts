/** What a selection grows to: part of a value, value, property, the object around it, resource, section, document. */
import type { TextRange } from "../../base/span.ts";
import { touches } from "../../base/span.ts";
import type { Entry, SyntaxNode } from "../../syntax/tree.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

/** From the innermost to the whole document, each wider than the one before. */
export function selectionRanges({ document: { tree, layout }, text }: Snapshot, offset: number): readonly TextRange[] {
  const outer: TextRange[] = [{ start: 0, end: text.length }];
  const visitEntry = (entry: Entry): void => {
    outer.push(layout.rangeOf(entry.span));
    const key = layout.rangeOf(entry.key.span);
    if (touches(key, offset)) outer.push(key, ...partsOf(text, key, offset));
    else visit(entry.value);
  };
  const visit = (node: SyntaxNode): void => {
    const own = layout.rangeOf(node.span);
    const start = node.tagSpan ? layout.rangeOf(node.tagSpan).start : own.start;
    if (!touches({ start, end: own.end }, offset)) return;
    outer.push({ start, end: own.end });
    if (node.tagSpan && touches(layout.rangeOf(node.tagSpan), offset)) {
      outer.push(layout.rangeOf(node.tagSpan));
      return;
    }
    if (start < own.start) outer.push(own);
    if (node.kind === "scalar") outer.push(...partsOf(text, own, offset));
    else if (node.kind === "sequence") {
      const item = node.items.find((each) => touchesNode(each, offset));
      if (item) visit(item);
    } else {
      const entry = node.entries.find((each) => touches(layout.rangeOf(each.span), offset));
      if (entry) visitEntry(entry);
    }
  };
  const touchesNode = (node: SyntaxNode, at: number): boolean => {
    const own = layout.rangeOf(node.span);
    return touches({ start: node.tagSpan ? layout.rangeOf(node.tagSpan).start : own.start, end: own.end }, at);
  };
  if (tree?.root) visit(tree.root);
  return growing(outer.reverse());
}

/** Inside a text: without its quotes, a `${…}` and the name in it, the address and the prefix of a CIDR block. */
function partsOf(text: string, range: TextRange, offset: number): readonly TextRange[] {
  const written = text.slice(range.start, range.end);
  const parts: TextRange[] = [];
  if (/^(["'])[\s\S]*\1$/.test(written) && written.length > 1)
    parts.push({ start: range.start + 1, end: range.end - 1 });
  for (const pattern of [
    /\$\{[^}]*\}/g,
    /(?<=\$\{)[^}]*/g,
    /[0-9a-fA-F:.]+\/\d+/g,
    /[0-9a-fA-F:.]+(?=\/\d)/g,
    /(?<=\/)\d+/g,
    /[\w-]+/g,
  ]) {
    for (const match of written.matchAll(pattern)) {
      const part = { start: range.start + match.index, end: range.start + match.index + match[0].length };
      if (match[0] !== "" && touches(part, offset)) parts.push(part);
    }
  }
  return parts;
}

/** Only what holds the one before and is wider. */
function growing(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = result.at(-1);
    if (
      !last ||
      (range.start <= last.start && last.end <= range.end && range.end - range.start > last.end - last.start)
    ) {
      result.push(range);
    }
  }
  return result;
}
