/** Entries of the sections -> parameters, conditions, resources, outputs. */
import type { Entry, MappingNode, SyntaxNode } from "../../syntax/tree.ts";
import { type Expression, type ObjectExpression, propertyOf } from "../../template/expression.ts";
import type { Condition, Mapping, NameUse, Output, Parameter, Resource } from "../../template/template.ts";
import { expressionOf, isOpen } from "./expressions.ts";
import { type Bindings, noBindings, substitute } from "./loops.ts";

export function parameterOf(entry: Entry): Parameter {
  const body = expressionOf(entry.value);
  const allowed = propertyOf(body, "AllowedValues")?.value;
  const noEcho = scalarOf(body, "NoEcho")?.toLowerCase();
  return {
    ...named(entry),
    type: scalarOf(body, "Type") || "String",
    default: propertyOf(body, "Default")?.value,
    allowedValues: allowed?.kind === "list" ? allowed.items : undefined,
    noEcho: noEcho === "true",
    body,
  };
}

export function mappingOf(entry: Entry): Mapping {
  return { ...named(entry), body: expressionOf(entry.value) };
}

export function conditionOf(entry: Entry): Condition {
  return { ...named(entry), body: expressionOf(entry.value) };
}

export function outputOf(entry: Entry, bindings: Bindings = noBindings): Output {
  const body = bodyOf(entry.value, bindings);
  return {
    ...named(entry, bindings),
    value: propertyOf(body, "Value")?.value,
    exportName: propertyOf(propertyOf(body, "Export")?.value, "Name")?.value,
    condition: namesIn(propertyOf(body, "Condition")?.value)[0],
    body,
  };
}

export function resourceOf(entry: Entry, bindings: Bindings = noBindings): Resource {
  const body = bodyOf(entry.value, bindings);
  const type = propertyOf(body, "Type");
  const written = propertyOf(body, "Properties");
  const properties = propertiesOf(written?.value);
  return {
    ...named(entry, bindings),
    type: type?.value.kind === "scalar" ? type.value.text : "",
    typeSpan: type?.value.span ?? { ...entry.span, start: entry.span.end },
    condition: namesIn(propertyOf(body, "Condition")?.value)[0],
    dependsOn: namesIn(propertyOf(body, "DependsOn")?.value),
    properties: properties ?? { kind: "object", properties: [], span: emptySpan(written?.value.span ?? entry.span) },
    body,
    open: (written !== undefined && !properties && !isEmpty(written.value)) || isOpen(body),
  };
}

function named(entry: Entry, bindings: Bindings = noBindings) {
  return { id: substitute(entry.key.text, bindings), idSpan: entry.key.span, span: entry.span };
}

/** Declarations are objects even where their only key could be a function's name. */
function bodyOf(node: SyntaxNode, bindings: Bindings): Expression {
  const expression = expressionOf(node, bindings);
  if (node.kind !== "mapping" || expression.kind === "object" || !isDeclaration(node)) return expression;
  const properties = node.entries.map((entry) => ({
    key: entry.key.text,
    keySpan: entry.key.span,
    value: expressionOf(entry.value, bindings),
    span: entry.span,
  }));
  return { kind: "object", properties, span: node.span };
}

function isDeclaration(node: MappingNode): boolean {
  return node.tag === undefined && node.entries.every((entry) => entry.key.text === "Condition");
}

function propertiesOf(value: Expression | undefined): ObjectExpression | undefined {
  return value?.kind === "object" ? value : undefined;
}

function isEmpty(value: Expression): boolean {
  return value.kind === "scalar" && value.text === "";
}

function emptySpan<S extends { readonly end: number }>(span: S): S & { readonly start: number } {
  return { ...span, start: span.end };
}

function scalarOf(body: Expression, key: string): string | undefined {
  const value = propertyOf(body, key)?.value;
  return value?.kind === "scalar" ? value.text : undefined;
}

function namesIn(value: Expression | undefined): NameUse[] {
  if (value?.kind === "list") return value.items.flatMap(namesIn);
  if (value?.kind !== "scalar" || value.text === "") return [];
  return [{ name: value.text, span: value.span }];
}
