/**
 * Statements of the program, in the order in which they run, with what the variables hold at each point. Branches
 * become conditions, what runs any number of times is read once and left open.
 */
import { type CodeNode, type CodeStatement, childrenOf, type LoopStatement } from "../../syntax/code/ast.ts";
import { exits } from "../../syntax/code/shared.ts";
import { assignToConstruct } from "./calls.ts";
import { type CodeValue, type Located, opaque } from "./code-value.ts";
import { conditionOf, conjunction, negation } from "./conditions.ts";
import { choice } from "./evaluate.ts";
import { bindingsOf } from "./imports.ts";
import { unroll } from "./iteration.ts";
import { type Binding, bindingTo, type Frame, forget, type Reading, textOf, variableName } from "./reading.ts";

export function run(reading: Reading, statements: readonly CodeStatement[], frame: Frame): void {
  declare(statements, frame);
  const [first, last] = [statements[0], statements.at(-1)];
  if (first && last) frame.block = { start: first.start, end: last.end };
  for (const statement of statements) {
    if (isSimple(statement)) frame.statement = statement;
    step(reading, statement, frame);
  }
}

/** The statements that something can be written behind. */
function isSimple({ kind }: CodeStatement): boolean {
  return kind === "assign" || kind === "expression" || kind === "exit";
}

/** Classes and functions are there before the first statement runs, and imports stand above all. */
function declare(statements: readonly CodeStatement[], frame: Frame): void {
  for (const statement of statements) {
    if (statement.kind === "class") bind(frame, statement.name, { kind: "class", statement }, statement);
    if (statement.kind === "function") bind(frame, statement.name, { kind: "function", statement }, statement);
    if (statement.kind === "import") {
      for (const { local, value } of bindingsOf(statement)) bind(frame, local, value, statement);
    }
  }
}

function bind(frame: Frame, name: string, value: CodeValue, range: Located["range"]): void {
  frame.variables.set(name, bindingTo({ value, range }));
}

function step(reading: Reading, statement: CodeStatement, frame: Frame): void {
  switch (statement.kind) {
    case "import":
    case "class":
    case "function":
      return;
    case "expression":
      reading.evaluate(statement.value, frame);
      return;
    case "assign":
      assign(reading, statement, frame);
      return;
    case "exit": {
      const value = statement.value && reading.evaluate(statement.value, frame);
      if (statement.keyword === "return") frame.returned.push(value ?? { value: opaque, range: statement });
      return;
    }
    case "if":
      branch(reading, statement, frame);
      return;
    case "loop":
      loop(reading, statement, frame);
      return;
    case "group":
      if (statement.runs === "perhaps") {
        const condition = perhaps(reading, statement, frame);
        const inner = copyOf(frame, condition);
        run(reading, statement.body, inner);
        merge(frame, condition, inner, copyOf(frame, frame.guard), statement);
      } else {
        const { block } = frame;
        run(reading, statement.body, frame);
        frame.block = block;
      }
  }
}

/** Whatever an exception brings about. */
function perhaps(reading: Reading, at: { start: number; end: number }, frame: Frame): string {
  const line = textOf(reading, at).split("\n", 1)[0] ?? "";
  const test = { kind: "other" as const, children: [], start: at.start, end: at.start + line.length, broken: false };
  return conjunction(reading, frame.guard, conditionOf(reading, test), at) ?? "";
}

function branch(reading: Reading, statement: CodeStatement & { kind: "if" }, frame: Frame): void {
  reading.evaluate(statement.test, frame);
  const condition = conditionOf(reading, statement.test);
  if (condition === undefined) {
    run(reading, statement.consequence, frame);
    return;
  }
  const otherwise = negation(reading, condition, statement.test);
  const then = copyOf(frame, conjunction(reading, frame.guard, condition, statement.test));
  const other = copyOf(frame, conjunction(reading, frame.guard, otherwise, statement.test));
  run(reading, statement.consequence, then);
  run(reading, statement.alternative, other);
  // After `if (x) return;` the rest runs only where x doesn't hold.
  const [leavesThen, leavesOther] = [exits(statement.consequence), exits(statement.alternative)];
  if (leavesThen && !leavesOther) take(frame, other);
  else if (leavesOther && !leavesThen) take(frame, then);
  else merge(frame, condition, then, other, statement.test);
}

function copyOf(frame: Frame, guard: string | undefined): Frame {
  return { ...frame, variables: new Map(frame.variables), fields: new Map(frame.fields), guard };
}

function take(frame: Frame, from: Frame): void {
  frame.guard = from.guard;
  for (const [name, binding] of from.variables) frame.variables.set(name, binding);
  for (const [name, binding] of from.fields) frame.fields.set(name, binding);
}

function merge(
  frame: Frame,
  condition: string,
  then: Frame,
  otherwise: Frame,
  at: { start: number; end: number },
): void {
  mergeBindings(frame.variables, condition, then.variables, otherwise.variables, at);
  mergeBindings(frame.fields, condition, then.fields, otherwise.fields, at);
}

function mergeBindings(
  target: Map<string, Binding>,
  condition: string,
  then: ReadonlyMap<string, Binding>,
  otherwise: ReadonlyMap<string, Binding>,
  at: { start: number; end: number },
): void {
  for (const name of new Set([...then.keys(), ...otherwise.keys()])) {
    const [a, b] = [then.get(name), otherwise.get(name)];
    if (a === b) continue;
    const one = a ?? b;
    if (!one) continue;
    const both = a && b ? choice(condition, a.located, b.located, at) : undefined;
    const value = both ?? (/construct$/.test(one.located.value.kind) ? one.located.value : opaque);
    target.set(name, bindingTo({ value, range: one.located.range }));
  }
}

function loop(reading: Reading, statement: LoopStatement, frame: Frame): void {
  const [over] = statement.over.map((each) => reading.evaluate(each, frame));
  if (unroll(reading, statement, over, frame)) return;
  const changed = [...statement.variables, ...statement.body.flatMap(assignedIn)];
  const inner: Frame = { ...frame, variables: new Map(frame.variables), repeated: true };
  for (const name of changed) bind(inner, name, opaque, statement);
  run(reading, statement.body, inner);
  for (const name of changed) forget(frame, name);
  for (const name of statement.body.flatMap(assignedFieldsIn))
    bindField(frame, name, { value: opaque, range: statement });
}

/** The variables that may be given another value inside a node. */
function assignedIn(node: CodeNode): readonly string[] {
  const here =
    node.kind === "assign" && node.target.kind === "name"
      ? [node.target.name]
      : node.kind === "operation" && /^(\+\+|--)$/.test(node.operator) && node.operands[0]?.kind === "name"
        ? [node.operands[0].name]
        : [];
  return [...here, ...childrenOf(node).flatMap(assignedIn)];
}

function assignedFieldsIn(node: CodeNode): readonly string[] {
  const name = node.kind === "assign" ? variableName(node.target) : undefined;
  const here = name?.startsWith("this.") ? [name.slice("this.".length)] : [];
  return [...here, ...childrenOf(node).flatMap(assignedFieldsIn)];
}

function assign(reading: Reading, statement: CodeStatement & { kind: "assign" }, frame: Frame): void {
  const { target, value: node } = statement;
  const value: Located = node ? reading.evaluate(node, frame) : { value: opaque, range: statement };
  const name = variableName(target);
  if (name !== undefined && value.value.kind === "construct" && node?.kind === "call") {
    value.value.construct.variable ??= name;
  }
  if (target.kind === "name") {
    frame.variables.set(target.name, bindingTo(value));
  } else if (name !== undefined && target.kind === "member") {
    if (node || !frame.fields.has(target.name)) bindField(frame, target.name, value);
    if (value.value.kind === "construct" && isPublic(statement, frame)) reading.exposed.add(value.value.construct);
  } else if (target.kind === "member") {
    const nested = target.object.kind === "member" && /^cfn_?options$/i.test(target.object.name);
    const owner = reading.evaluate(
      nested && target.object.kind === "member" ? target.object.object : target.object,
      frame,
    );
    if (owner.value.kind === "construct") {
      assignToConstruct(owner.value.construct, target, value, statement, nested);
    } else if (target.object.kind === "name") {
      forget(frame, target.object.name);
    }
  } else if (target.kind === "index" && target.object.kind === "name") {
    forget(frame, target.object.name);
  } else {
    for (const each of assignedNames(target)) bind(frame, each, opaque, statement);
  }
}

/** The names in a pattern: `const [a, b] = …`, `a, b = …`. */
function assignedNames(node: CodeNode): readonly string[] {
  return node.kind === "name" ? [node.name] : childrenOf(node).flatMap(assignedNames);
}

function bindField(frame: Frame, name: string, located: Located): void {
  frame.fields.set(name, bindingTo(located));
}

/** TypeScript says it where the field is declared, Python where it is assigned. */
function isPublic(statement: CodeStatement & { kind: "assign" }, frame: Frame): boolean {
  if (statement.target.kind !== "member" || !statement.isPublic) return false;
  const { name } = statement.target;
  const declared = frame.declaredFields.find(({ target }) => target.kind === "member" && target.name === name);
  return declared?.isPublic ?? true;
}
