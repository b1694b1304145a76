/** `new ec2.CfnSubnet(this, "A", { … })`: a construct that makes one resource. */
import type { Call, CodeExpression } from "../../syntax/code/ast.ts";
import type { ResourceNames } from "./catalog.ts";
import type { CodeEntry, Construct } from "./code-value.ts";
import { symbolOf } from "./imports.ts";
import { entry, type Frame, type Reading, textOf, uniqueId } from "./reading.ts";

/** The arguments that every construct takes first, given by place or by name. */
export function identityOf(node: Call): {
  readonly scope: CodeExpression | undefined;
  readonly id: CodeExpression | undefined;
} {
  const named = (name: string): CodeExpression | undefined => node.keywords.find(({ key }) => key === name)?.value;
  return { scope: node.args[0] ?? named("scope"), id: node.args[1] ?? named("id") };
}

export interface PropertiesRead {
  readonly entries: readonly CodeEntry[];
  readonly open: boolean;
}

/** The properties of a construct: the third argument, or (Python) arguments by name. Evaluates scope and id, too. */
export function propertiesOf(reading: Reading, node: Call, frame: Frame): PropertiesRead {
  const [scope, id, props, ...more] = node.args;
  for (const each of [scope, id, ...more]) if (each) reading.evaluate(each, frame);
  const entries = node.keywords
    .filter(({ key }) => !(key === "scope" && !scope) && !(key === "id" && !id))
    .map((item) => entry(item.key, item.keyRange, reading.evaluate(item.value, frame), item));
  const given = props && reading.evaluate(props, frame).value;
  if (given?.kind === "object") {
    return { entries: [...given.entries, ...entries], open: given.open || node.hasKeywordSpread };
  }
  const isOpen = node.hasKeywordSpread || (given !== undefined && given.kind !== "nothing");
  return { entries, open: isOpen };
}

/** The id as people know the construct: its text, or the source of a template. */
export function idText(reading: Reading, id: CodeExpression | undefined, frame: Frame, fallback: string): string {
  if (!id) return fallback;
  const { value } = reading.evaluate(id, frame);
  if (value.kind === "scalar" && value.text !== "") return value.text;
  return textOf(reading, id).replace(/^f?["'`]+|["'`]+$/g, "") || fallback;
}

export function makeConstruct(
  reading: Reading,
  names: ResourceNames,
  module: string,
  className: string,
  node: Call,
  frame: Frame,
): Construct {
  const { scope, id } = identityOf(node);
  const { entries, open } = propertiesOf(reading, node, frame);
  const construct: Construct = {
    id: uniqueId(reading, idText(reading, id, frame, className), frame.className),
    symbol: symbolOf(module, className),
    type: names.type,
    names,
    call: node,
    idRange: id?.kind === "string" ? id.content : (id ?? { start: node.callee.end, end: node.callee.end }),
    scope,
    className: frame.className,
    within: frame.within,
    statement: frame.statement,
    block: frame.block,
    condition: frame.guard,
    variable: undefined,
    properties: [...entries],
    dependsOn: [],
    explicitCondition: undefined,
    open: open || node.broken || frame.repeated || names.properties === undefined,
  };
  if (frame.repeated) reading.open = true;
  reading.constructs.push(construct);
  return construct;
}
