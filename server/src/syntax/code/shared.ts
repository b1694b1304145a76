/** What the readers of all languages need. */
import type { CodeExpression, CodeNode, CodeRange, CodeStatement, OtherExpression, StringTemplate } from "./ast.ts";
import type { RawNode } from "./raw.ts";

/** Statements read before, by the very node they were read from: nodes are taken over where nothing changed. */
export type StatementCache = WeakMap<RawNode, readonly CodeStatement[]>;

export function partOf(node: RawNode): { start: number; end: number; broken: boolean } {
  return { start: node.start, end: node.end, broken: node.broken };
}

/** An expression of a kind that isn't read any closer; what stands inside is kept. */
export function other(node: RawNode, children: readonly CodeExpression[]): OtherExpression {
  return { kind: "other", children, ...partOf(node) };
}

/** A string of which some parts are expressions; one without any is a plain string. */
export function template(
  node: RawNode,
  parts: readonly (string | CodeExpression)[],
  content: CodeRange,
  text: string,
): CodeExpression {
  if (parts.some((part) => typeof part !== "string")) {
    const result: StringTemplate = { kind: "template", parts, ...partOf(node) };
    return result;
  }
  const value = parts.join("");
  const verbatim = text.slice(content.start, content.end) === value;
  return { kind: "string", value, content, verbatim, ...partOf(node) };
}

/** The value of an escape sequence that JavaScript and Python share; others stand for themselves. */
export function unescaped(sequence: string): string {
  const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0", b: "\b", f: "\f", v: "\v" };
  const body = sequence.slice(1);
  if (Object.hasOwn(simple, body)) return simple[body] ?? "";
  if (body === "\n" || body === "\r\n") return "";
  const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|U([\da-fA-F]{8}))$/.exec(body);
  const point = Number.parseInt(code?.slice(1).find((digits) => digits !== undefined) ?? "", 16);
  return Number.isNaN(point) || point > 0x10ffff ? body : String.fromCodePoint(point);
}

/** The innermost stretches that could not be parsed. */
export function errorsIn(node: RawNode): readonly CodeRange[] {
  if (!node.broken) return [];
  const inner = node.children.flatMap(errorsIn);
  return inner.length > 0 ? inner : [{ start: node.start, end: node.end }];
}

/** Whether the statements surely leave their block at the end. */
export function exits(statements: readonly CodeStatement[]): boolean {
  const last = statements.at(-1);
  if (last === undefined) return false;
  if (last.kind === "exit") return true;
  if (last.kind === "if") return exits(last.consequence) && exits(last.alternative);
  return last.kind === "group" && last.runs === "once" && exits(last.body);
}

/** Statements as they stand around an error: read, but who knows whether they run. */
export function unclear(node: RawNode, body: readonly CodeStatement[]): CodeStatement {
  return { kind: "group", body, runs: "unclear", ...partOf(node) };
}

/** The test that a `case` stands for. */
export function equals(left: CodeExpression, right: CodeExpression): CodeExpression {
  const { start, end, broken } = right;
  return { kind: "operation", operator: "===", operands: [left, right], start, end, broken };
}

export function anyOf(tests: readonly CodeExpression[]): CodeExpression | undefined {
  return tests.reduce<CodeExpression | undefined>((before, test) => {
    if (!before) return test;
    return { kind: "operation", operator: "||", operands: [before, test], ...rangeOver(before, test) };
  }, undefined);
}

function rangeOver(first: CodeExpression, last: CodeExpression): { start: number; end: number; broken: boolean } {
  return { start: first.start, end: last.end, broken: first.broken || last.broken };
}

export function asStatement(value: CodeExpression): CodeStatement {
  const { start, end, broken } = value;
  return { kind: "expression", value, start, end, broken };
}

export function isExpression(node: CodeNode): node is CodeExpression {
  return expressionKinds.has(node.kind);
}

const expressionKinds: ReadonlySet<string> = new Set<CodeExpression["kind"]>([
  "string",
  "template",
  "number",
  "boolean",
  "nothing",
  "name",
  "member",
  "index",
  "call",
  "list",
  "object",
  "spread",
  "operation",
  "choice",
  "closure",
  "other",
]);
