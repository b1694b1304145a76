/** What is gathered while one version of a program is read. */
import type { Block, Span } from "../../base/span.ts";
import type {
  AssignStatement,
  CodeExpression,
  CodeRange,
  CodeStatement,
  FunctionStatement,
  Program,
} from "../../syntax/code/ast.ts";
import type { Expression } from "../../template/expression.ts";
import type { Condition, Mapping, Output, Parameter, Resource } from "../../template/template.ts";
import type { CdkCatalog, Dialect } from "./catalog.ts";
import { type CodeEntry, type Construct, type Located, opaque } from "./code-value.ts";
import type { Made } from "./l2/made.ts";

/** A construct of the library that isn't read any closer. */
export interface OtherConstruct {
  readonly id: string;
  readonly idRange: CodeRange;
  readonly symbol: string;
  readonly callee: CodeRange;
  readonly range: CodeRange;
}

export interface Reading {
  readonly program: Program;
  readonly block: Block;
  readonly catalog: CdkCatalog;
  readonly dialect: Dialect;
  readonly constructs: Construct[];
  readonly others: OtherConstruct[];
  /** What those make, where it is known. */
  readonly implied: Resource[];
  /** What is known of them for the statements that use them, by id. */
  readonly made: Map<string, Made>;
  readonly parameters: Map<string, Parameter>;
  readonly conditions: Map<string, Condition>;
  readonly mappings: Map<string, Mapping>;
  readonly outputs: Map<string, Output>;
  readonly ids: Set<string>;
  /** Constructs that code elsewhere may use, e.g. to add routes to a table: they stand in a public field. */
  readonly exposed: Set<Construct>;
  /** How often each name is called in the text, as `name(` or `.name(`. */
  readonly callCounts: ReadonlyMap<string, number>;
  /** Functions whose body was read where it is called. */
  readonly inlined: Set<FunctionStatement>;
  /** What a variable was bound to before its declaration was broken: `Class.vpc` to the construct. */
  readonly lost: ReadonlyMap<string, Construct>;
  /** What was known of constructs before they were broken. */
  readonly previous: ReadonlyMap<string, Made>;
  /** How many rounds of loops were read one by one. */
  rounds: number;
  /** There may be more resources than those that are seen. */
  open: boolean;
  /** The reader of expressions and that of statements, which need each other. */
  evaluate(node: CodeExpression, frame: Frame): Located;
  run(statements: readonly CodeStatement[], frame: Frame): void;
}

export interface Binding {
  readonly located: Located;
  /** Uses are placed where the value is written (an argument of a call that is read in place), not where they stand. */
  readonly keepsRange: boolean;
}

/** Where a statement runs. */
export interface Frame {
  readonly variables: Map<string, Binding>;
  readonly fields: Map<string, Binding>;
  readonly className: string;
  readonly methods: readonly FunctionStatement[];
  readonly declaredFields: readonly AssignStatement[];
  /** The function around it, or the whole text. */
  readonly within: CodeRange;
  /** The name of the condition under which it runs. */
  guard: string | undefined;
  /** It may run several times, or not at all. */
  readonly repeated: boolean;
  /** The functions that are being read in place. */
  readonly running: readonly FunctionStatement[];
  readonly returned: Located[];
  statement: CodeRange;
  /** The statements among which it stands: where a variable that it declares can be seen. */
  block: CodeRange;
}

export function spanOf({ block }: Pick<Reading, "block">, { start, end }: CodeRange): Span {
  return { block, start, end };
}

export function textOf({ program }: Pick<Reading, "program">, { start, end }: CodeRange): string {
  return program.text.slice(start, end);
}

/** The id, or the next free one like it. */
export function uniqueId(reading: Reading, id: string, className: string): string {
  const candidates = [id, ...(className === "" ? [] : [`${className}/${id}`])];
  const free = candidates.find((candidate) => !reading.ids.has(candidate));
  let unique = free ?? id;
  for (let count = 2; reading.ids.has(unique); count += 1) unique = `${candidates.at(-1)}#${count}`;
  reading.ids.add(unique);
  return unique;
}

export function entry(key: string, keyRange: CodeRange, value: Located, range: CodeRange): CodeEntry {
  return { key, keyRange, value, range };
}

export function emptyObject(reading: Reading, at: number): Expression {
  return { kind: "object", properties: [], span: { block: reading.block, start: at, end: at } };
}

/** Whether a name is only that: `vpc`, `this.vpc`. */
export function variableName(target: CodeExpression): string | undefined {
  if (target.kind === "name") return target.name;
  if (target.kind === "member" && target.object.kind === "name" && target.object.name === "this") {
    return `this.${target.name}`;
  }
  return undefined;
}

/** From here on the variable holds something that isn't known. */
export function forget(frame: Frame, name: string): void {
  const before = frame.variables.get(name);
  if (before) frame.variables.set(name, bindingTo({ value: opaque, range: before.located.range }));
}

export function bindingTo(located: Located, keepsRange = false): Binding {
  return { located, keepsRange };
}
