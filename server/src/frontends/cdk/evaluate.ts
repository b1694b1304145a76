/** Expressions of the program -> values. Total; whatever isn't plain is opaque. Each is evaluated once per run. */
import type { CodeExpression, Member, ObjectLiteral, Operation, StringTemplate } from "../../syntax/code/ast.ts";
import { evaluateCall } from "./calls.ts";
import { type CodeEntry, type CodeValue, type Located, nothing, opaque, scalar } from "./code-value.ts";
import { conditionOf } from "./conditions.ts";
import { zoneAt } from "./functions.ts";
import { memberOf, use } from "./members.ts";
import { camelCase } from "./names.ts";
import { bindingTo, entry, type Frame, forget, type Reading, textOf } from "./reading.ts";

export function evaluate(reading: Reading, node: CodeExpression, frame: Frame): Located {
  if (node.kind === "name") return use(reading, node.name, frame.variables.get(node.name), node, frame);
  if (node.kind === "member") return memberOf(reading, node, reading.evaluate(node.object, frame), frame);
  return { value: plainValue(reading, node, frame), range: node };
}

function plainValue(
  reading: Reading,
  node: Exclude<CodeExpression, Member | { kind: "name" }>,
  frame: Frame,
): CodeValue {
  switch (node.kind) {
    case "string":
      return scalar(node.value);
    case "number":
      return scalar(node.value, textOf(reading, node));
    case "boolean":
      return scalar(node.value);
    case "nothing":
      return nothing;
    case "template":
      return template(reading, node, frame);
    case "list":
      return list(reading, node.items, frame);
    case "object":
      return objectValue(reading, node, frame);
    case "index":
      return indexed(reading, node.object, node.index, frame);
    case "operation":
      return operation(reading, node, frame);
    case "choice": {
      evaluate(reading, node.test, frame);
      const condition = conditionOf(reading, node.test);
      const then = evaluate(reading, node.consequence, frame);
      const otherwise = evaluate(reading, node.alternative, frame);
      return condition === undefined ? opaque : choice(condition, then, otherwise, node.test);
    }
    case "closure":
      runElsewhere(reading, node.body, frame, node);
      return opaque;
    case "spread":
      evaluate(reading, node.value, frame);
      return opaque;
    case "call":
      return evaluateCall(reading, node, frame);
    case "other":
      for (const child of node.children) evaluate(reading, child, frame);
      return opaque;
  }
}

/** `Fn::If` for a choice that the program makes. */
export function choice(
  condition: string,
  then: Located,
  otherwise: Located,
  at: { start: number; end: number },
): CodeValue {
  if (then.value === otherwise.value) return then.value;
  if (isConstruct(then) && otherwise.value.kind === "nothing") return then.value;
  if (isConstruct(otherwise) && then.value.kind === "nothing") return otherwise.value;
  if (!isData(then.value) || !isData(otherwise.value)) return opaque;
  const range = { start: at.start, end: at.end };
  const items = [{ value: scalar(condition), range }, then, otherwise];
  return { kind: "intrinsic", name: "If", nameRange: range, argument: { value: { kind: "list", items }, range } };
}

function isConstruct({ value }: Located): boolean {
  return value.kind === "construct" || value.kind === "other-construct";
}

function isData(value: CodeValue): boolean {
  return ["scalar", "list", "object", "intrinsic", "nothing", "parameter", "opaque"].includes(value.kind);
}

/** The body of a function that someone else calls: its constructs may come several times or never. */
function runElsewhere(
  reading: Reading,
  body: Parameters<Reading["run"]>[0],
  frame: Frame,
  within: { start: number; end: number },
): void {
  reading.run(body, {
    ...frame,
    variables: new Map(frame.variables),
    within,
    repeated: true,
    returned: [],
  });
}

function indexed(reading: Reading, object: CodeExpression, index: CodeExpression, frame: Frame): CodeValue {
  const at = evaluate(reading, index, frame);
  if (isZones(object)) return zoneAt(at, object);
  const { value } = evaluate(reading, object, frame);
  const position = at.value.kind === "scalar" ? at.value.value : undefined;
  if (value.kind === "list" && typeof position === "number") {
    return (position < 0 && value.open ? undefined : value.items.at(position)?.value) ?? opaque;
  }
  if (value.kind === "object" && typeof position === "string") {
    return value.entries.findLast(({ key }) => key === position)?.value.value ?? opaque;
  }
  if (value.kind === "intrinsic" && typeof position === "number") {
    // A list that is known at deployment only: https://docs.aws.amazon.com/cdk/v2/guide/tokens.html
    return opaque;
  }
  return opaque;
}

/** `this.availabilityZones`, `Stack.of(this).availability_zones` */
function isZones(node: CodeExpression): boolean {
  if (node.kind !== "member" || camelCase(node.name) !== "availabilityZones") return false;
  const { object } = node;
  if (object.kind === "name") return object.name === "this";
  return object.kind === "call" && object.callee.kind === "member" && object.callee.name === "of";
}

function list(reading: Reading, items: readonly CodeExpression[], frame: Frame): CodeValue {
  const located: Located[] = [];
  let open = false;
  for (const item of items) {
    if (item.kind !== "spread") {
      located.push(evaluate(reading, item, frame));
      continue;
    }
    const { value } = evaluate(reading, item.value, frame);
    if (value.kind === "list" && !value.open) located.push(...value.items);
    else open = true;
  }
  return open ? opaque : { kind: "list", items: located };
}

export function objectValue(reading: Reading, node: ObjectLiteral, frame: Frame): CodeValue & { kind: "object" } {
  const spread = node.spreads.map((each) => evaluate(reading, each, frame).value);
  const known = spread.flatMap((value) => (value.kind === "object" && !value.open ? [value] : []));
  const entries: CodeEntry[] = [
    ...known.flatMap((value) => value.entries),
    ...node.entries.map((item) => entry(item.key, item.keyRange, evaluate(reading, item.value, frame), item)),
  ];
  const everySpreadIsKnown = spread.length > 0 && known.length === spread.length;
  return { kind: "object", entries, open: node.open && !everySpreadIsKnown };
}

function template(reading: Reading, node: StringTemplate, frame: Frame): CodeValue {
  const parts = node.parts.map((part): Located => {
    return typeof part === "string" ? { value: scalar(part), range: node } : evaluate(reading, part, frame);
  });
  return joined(parts, node);
}

/** Texts put together; with values that are known at deployment only, the CDK makes it an `Fn::Join`. */
function joined(parts: readonly Located[], range: { start: number; end: number }): CodeValue {
  if (parts.every(({ value }) => value.kind === "scalar")) {
    return scalar(parts.map(({ value }) => (value.kind === "scalar" ? value.text : "")).join(""));
  }
  if (!parts.every(({ value }) => value.kind === "scalar" || value.kind === "intrinsic")) return opaque;
  const delimiter: Located = { value: scalar(""), range };
  const items: Located = { value: { kind: "list", items: parts }, range };
  const argument: Located = { value: { kind: "list", items: [delimiter, items] }, range };
  return { kind: "intrinsic", name: "Join", nameRange: range, argument };
}

function operation(reading: Reading, node: Operation, frame: Frame): CodeValue {
  const located = node.operands.map((operand) => evaluate(reading, operand, frame));
  const values = located.map(({ value }) => (value.kind === "scalar" ? value.value : undefined));
  const [left, right] = values;
  if (node.operator === "++" || node.operator === "--") {
    const [target] = node.operands;
    if (target?.kind === "name") {
      forget(frame, target.name);
      if (typeof left === "number" && !frame.repeated) {
        const next = scalar(left + (node.operator === "++" ? 1 : -1));
        frame.variables.set(target.name, bindingTo({ value: next, range: node }));
      }
    }
    return opaque;
  }
  if (node.operands.length === 1) {
    if (node.operator === "-" && typeof left === "number") return scalar(-left);
    if (node.operator === "!" && typeof left === "boolean") return scalar(!left);
    return opaque;
  }
  if (typeof left === "number" && typeof right === "number") return arithmetic(node.operator, left, right);
  const isText = located.some(({ value }) => value.kind === "scalar" && typeof value.value === "string");
  return node.operator === "+" && isText ? joined(located, node) : opaque;
}

function arithmetic(operator: string, left: number, right: number): CodeValue {
  const results: Readonly<Record<string, number>> = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "//": Math.floor(left / right),
    "**": left ** right,
  };
  const result = results[operator];
  return result !== undefined && Number.isFinite(result) ? scalar(result) : opaque;
}
