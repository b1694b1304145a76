/**
 * Every place where a template writes a name that it declares, or would have to declare: what definition, references,
 * rename, tokens and counts of references are made of.
 */
import { memoised } from "../base/memoised.ts";
import type { Span } from "../base/span.ts";
import { type CallExpression, type Expression, propertyOf, type ScalarExpression } from "./expression.ts";
import { subPieces } from "./intrinsics/strings.ts";
import { isPseudoParameter } from "./parameters.ts";
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
  /** The variables that the Sub around it declares for itself: a name among them would mean them. */
  readonly own?: Expression | undefined;
}

/** A name that a Sub declares for itself, where it declares it or in its text. */
export interface OwnVariable extends Pick<Occurrence, "name" | "span" | "role" | "written"> {
  /** The variables of that Sub. */
  readonly own: Expression;
}

export interface Occurrences {
  readonly all: readonly Occurrence[];
  readonly ownVariables: readonly OwnVariable[];
  /** Where a pseudo parameter is written, which nobody declares. */
  readonly pseudoParameters: readonly Pick<Occurrence, "name" | "span" | "written">[];
  /** The declaration first, where there is one; then in the order of the sections. */
  of(kind: NameKind, name: string): readonly Occurrence[];
}

/** All occurrences of a template. Those of an entry that an edit did not touch are kept between versions. */
export const occurrencesOf = memoised((template: Template): Occurrences => {
  const all: Occurrence[] = [];
  const ownVariables: OwnVariable[] = [];
  const pseudoParameters: Pick<Occurrence, "name" | "span" | "written">[] = [];
  const addUses = (within: Declaration): void => {
    const found = usesIn(within);
    for (const variable of found.ownVariables) ownVariables.push(variable);
    for (const { space, ...use } of found.uses) {
      const kind = kindOf(template, space, use.name);
      if (kind !== undefined) all.push({ kind, role: "reference", within, ...use });
      else if (space === "value" && isPseudoParameter(use.name)) pseudoParameters.push(use);
    }
  };
  for (const [kind, declarations] of sectionsOf(template)) {
    for (const declaration of declarations.values()) {
      const { id: name, idSpan } = declaration;
      const span = inner(idSpan, name);
      all.push({ kind, name, span, role: "declaration", within: declaration, written: isWritten(span, name) });
      addUses(declaration);
    }
  }
  if (template.metadata) {
    for (const use of usesInInterface(template.metadata)) {
      all.push({ kind: "parameter", role: "reference", within: template.metadata, ...use });
    }
  }
  if (template.globals) addUses(template.globals);
  const byName = new Map<string, Occurrence[]>();
  for (const occurrence of all) {
    const key = keyOf(occurrence.kind, occurrence.name);
    const before = byName.get(key);
    if (before === undefined) byName.set(key, [occurrence]);
    else if (occurrence.role === "declaration") before.unshift(occurrence);
    else before.push(occurrence);
  }
  return { all, ownVariables, pseudoParameters, of: (kind, name) => byName.get(keyOf(kind, name)) ?? [] };
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

/** Undefined for pseudo parameters, which nobody declares, and for words of a script that name no resource. */
function kindOf(template: Template, space: Use["space"], name: string): NameKind | undefined {
  if (space === "script") return template.resources.has(name) ? "resource" : undefined;
  if (space !== "value") return space;
  if (name.startsWith("AWS::")) return undefined;
  return template.parameters.has(name) ? "parameter" : "resource";
}

function keyOf(kind: NameKind, name: string): string {
  return `${kind} ${name}`;
}

/** A name before the template says whether it is a parameter or a resource. */
interface Use extends Pick<Occurrence, "name" | "span" | "attribute" | "written" | "own"> {
  readonly space: "value" | "mapping" | "condition" | "resource" | "script";
}

interface Uses {
  readonly uses: readonly Use[];
  readonly ownVariables: readonly OwnVariable[];
}

const usesIn = memoised((declaration: Declaration): Uses => {
  const uses: Use[] = [];
  const ownVariables: OwnVariable[] = [];
  const add: Add = ({ space, ...use }) => {
    const written = isWritten(use.span, use.name);
    if (space !== "own-key" && space !== "own-variable") uses.push({ space, ...use, written });
    else if (use.own) {
      const role = space === "own-key" ? "declaration" : "reference";
      ownVariables.push({ name: use.name, span: use.span, role, own: use.own, written });
    }
  };
  walk(declaration.body, add, "typeSpan" in declaration || "value" in declaration);
  return { uses, ownVariables };
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
    const bare = inner(span, name);
    return { name, span: bare, written: isWritten(bare, name) };
  });
});

interface Found extends Omit<Use, "written" | "space"> {
  readonly space: Use["space"] | "own-key" | "own-variable";
}

type Add = (found: Found) => void;

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
    case "scalar":
      addNamesInScript(expression, add);
      return;
    default:
  }
}

function walkCall({ name, argument }: CallExpression, add: Add): void {
  const items = argument.kind === "list" ? argument.items : [argument];
  const [first, second] = items;
  switch (name) {
    case "Ref":
      if (first?.kind === "scalar") addDotted(first.text, inner(first.span, first.text), add);
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
    case "ValueOf":
      if (argument.kind === "list") addName(first, "value", add);
      return;
    case "Sub":
      if (first?.kind === "scalar") {
        addVariables(first, second, add);
        addNamesInScript(first, add);
      }
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
  for (const { key, keySpan } of own?.kind === "object" ? own.properties : []) {
    add({ space: "own-key", name: key, span: inner(keySpan, key), own });
  }
  for (const piece of subPieces(block.text.slice(start, end))) {
    if (piece.kind !== "variable" || piece.name === "") continue;
    const from = block.text.indexOf(piece.name, start + piece.start);
    const span = { block, start: from, end: from + piece.name.length };
    if (propertyOf(own, piece.name) !== undefined) {
      add({ space: "own-variable", name: piece.name, span, own });
      continue;
    }
    addDotted(piece.name, span, add, own);
  }
}

/** `Name`, or `Name.Attribute`: in Sub an attribute, in Ref a resource that the Serverless Application Model makes. */
function addDotted(text: string, span: Span, add: Add, own?: Expression): void {
  const dot = text.indexOf(".");
  if (text === "") return;
  if (dot < 0) add({ space: "value", name: text, span, own });
  else {
    const { block, start, end } = span;
    const attribute = { name: text.slice(dot + 1), span: { block, start: start + dot + 1, end } };
    add({ space: "resource", name: text.slice(0, dot), span: { block, start, end: start + dot }, attribute, own });
  }
}

/**
 * The resources whose metadata the helper scripts read or to which they signal, as user data names them:
 * `cfn-init … --resource Server`, and `path=Resources.Server.Metadata…` of cfn-hup.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/cfn-helper-scripts-reference.html
 */
function addNamesInScript({ value, span: { block, start, end } }: ScalarExpression, add: Add): void {
  if (typeof value !== "string" || value.length < shortestScript) return;
  if (!value.includes("--resource") && !value.includes("path=Resources.")) return;
  for (const match of block.text.slice(start, end).matchAll(nameInScript)) {
    const [whole, name = ""] = match;
    const to = start + match.index + whole.length;
    add({ space: "script", name, span: { block, start: to - name.length, end: to } });
  }
}

const nameInScript = /(?:--resource(?: +|=)["']?|path=Resources\.)([A-Za-z0-9]+)/g;
const shortestScript = "--resource X".length;

/** The text of a scalar without its quotes. */
export function inner(span: Span, text: string): Span {
  const { block, start, end } = span;
  const quoted = /^["']/.test(block.text.slice(start, start + 1)) && end - start === text.length + 2;
  return quoted ? { block, start: start + 1, end: end - 1 } : span;
}

function isWritten({ block, start, end }: Span, name: string): boolean {
  return block.text.slice(start, end) === name;
}
