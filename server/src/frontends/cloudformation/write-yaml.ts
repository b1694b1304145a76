/** New values as YAML. */
import type { DocumentStyle, ScalarStyle } from "../../syntax/tree.ts";
import type { NewValue } from "../../template/edit.ts";
import type { Scalar } from "../../template/expression.ts";
import { yamlScalar } from "./write-scalar.ts";

/** On one line, flow style; what stands behind `key: `. @param as the style of the scalar it replaces */
export function yamlInline(value: NewValue, style: DocumentStyle, as?: ScalarStyle): string {
  if (isScalar(value)) return yamlScalar(value, style.quote, as);
  if (isList(value)) return `[${value.map((item) => yamlInline(item, style)).join(", ")}]`;
  if ("object" in value) return inlineObject(Object.entries(value.object), style);
  const { argument } = value;
  if (style.intrinsics === "long") return inlineObject([[longName(value.call), argument]], style);
  // Two tags cannot follow each other.
  const inner = isCall(argument) ? { ...style, intrinsics: "long" as const } : style;
  return `!${value.call} ${dotted(value.call, argument) ?? yamlInline(argument, inner)}`;
}

function inlineObject(entries: readonly (readonly [string, NewValue])[], style: DocumentStyle): string {
  if (entries.length === 0) return "{}";
  const written = entries.map(([key, value]) => `${yamlKey(key, style)}: ${yamlInline(value, style)}`);
  return `{ ${written.join(", ")} }`;
}

/** `Vpc.CidrBlock` */
function dotted(call: string, argument: NewValue): string | undefined {
  if (call !== "GetAtt" || !isList(argument)) return undefined;
  return argument.every((part) => typeof part === "string") ? argument.join(".") : undefined;
}

export function longName(call: string): string {
  return call === "Ref" || call === "Condition" ? call : `Fn::${call}`;
}

export function yamlKey(key: string, style: DocumentStyle): string {
  return yamlScalar(key, style.quote);
}

/**
 * `key: value` in block style; the lines after the first indented.
 *
 * @param indent white space before the key, which is not written
 */
export function yamlEntry(key: string, value: NewValue, indent: string, style: DocumentStyle): string {
  return `${yamlKey(key, style)}:${yamlUnder(value, indent, style)}`;
}

/** A value in block style, with what parts it from the colon before: a blank, or a line break and indentation. */
export function yamlUnder(value: NewValue, indent: string, style: DocumentStyle): string {
  if (isList(value) && value.length > 0) {
    const itemIndent = style.indentSequences ? indent + style.indent : indent;
    return value.map((item) => `${style.eol}${itemIndent}${yamlItem(item, itemIndent, style)}`).join("");
  }
  const entries = blockEntries(value, style);
  if (!entries) return ` ${yamlInline(value, style)}`;
  const inner = indent + style.indent;
  return entries.map(([name, part]) => `${style.eol}${inner}${yamlEntry(name, part, inner, style)}`).join("");
}

/** `- value` in block style. @param indent white space before the dash, which is not written */
export function yamlItem(value: NewValue, indent: string, style: DocumentStyle): string {
  const entries = blockEntries(value, style);
  if (!entries) return `- ${yamlInline(value, style)}`;
  const inner = `${indent}  `;
  return `- ${entries.map(([key, part]) => yamlEntry(key, part, inner, style)).join(style.eol + inner)}`;
}

/** The entries of what is written as a block mapping: objects, and functions in long form. */
function blockEntries(value: NewValue, style: DocumentStyle): readonly (readonly [string, NewValue])[] | undefined {
  if (isScalar(value) || isList(value)) return undefined;
  if ("object" in value) {
    const entries = Object.entries(value.object);
    return entries.length > 0 ? entries : undefined;
  }
  return style.intrinsics === "long" ? [[longName(value.call), value.argument]] : undefined;
}

export function isScalar(value: NewValue): value is Scalar {
  return value === null || typeof value !== "object";
}

export function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}

function isCall(value: NewValue): boolean {
  return !isScalar(value) && !isList(value) && "call" in value;
}
