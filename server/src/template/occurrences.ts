/**
 * Every place where a template writes a name that it declares, or would have to declare: what definition, references,
 * rename, tokens and counts of references are made of.
 */
import { memoised } from "../base/memoised.ts";
import type { Span } from "../base/span.ts";
import { type CallExpression, type Expression, propertyOf, type ScalarExpression } from "./expression.ts";
import { subPieces } from "./intrinsics/strings.ts";
import type { Condition, Mapping, Metadata, Output, Parameter, Resource, Template } from "./template.ts";

/**
 * What a name names. Parameters and resources share one space of names in `Ref` and `Sub`; a name in them that the
 * template does not declare counts as a resource.
 */
export type NameKind = "parameter" | "mapping" | "condition" | "resource" | "output" | "rule";

export type Declaration = Parameter | Mapping | Condition | Metadata | Output | Resource;

/** A name as it is written somewhere. */
export interface Occurrence {
  readonly kind: NameKind;
  readonly name: string;
  /** The name alone, without quotes, braces or attribute. */
  readonly span: Span;
  /** `declaration`: the key that declares it; everything else refers to it. */
  readonly role: "declaration" | "reference";
  /** The attribute that a GetAtt or `${Name.Attribute}` reads. */
  readonly attribute?: { readonly name: string; readonly span: Span } | undefined;
  /** The declaration in which it stands. */
  readonly within: Declaration;
  /** Whether the text at the span is the name: not so where a loop puts it together, or behind escapes of a string. */
  readonly written: boolean;
}

export interface Occurrences {
  readonly all: readonly Occurrence[];
  /** The declaration first, where there is one; then in the order of the sections. */
  of(kind: NameKind, name: string): readonly Occurrence[];
}

/** All occurrences of a template. Those of an entry that an edit did not touch are kept between versions. */
export const occurrencesOf = memoised((template: Template): Occurrences => {
  const all: Occurrence[] = [];
  for (const [kind, declarations] of sectionsOf(template)) {
    for (const declaration of declarations.values()) {
      const { id: name, idSpan } = declaration;
      const span = inner(idSpan, name);
      all.push({ kind, name, span, role: "declaration", within: declaration, written: isWritten(span, name) });
      for (const { space, ...use } of usesIn(declaration)) {
        const found = space === "value" ? kindOfValue(template, use.name) : space;
        if (found !== undefined) all.push({ kind: found, role: "reference", within: declaration, ...use });
      }
    }
  }
  if (template.metadata) {
    for (const use of usesInInterface(template.metadata)) {
      all.push({ kind: "parameter", role: "reference", within: template.metadata, ...use });
    }
  }
  const byName = new Map<string, Occurrence[]>();
  for (const occurrence of all) {
    const key = keyOf(occurrence.kind, occurrence.name);
    const before = byName.get(key);
    if (before === undefined) byName.set(key, [occurrence]);
    else if (occurrence.role === "declaration") before.unshift(occurrence);
    else before.push(occurrence);
  }
  return { all, of: (kind, name) => byName.get(keyOf(kind, name)) ?? [] };
});

/** The declarations of a template by kind, in the order of its usual sections. */
export function sectionsOf(template: Template): readonly (readonly [NameKind, ReadonlyMap<string, Declaration>])[] {
  return [
    ["parameter", template.parameters],
    ["mapping", template.mappings],
    ["condition", template.conditions],
    ["rule", template.rules],
    ["resource", template.resources],
    ["output", template.outputs],
  ];
}

/** What a name in `Ref` or `Sub` names; undefined for pseudo parameters, which nobody declares. */
function kindOfValue(template: Template, name: string): NameKind | undefined {
  if (name.startsWith("AWS::")) return undefined;
  return template.parameters.has(name) ? "parameter" : "resource";
}

function keyOf(kind: NameKind, name: string): string {
  return `${kind} ${name}`;
}

/** A name before the template says whether it is a parameter or a resource. */
interface Use extends Pick<Occurrence, "name" | "span" | "attribute" | "written"> {
  readonly space: "value" | "mapping" | "condition" | "resource";
}

const usesIn = memoised((declaration: Declaration): readonly Use[] => {
  const uses: Use[] = [];
  const add = (use: Omit<Use, "written">) => uses.push({ ...use, written: isWritten(use.span, use.name) });
  walk(declaration.body, add, "typeSpan" in declaration || "value" in declaration);
  return uses;
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-interface.html */
const usesInInterface = memoised(({ body }: Metadata): readonly Omit<Use, "space">[] => {
  const shown = propertyOf(body, "AWS::CloudFormation::Interface")?.value;
  const labels = propertyOf(shown, "ParameterLabels")?.value;
  const groups = propertyOf(shown, "ParameterGroups")?.value;
  const uses = (labels?.kind === "object" ? labels.properties : []).map(({ key, keySpan }) => ({
    name: key,
    span: keySpan,
  }));
  for (const group of groups?.kind === "list" ? groups.items : []) {
    addName(propertyOf(group, "Parameters")?.value, "value", (use) => uses.push(use));
  }
  return uses.map(({ name, span }) => {
    const own = inner(span, name);
    return { name, span: own, written: isWritten(own, name) };
  });
});

type Add = (use: Omit<Use, "written">) => void;

/** @param attributes the expression is a resource or an output, whose `Condition` and `DependsOn` are names */
function walk(expression: Expression, add: Add, attributes: boolean): void {
  switch (expression.kind) {
    case "list":
      for (const item of expression.items) walk(item, add, false);
      return;
    case "object":
      for (const { key, value } of expression.properties) {
        if (attributes && key === "Condition") addName(value, "condition", add);
        else if (attributes && key === "DependsOn") addName(value, "resource", add);
        else walk(value, add, false);
      }
      return;
    case "call":
      walkCall(expression, add);
      return;
    default:
  }
}

function walkCall({ name, argument }: CallExpression, add: Add): void {
  const items = argument.kind === "list" ? argument.items : [argument];
  const [first, second] = items;
  switch (name) {
    case "Ref":
      if (first?.kind === "scalar") addName(first, "value", add);
      else walk(argument, add, false);
      return;
    case "GetAtt":
      if (first?.kind === "scalar") {
        const attribute =
          second?.kind === "scalar" ? { name: second.text, span: inner(second.span, second.text) } : undefined;
        add({ space: "resource", name: first.text, span: inner(first.span, first.text), attribute });
      }
      for (const item of items) walk(item, add, false);
      return;
    case "Condition":
      addName(first, "condition", add);
      return;
    case "If":
      addName(first, "condition", add);
      for (const item of items.slice(1)) walk(item, add, false);
      return;
    case "FindInMap":
      if (first?.kind === "scalar") addName(first, "mapping", add);
      for (const item of items) walk(item, add, false);
      return;
    case "Sub":
      if (first?.kind === "scalar") addVariables(first, second, add);
      for (const item of items.slice(1)) walk(item, add, false);
      return;
    default:
      walk(argument, add, false);
  }
}

function addName(value: Expression | undefined, space: Use["space"], add: Add): void {
  if (value?.kind === "list") for (const item of value.items) addName(item, space, add);
  if (value?.kind === "scalar" && value.text !== "") {
    add({ space, name: value.text, span: inner(value.span, value.text) });
  }
}

/**
 * The names in the text of a Sub. They are looked for in the source, where quotes, escapes and the indentation of block
 * scalars stand between them but never inside a name.
 */
function addVariables(text: ScalarExpression, own: Expression | undefined, add: Add): void {
  const { block, start, end } = text.span;
  for (const piece of subPieces(block.text.slice(start, end))) {
    if (piece.kind !== "variable" || propertyOf(own, piece.name) !== undefined || piece.name === "") continue;
    const lead =
      block.text.slice(start + piece.start).length - block.text.slice(start + piece.start).trimStart().length;
    const from = start + piece.start + lead;
    const dot = piece.name.indexOf(".");
    if (dot < 0) add({ space: "value", name: piece.name, span: { block, start: from, end: from + piece.name.length } });
    else {
      const [name, attribute] = [piece.name.slice(0, dot), piece.name.slice(dot + 1)];
      add({
        space: "resource",
        name,
        span: { block, start: from, end: from + dot },
        attribute: { name: attribute, span: { block, start: from + dot + 1, end: from + piece.name.length } },
      });
    }
  }
}

/** The text of a scalar without its quotes. */
function inner(span: Span, text: string): Span {
  const { block, start, end } = span;
  const quoted = /^["']/.test(block.text.slice(start, start + 1)) && end - start === text.length + 2;
  return quoted ? { block, start: start + 1, end: end - 1 } : span;
}

function isWritten({ block, start, end }: Span, name: string): boolean {
  return block.text.slice(start, end) === name;
}
