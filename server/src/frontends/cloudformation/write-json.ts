/** New values as JSON. */
import type { DocumentStyle } from "../../syntax/tree.ts";
import type { NewValue } from "../../template/edit.ts";
import { isList, isScalar, longName } from "./write-yaml.ts";

export interface JsonStyle extends DocumentStyle {
  /** `{ "Ref": "A" }` rather than `{"Ref": "A"}`. */
  readonly spaced: boolean;
  /** Entries stand on lines of their own. */
  readonly multiline: boolean;
}

export function jsonStyleOf(style: DocumentStyle, text: string): JsonStyle {
  return { ...style, spaced: /\{ "/.test(text) || !/\{"/.test(text), multiline: /\{\s*\n/.test(text) };
}

/** On one line. */
export function jsonInline(value: NewValue, style: JsonStyle): string {
  if (isScalar(value)) return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => jsonInline(item, style)).join(", ")}]`;
  const entries = entriesOf(value).map(([key, part]) => `${JSON.stringify(key)}: ${jsonInline(part, style)}`);
  if (entries.length === 0) return "{}";
  return style.spaced ? `{ ${entries.join(", ")} }` : `{${entries.join(", ")}}`;
}

/** Objects, and lists of them, over several lines; @param indent that of the line the value begins on */
export function jsonValue(value: NewValue, indent: string, style: JsonStyle): string {
  if (!style.multiline || !isSpread(value)) return jsonInline(value, style);
  const inner = indent + style.indent;
  const lines = isList(value)
    ? value.map((item) => jsonValue(item, inner, style))
    : isScalar(value)
      ? []
      : entriesOf(value).map(([key, part]) => jsonEntry(key, part, inner, style));
  const [open, close] = isList(value) ? "[]" : "{}";
  return `${open}${style.eol}${inner}${lines.join(`,${style.eol}${inner}`)}${style.eol}${indent}${close}`;
}

export function jsonEntry(key: string, value: NewValue, indent: string, style: JsonStyle): string {
  return `${JSON.stringify(key)}: ${jsonValue(value, indent, style)}`;
}

function isSpread(value: NewValue): boolean {
  if (isScalar(value)) return false;
  if (isList(value)) return value.some(isSpread);
  return "object" in value && Object.keys(value.object).length > 0;
}

function entriesOf(value: Exclude<NewValue, string | number | boolean | null | readonly NewValue[]>) {
  return "object" in value ? Object.entries(value.object) : [[longName(value.call), value.argument] as const];
}
