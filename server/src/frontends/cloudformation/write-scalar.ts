/** Scalars as YAML text that every YAML parser, 1.1 or 1.2, reads as the same value. */
import type { ScalarStyle } from "../../syntax/tree.ts";
import type { Scalar } from "../../template/expression.ts";

/**
 * @param quote the document's quotes, for where they are needed
 * @param as the style of the scalar that this one replaces; its quotes are kept
 */
export function yamlScalar(value: Scalar, quote: '"' | "'" | "", as?: ScalarStyle): string {
  if (typeof value !== "string") return String(value);
  const wanted = as === "double-quoted" ? '"' : as === "single-quoted" ? "'" : undefined;
  if (wanted === undefined && isPlain(value)) return value;
  return quoted(value, wanted ?? (quote || '"'));
}

function quoted(value: string, quote: '"' | "'"): string {
  const printable = !/[\p{Cc}\u0085\u2028\u2029\uFEFF]/u.test(value);
  if (quote === "'" && printable) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

/** What YAML 1.1 (which CloudFormation reads) or 1.2 makes something else of than a text. */
const otherThanText = [
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=)$/i,
  /^[-+]?(?:\d[\d_,]*)?\.?[\d_]*(?:e[-+]?\d+)?$/i,
  /^[-+]?0(?:x[\da-f_]+|o?[0-7_]+|b[01_]+)$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^[-+]?\.(?:inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?/,
];

function isPlain(value: string): boolean {
  if (!/^[\w./$](?:[\w./:@+=$() -]*[\w./@+=$()-])?$/.test(value)) return false;
  if (/: |^-/.test(value)) return false;
  return !otherThanText.some((pattern) => pattern.test(value));
}
