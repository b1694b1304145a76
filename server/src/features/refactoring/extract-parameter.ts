/** A literal becomes the default of a new parameter. */
import { freshId } from "../../rules/fresh-id.ts";
import { type NewValue, refTo, type TemplateEdit } from "../../template/edit.ts";
import type { ScalarExpression } from "../../template/expression.ts";
import { type Literal, literalKey, literalsByKey, literalsOf } from "./literals.ts";
import { type Refactoring, type Selection, shortText } from "./refactoring.ts";

/** The literal alone, and all equal ones of the same property where there are several. */
export function extractToParameter(selection: Selection): readonly Refactoring[] {
  const literal = literalAt(selection);
  if (!literal || isSecret(literal.word) || selection.snapshot.template.source !== "cloudformation") return [];
  const { template } = selection.snapshot;
  const body = parameterBody(selection, literal);
  const text = shortText(literal.scalar.text);
  const own = literal.word.startsWith(literal.resource.id) ? literal.word : literal.resource.id + literal.word;
  const id = freshId(template, own);
  const alike = (literalsByKey(template).get(literalKey(literal)) ?? []).filter((each) =>
    isOfType(selection, each, body),
  );
  const one: Refactoring = {
    id: "extract-parameter",
    kind: "refactor.extract",
    title: { en: `Extract ${text} to the parameter ${id}`, ja: `${text} をパラメーター ${id} にする` },
    edits: () => editsFor(id, body, [literal]),
  };
  if (alike.length < 2) return [one];
  const shared = freshId(template, literal.word);
  return [
    one,
    {
      id: "extract-parameter-all",
      kind: "refactor.extract",
      title: {
        en: `Extract all ${alike.length} × ${text} to the parameter ${shared}`,
        ja: `${text} (${alike.length} か所) をまとめてパラメーター ${shared} にする`,
      },
      edits: () => editsFor(shared, body, alike),
    },
  ];
}

/** The literal at the cursor. */
export function literalAt({ resource, steps }: Selection): Literal | undefined {
  const last = steps.at(-1)?.expression;
  return last?.kind === "scalar" && resource ? literalsOf(resource).find(({ scalar }) => scalar === last) : undefined;
}

function editsFor(
  id: string,
  body: Readonly<Record<string, NewValue>>,
  literals: readonly Literal[],
): readonly TemplateEdit[] {
  // An alias stands in several places and is written once.
  const spans = new Map(literals.map(({ scalar: { span } }) => [`${span.start} ${span.block.text}`, span]));
  return [
    ...[...spans.values()].map((span): TemplateEdit => ({ kind: "replace-value", span, value: refTo(id) })),
    { kind: "add-declaration", section: "Parameters", id, body },
  ];
}

function parameterBody({ spec }: Selection, { scalar, resource, names }: Literal): Readonly<Record<string, NewValue>> {
  if (typeof scalar.value === "boolean") {
    return { Type: "String", Default: String(scalar.value), AllowedValues: ["true", "false"] };
  }
  const special = spec.relation(resource.type, names)?.parameterTypes.find((type) => isOneValue(type, scalar));
  if (special !== undefined) return { Type: special, Default: scalar.text };
  const type = spec.property(resource.type, names)?.type;
  const item = type?.kind === "list" ? type.item : type;
  const isNumber =
    item?.kind === "primitive" ? item.type === "number" || item.type === "integer" : typeof scalar.value === "number";
  if (isNumber && /^-?\d+(?:\.\d+)?$/.test(scalar.text)) return { Type: "Number", Default: Number(scalar.text) };
  return { Type: "String", Default: scalar.text };
}

/** CloudFormation looks whether the default exists, so that only real ids can be one. */
function isOneValue(type: string, { text }: ScalarExpression): boolean {
  if (type.startsWith("List<") || type.startsWith("AWS::SSM::")) return false;
  return !type.endsWith("::Id") || /^(?:[a-z]+-[0-9a-f]{8,17}|Z[A-Z0-9]+)$/.test(text);
}

/** One parameter cannot be both a number and an id. */
function isOfType(selection: Selection, literal: Literal, body: Readonly<Record<string, NewValue>>): boolean {
  return JSON.stringify(parameterBody(selection, literal)) === JSON.stringify(body);
}

/** What is secret must not become a default; a rule has its own cure. */
function isSecret(word: string): boolean {
  return /Password|Secret|SharedKey|Token|AuthKey/i.test(word);
}
