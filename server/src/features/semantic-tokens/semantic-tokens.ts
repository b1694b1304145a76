/**
 * What words of a template mean, for colours: functions, names that refer to something (and only those), blocks of
 * addresses, types. The grammar colours by spelling before the server is there; these agree with it and know more.
 */
import { parseCidr } from "../../base/cidr.ts";
import { memoised } from "../../base/memoised.ts";
import type { Span, TextRange } from "../../base/span.ts";
import { type Expression, type ScalarExpression, visit } from "../../template/expression.ts";
import { type Declaration, type NameKind, occurrencesOf, sectionsOf } from "../../template/occurrences.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { kindAt } from "../hover/values/places.ts";
import type { TokenType } from "./token-types.ts";

export interface SemanticToken {
  readonly range: TextRange;
  readonly type: TokenType;
  readonly isDeclaration: boolean;
  /** A name that CloudFormation gives: a pseudo parameter. */
  readonly isGiven: boolean;
}

const typesOfNames: Readonly<Record<NameKind, TokenType>> = {
  resource: "variable",
  parameter: "parameter",
  mapping: "enum",
  condition: "macro",
  rule: "macro",
  output: "variable",
};

/** In the order of the text, none over another. None for programs: their language's own server colours them. */
export function semanticTokens({ template, document: { layout } }: Snapshot): readonly SemanticToken[] {
  if (template.source !== "cloudformation") return [];
  const tokens: SemanticToken[] = [];
  const add = (span: Span, type: TokenType, isDeclaration = false, isGiven = false): void => {
    const range = layout.rangeOf(span);
    if (range.end > range.start) tokens.push({ range, type, isDeclaration, isGiven });
  };
  const sections = sectionsOf(template);
  for (const [, declared] of sections) {
    for (const declaration of declared.values()) for (const { span, type } of tokensIn(declaration)) add(span, type);
  }
  const declared = new Map(sections);
  const occurrences = occurrencesOf(template);
  for (const { kind, name, span, role, written } of occurrences.all) {
    // A name of nobody is no reference, and its lack of colour says so.
    if (written && declared.get(kind)?.has(name)) add(span, typesOfNames[kind], role === "declaration");
  }
  for (const { span, written } of occurrences.pseudoParameters) if (written) add(span, "variable", false, true);
  tokens.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return tokens.filter(({ range }, index) => range.start >= (tokens[index - 1]?.range.end ?? 0));
}

interface PlainToken {
  readonly span: Span;
  readonly type: TokenType;
}

const tokensIn = memoised((declaration: Declaration): readonly PlainToken[] => {
  const tokens: PlainToken[] = [];
  if ("typeSpan" in declaration && declaration.type !== "") {
    tokens.push({ span: unquoted(declaration.typeSpan), type: "type" });
  }
  addTokens(declaration.body, tokens);
  if ("properties" in declaration) visitPorts(declaration.properties, declaration.type, tokens);
  return tokens;
});

function addTokens(expression: Expression, into: PlainToken[]): void {
  visit(expression, (each) => {
    if (each.kind === "call") into.push({ span: unquoted(each.nameSpan), type: "function" });
    else if (each.kind === "scalar" && isBlock(each)) into.push({ span: unquoted(each.span), type: "number" });
  });
}

/** Ports written as they are, in properties that hold them. */
function visitPorts(expression: Expression, place: string, into: PlainToken[]): void {
  if (expression.kind === "list") for (const item of expression.items) visitPorts(item, place, into);
  if (expression.kind !== "object") return;
  for (const { key, value } of expression.properties) {
    const here = `${place}.${key}`;
    if (value.kind !== "scalar") visitPorts(value, here, into);
    else if (kindAt(here) === "port" && /^\d{1,5}$/.test(value.text)) {
      into.push({ span: unquoted(value.span), type: "number" });
    }
  }
}

function isBlock({ text, span }: ScalarExpression): boolean {
  return /^[\d.a-fA-F:]+\/\d{1,3}$/.test(text) && span.end - span.start <= text.length + 2 && parseCidr(text).ok;
}

function unquoted(span: Span): Span {
  const { block, start, end } = span;
  return /^["']/.test(block.text.slice(start, start + 1)) ? { block, start: start + 1, end: end - 1 } : span;
}
