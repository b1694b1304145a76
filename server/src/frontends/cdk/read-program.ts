/** A whole program -> the constructs it makes. */
import type { Block } from "../../base/span.ts";
import type { ClassStatement, CodeStatement, Program } from "../../syntax/code/ast.ts";
import type { CdkCatalog, Dialect } from "./catalog.ts";
import type { Construct } from "./code-value.ts";
import { evaluate } from "./evaluate.ts";
import { run } from "./execute.ts";
import { finishHigherLevel } from "./l2/make.ts";
import type { Frame, Reading } from "./reading.ts";

export function readProgram(
  program: Program,
  block: Block,
  catalog: CdkCatalog,
  dialect: Dialect,
  lost: ReadonlyMap<string, Construct> = new Map(),
  previous: Reading["previous"] = new Map(),
): Reading {
  const lostIds = [...lost.values()].map(({ id }) => id);
  const reading: Reading = {
    program,
    block,
    catalog,
    dialect,
    constructs: [],
    others: [],
    implied: [],
    made: new Map(),
    parameters: new Map(),
    conditions: new Map(),
    mappings: new Map(),
    outputs: new Map(),
    ids: new Set(lostIds),
    exposed: new Set(),
    callCounts: countCalls(program.text),
    inlined: new Set(),
    lost,
    previous,
    rounds: 0,
    open: false,
    evaluate: (node, frame) => evaluate(reading, node, frame),
    run: (statements, frame) => run(reading, statements, frame),
  };
  const whole = { start: 0, end: program.text.length };
  const module: Frame = {
    variables: new Map(),
    fields: new Map(),
    className: "",
    methods: [],
    declaredFields: [],
    within: whole,
    guard: undefined,
    repeated: false,
    running: [],
    returned: [],
    statement: whole,
    block: whole,
  };
  reading.run(program.body, module);
  for (const statement of declarationsIn(program.body)) {
    if (statement.kind === "class") readClass(reading, statement, module);
    else if (!reading.inlined.has(statement)) readAlone(reading, statement, { ...module, fields: new Map() });
  }
  finishHigherLevel(reading);
  return reading;
}

function declarationsIn(statements: readonly CodeStatement[]): (CodeStatement & { kind: "class" | "function" })[] {
  return statements.flatMap((statement) => {
    if (statement.kind === "class" || statement.kind === "function") return [statement];
    return statement.kind === "group" ? declarationsIn(statement.body) : [];
  });
}

/** The fields, then the constructor, then whatever methods the constructor doesn't call. */
function readClass(reading: Reading, statement: ClassStatement, module: Frame): void {
  const frame: Frame = {
    ...module,
    variables: new Map(module.variables),
    fields: new Map(),
    className: statement.name,
    methods: statement.methods,
    declaredFields: statement.fields,
    within: statement,
  };
  for (const field of statement.fields) if (field.value) reading.run([field], frame);
  const first = statement.methods.find(({ name }) => name === "constructor");
  if (first) readBody(reading, first, frame, false);
  for (const method of statement.methods) {
    if (method !== first && !reading.inlined.has(method)) readAlone(reading, method, frame);
  }
}

/** A function whose calls aren't read: it may run any number of times, with any arguments. */
function readAlone(reading: Reading, fn: CodeStatement & { kind: "function" }, frame: Frame): void {
  readBody(reading, fn, { ...frame, fields: new Map(frame.fields) }, true);
}

function readBody(reading: Reading, fn: CodeStatement & { kind: "function" }, frame: Frame, repeated: boolean): void {
  const variables = new Map(frame.variables);
  for (const parameter of fn.parameters) variables.delete(parameter);
  reading.run(fn.body, { ...frame, variables, within: fn, repeated, running: [fn], returned: [] });
}

function countCalls(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = ""] of text.matchAll(/([\w$]+)\s*\(/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
