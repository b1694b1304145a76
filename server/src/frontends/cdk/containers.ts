/** Properties in the text: an object literal, or arguments by name. Adding, removing and renaming in its own style. */
import type { TextEdit } from "../../base/span.ts";
import type { Call, CodeExpression, CodeRange, ObjectEntry } from "../../syntax/code/ast.ts";
import type { PropertyNames } from "./catalog.ts";
import type { Reading } from "./reading.ts";

export interface Container {
  readonly form: "object" | "arguments";
  /** From the opening to behind the closing brace or parenthesis. */
  readonly range: CodeRange;
  readonly entries: readonly ObjectEntry[];
  /** Everything between the commas, in the order of the text. */
  readonly items: readonly CodeRange[];
  readonly names: PropertyNames | undefined;
}

/** The properties of a construct's call; undefined where they aren't written out there. */
export function propertiesContainer(node: Call, names: PropertyNames | undefined): Container | undefined {
  const props = node.args[2];
  if (props) return containerOf(props, names);
  if (node.isNew) return { form: "arguments", range: node.parentheses, entries: [], items: node.args, names };
  return argumentsContainer(node, names);
}

/** The properties in a value: `{ … }` or `ec2.CfnX.YProperty(…)`. */
export function containerOf(node: CodeExpression, names: PropertyNames | undefined): Container | undefined {
  if (node.kind === "object") {
    const items = [...node.entries, ...node.spreads].sort((a, b) => a.start - b.start);
    return { form: "object", range: node, entries: node.entries, items, names };
  }
  return node.kind === "call" && !node.isNew ? argumentsContainer(node, names) : undefined;
}

function argumentsContainer(node: Call, names: PropertyNames | undefined): Container {
  const items = [...node.args, ...node.keywords].sort((a, b) => a.start - b.start);
  return { form: "arguments", range: node.parentheses, entries: node.keywords, items, names };
}

export function entryOf({ entries, names }: Container, name: string): ObjectEntry | undefined {
  return entries.findLast(({ key }) => (names?.property(key)?.name ?? key) === name);
}

/** Puts a piece of source behind the last item, on a line of its own where the items have theirs. */
export function insertItem({ program: { text } }: Reading, container: Container, item: string): readonly TextEdit[] {
  const { range, items, form } = container;
  const last = items.at(-1);
  const first = items[0];
  if (!last || !first) {
    const inside = form === "object" ? ` ${item} ` : item;
    return [{ range: { start: range.start + 1, end: range.end - 1 }, newText: inside }];
  }
  const comma = /^\s*,/.exec(text.slice(last.end, range.end));
  const afterComma = comma ? last.end + comma[0].length : undefined;
  const ownLines =
    lineStart(text, last.start) > lineStart(text, range.start) && text.slice(range.start, first.start).includes("\n");
  if (!ownLines) {
    return afterComma === undefined ? [insertion(last.end, `, ${item}`)] : [insertion(afterComma, ` ${item},`)];
  }
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, last.start)))?.[0] ?? "";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const end = afterComma ?? last.end;
  // A comment behind the last item stays with it.
  const comment = /^[ \t]*(?:\/\/|#)[^\r\n]*/.exec(text.slice(end));
  const lineEnd = end + (comment?.[0].length ?? 0);
  if (afterComma !== undefined) return [insertion(lineEnd, `${eol}${indent}${item},`)];
  if (lineEnd === end) return [insertion(end, `,${eol}${indent}${item}`)];
  return [insertion(end, ","), insertion(lineEnd, `${eol}${indent}${item}`)];
}

export function removeItem({ program: { text } }: Reading, { range, items }: Container, item: CodeRange): TextEdit {
  const index = items.findIndex(({ start }) => start === item.start);
  const previous = items[index - 1];
  const comma = /^\s*,/.exec(text.slice(item.end, range.end));
  const end = item.end + (comma?.[0].length ?? 0);
  if (index < items.length - 1) {
    const space = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end))?.[0] ?? "";
    return { range: { start: item.start, end: end + space.length }, newText: "" };
  }
  if (previous) return { range: { start: previous.end, end: item.end }, newText: "" };
  return { range: { start: range.start + 1, end: range.end - 1 }, newText: "" };
}

export function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
