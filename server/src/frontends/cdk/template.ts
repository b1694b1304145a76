/** What was read of a program -> the template that everything behind the front ends works on. */
import type { CodeRange } from "../../syntax/code/ast.ts";
import type { NameUse, Output, Resource, Template } from "../../template/template.ts";
import type { Construct } from "./code-value.ts";
import { call, scalarAt, toObject } from "./expressions.ts";
import { emptyObject, type Reading, spanOf } from "./reading.ts";

export interface Assembled {
  readonly template: Template;
  readonly constructs: ReadonlyMap<string, Construct>;
}

/** @param kept resources of constructs that are broken at the moment, as they were read last */
export function assembleTemplate(reading: Reading, kept: readonly Resource[]): Assembled {
  const constructs = new Map(reading.constructs.map((construct) => [construct.id, construct]));
  const keptIds = new Set(kept.map(({ id }) => id));
  const read = reading.constructs
    .filter(({ id }) => !keptIds.has(id))
    .map((construct) => toResource(reading, construct));
  const inOrder = [...read, ...reading.implied, ...kept].sort((a, b) => a.span.start - b.span.start);
  return {
    constructs,
    template: {
      source: "cdk",
      parameters: reading.parameters,
      mappings: reading.mappings,
      conditions: reading.conditions,
      rules: new Map(),
      resources: new Map(inOrder.map((resource) => [resource.id, resource])),
      outputs: outputsOf(reading),
      transforms: [],
      open: reading.open,
      problems: [],
    },
  };
}

export function toResource(reading: Reading, construct: Construct): Resource {
  const { call: node, names } = construct;
  const condition = conditionUse(reading, construct);
  return {
    id: construct.id,
    idSpan: spanOf(reading, construct.idRange),
    span: spanOf(reading, node),
    type: construct.type,
    typeSpan: spanOf(reading, node.callee),
    ...(condition && { condition }),
    dependsOn: construct.dependsOn.map(
      ({ construct: target, range }): NameUse => ({ name: target.id, span: spanOf(reading, range) }),
    ),
    properties: toObject(reading, construct.properties, propertiesRange(construct), names.properties),
    body: emptyObject(reading, node.end),
    open: construct.open,
  };
}

function conditionUse(reading: Reading, construct: Construct): NameUse | undefined {
  const explicit = construct.explicitCondition;
  if (explicit) return { name: explicit.id, span: spanOf(reading, explicit.range) };
  const { condition } = construct;
  return condition === undefined ? undefined : { name: condition, span: spanOf(reading, construct.idRange) };
}

function propertiesRange({ call: { args, parentheses } }: Construct): CodeRange {
  const props = args[2];
  return props?.kind === "object" ? props : parentheses;
}

/** The outputs written, and one for each construct that code elsewhere may get hold of. */
function outputsOf(reading: Reading): ReadonlyMap<string, Output> {
  const outputs = new Map(reading.outputs);
  for (const construct of reading.exposed) {
    const range = construct.idRange;
    const span = spanOf(reading, range);
    const id = `${construct.className}.${construct.variable ?? construct.id}`;
    const value = call(reading, "Ref", scalarAt(reading, construct.id, range), range);
    outputs.set(id, { id, idSpan: span, span, value, body: emptyObject(reading, range.start) });
  }
  return outputs;
}
