/** A key with the beginning of its value. */
import type { ValueShape } from "../format/node.ts";
import { isJson, type Spot } from "./item.ts";
import {
  commaBehind,
  hasValueBehind,
  indentUnit,
  inFlow,
  levelIndent,
  lineBreak,
  listsIndented,
} from "./layout-text.ts";

export interface EntryText {
  readonly text: string;
  readonly snippet: boolean;
  /** The cursor then stands where a value may be offered. */
  readonly again: boolean;
}

/** @param value what stands as the value at once, in snippet syntax, for keys that have a usual one */
export function entryText(spot: Spot, key: string, shape: ValueShape, value?: string): EntryText {
  if (isJson(spot)) return jsonEntry(spot, key, shape, value);
  const quote = /^["']/.exec(spot.typed)?.[0] ?? "";
  const name = `${quote}${key}${quote}`;
  if (hasValueBehind(spot)) return { text: name, snippet: false, again: false };
  if (value !== undefined) return { text: `${name}: ${value}`, snippet: true, again: false };
  if (inFlow(spot)) return { text: `${name}: ${flowValue(shape)}`, snippet: true, again: true };
  const below = lineBreak(spot) + levelIndent(spot);
  switch (shape) {
    case "list":
    case "list-of-objects":
      return { text: `${name}:${below}${listsIndented(spot) ? indentUnit(spot) : ""}- `, snippet: false, again: true };
    case "object":
      return { text: `${name}:${below}${indentUnit(spot)}`, snippet: false, again: true };
    default:
      return { text: `${name}: `, snippet: false, again: true };
  }
}

function flowValue(shape: ValueShape): string {
  if (shape === "object") return "{ $0 }";
  if (shape === "list-of-objects") return "[{ $0 }]";
  return shape === "list" ? "[$0]" : "$0";
}

function jsonEntry(spot: Spot, key: string, shape: ValueShape, value: string | undefined): EntryText {
  const name = `"${key}"`;
  if (hasValueBehind(spot)) return { text: name, snippet: false, again: false };
  const values: Readonly<Record<ValueShape, string>> = {
    text: '"$0"',
    bare: "$0",
    list: "[$0]",
    "list-of-objects": "[{$0}]",
    object: "{$0}",
  };
  return { text: `${name}: ${value ?? values[shape]}${commaBehind(spot)}`, snippet: true, again: value === undefined };
}
