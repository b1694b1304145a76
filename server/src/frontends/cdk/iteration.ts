/**
 * Loops over lists that are written out: each round is read as if it stood there by itself. What may leave a round
 * early, or goes over anything else, is read once and left open.
 */
import type { Call, CodeNode, CodeRange, CodeStatement, ItemPattern, LoopStatement } from "../../syntax/code/ast.ts";
import { childrenOf } from "../../syntax/code/ast.ts";
import { type CodeValue, type Located, opaque, scalar } from "./code-value.ts";
import { camelCase } from "./names.ts";
import { type Binding, bindingTo, type Frame, type Reading } from "./reading.ts";

/** Rounds in one program; a source that has more is data, not a network. */
const MOST_ROUNDS = 256;

/** Whether the loop was read round by round. */
export function unroll(reading: Reading, loop: LoopStatement, over: Located | undefined, frame: Frame): boolean {
  const { each, body } = loop;
  if (!each || over?.value.kind !== "list" || over.value.open || frame.repeated) return false;
  if (!mayUnroll(reading, body, over.value.items.length)) return false;
  for (const item of over.value.items) round(reading, body, [[each, item]], frame);
  return true;
}

function mayUnroll(reading: Reading, body: readonly CodeStatement[], rounds: number): boolean {
  if (body.some(mayLeave) || reading.rounds + rounds > MOST_ROUNDS) return false;
  reading.rounds += rounds;
  return true;
}

/** `break`, `continue`, `return` of the loop itself; those of functions inside it are their own. */
function mayLeave(node: CodeNode): boolean {
  if (node.kind === "exit") return true;
  return node.kind !== "closure" && node.kind !== "function" && childrenOf(node).some(mayLeave);
}

/** @returns what an arrow function without a block comes to */
function round(
  reading: Reading,
  body: readonly CodeStatement[],
  bound: readonly (readonly [ItemPattern, Located])[],
  frame: Frame,
): Located | undefined {
  const variables = new Map(frame.variables);
  for (const [pattern, item] of bound) bindPattern(variables, pattern, item);
  const declared = new Set([...bound.flatMap(([pattern]) => namesOf(pattern)), ...declaredIn(body)]);
  const inner: Frame = { ...frame, variables };
  const [only, ...more] = body;
  const result = only?.kind === "expression" && more.length === 0 ? reading.evaluate(only.value, inner) : undefined;
  if (!result) reading.run(body, inner);
  for (const [name, binding] of variables) {
    if (!declared.has(name) || !frame.variables.has(name)) frame.variables.set(name, binding);
  }
  return result;
}

function bindPattern(variables: Map<string, Binding>, pattern: ItemPattern, item: Located): void {
  const { value, range } = item;
  switch (pattern.kind) {
    case "name":
      // Findings are shown at what differs between the rounds.
      variables.set(pattern.name, bindingTo(item, value.kind === "scalar"));
      return;
    case "items":
      for (const [index, inner] of pattern.items.entries()) {
        const part = value.kind === "list" ? value.items[index] : undefined;
        bindPattern(variables, inner, part ?? { value: opaque, range });
      }
      return;
    case "keys":
      for (const [index, inner] of pattern.items.entries()) {
        const entries = value.kind === "object" ? value.entries : [];
        const part = entries.findLast(({ key }) => key === pattern.keys[index])?.value;
        bindPattern(variables, inner, part ?? { value: opaque, range });
      }
  }
}

function namesOf(pattern: ItemPattern): readonly string[] {
  return pattern.kind === "name" ? [pattern.name] : pattern.items.flatMap(namesOf);
}

/** The variables that live in one round only (TypeScript). */
function declaredIn(body: readonly CodeStatement[]): readonly string[] {
  return body.flatMap((statement) =>
    statement.kind === "assign" && statement.declares && statement.target.kind === "name"
      ? [statement.target.name]
      : [],
  );
}

/** `list.forEach(…)`, `list.map(…)`; undefined where it isn't one that can be read round by round. */
export function iterate(
  reading: Reading,
  method: string,
  list: CodeValue & { kind: "list" },
  node: Call,
  frame: Frame,
): CodeValue | undefined {
  const [callback, ...more] = node.args;
  if (list.open || frame.repeated || callback?.kind !== "closure" || more.length > 0) return undefined;
  const patterns = callback.parameters;
  if ((method !== "forEach" && method !== "map") || !patterns || patterns.includes(undefined)) return undefined;
  const [item, index, third] = patterns;
  const isPlain = method === "forEach" || (callback.body.length === 1 && callback.body[0]?.kind === "expression");
  if (third || !isPlain || !mayUnroll(reading, callback.body, list.items.length)) return undefined;
  const results = list.items.map((each, at) => {
    const bound: (readonly [ItemPattern, Located])[] = [];
    if (item) bound.push([item, each]);
    if (index) bound.push([index, { value: scalar(at), range: each.range }]);
    return round(reading, callback.body, bound, frame) ?? { value: opaque, range: each.range };
  });
  return method === "map" ? { kind: "list", items: results } : opaque;
}

/** Lists that the language makes: `Object.entries(x)`, `list.entries()`, `enumerate(x)`, `range(3)`, `x.items()`. */
export function builtList(
  name: string,
  owner: Located | undefined,
  args: readonly Located[],
  range: CodeRange,
): CodeValue | undefined {
  const at = (value: CodeValue): Located => ({ value, range });
  const [first, second] = args.map(({ value }) => value);
  const numbered = (items: readonly Located[], from = 0): CodeValue => ({
    kind: "list",
    items: items.map((item, index) => at({ kind: "list", items: [at(scalar(index + from)), item] })),
  });
  const own = owner?.value;
  if (own?.kind === "list" && !own.open && name === "entries" && args.length === 0) return numbered(own.items);
  if (own?.kind === "object" && args.length === 0) return listOfObject(camelCase(name), own, at);
  if (name === "Object.entries" || name === "Object.keys" || name === "Object.values") {
    const method = name.slice("Object.".length);
    return first?.kind === "object" ? listOfObject(method === "entries" ? "items" : method, first, at) : undefined;
  }
  if (name === "enumerate" && first?.kind === "list" && !first.open) {
    const from = second?.kind === "scalar" && typeof second.value === "number" ? second.value : 0;
    return args.length === 1 || second?.kind === "scalar" ? numbered(first.items, from) : undefined;
  }
  if (name !== "range" || args.length === 0 || args.length > 2) return undefined;
  const ends = args.map(({ value }) => (value.kind === "scalar" ? value.value : undefined));
  const [from, to] = ends.length === 1 ? [0, ends[0]] : ends;
  if (typeof from !== "number" || typeof to !== "number" || to - from > MOST_ROUNDS) return undefined;
  return {
    kind: "list",
    items: Array.from({ length: Math.max(0, to - from) }, (_, index) => at(scalar(from + index))),
  };
}

function listOfObject(
  method: string,
  { entries, open }: CodeValue & { kind: "object" },
  at: (value: CodeValue) => Located,
): CodeValue | undefined {
  if (open) return undefined;
  const keyOf = ({ key, keyRange }: (typeof entries)[number]): Located => ({ value: scalar(key), range: keyRange });
  switch (method) {
    case "items":
      return { kind: "list", items: entries.map((each) => at({ kind: "list", items: [keyOf(each), each.value] })) };
    case "keys":
      return { kind: "list", items: entries.map(keyOf) };
    case "values":
      return { kind: "list", items: entries.map(({ value }) => value) };
    default:
      return undefined;
  }
}
