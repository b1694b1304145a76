/**
 * What a word of the program names in the CDK's library: `ec2.NatProvider.gateway`, a method of a construct, a
 * property of a struct. By imports and by the classes of variables; nothing is run, and what cannot be told has no name.
 */
import { memoised } from "../../base/memoised.ts";
import {
  type Call,
  type CodeExpression,
  type CodeNode,
  type CodeRange,
  childrenOf,
  nodesAt,
  type ObjectEntry,
  type Program,
} from "../../syntax/code/ast.ts";
import { bindingsOf, memberOfLibrary, symbolOf } from "./imports.ts";
import { camelCase } from "./names.ts";
import { type Reading, variableName } from "./reading.ts";

export interface SymbolUse {
  /** The library's names for it, the narrowest first: a method of `Vpc` is one of `VpcBase` as well. */
  readonly symbols: readonly string[];
  /** The word itself. */
  readonly range: CodeRange;
}

/** What an expression is in terms of the library; types are named with their module: `aws_ec2.Vpc`. */
type Named =
  | { readonly kind: "module"; readonly module: string }
  /** A class, struct or enum, or (with `member`) something that belongs to one. */
  | { readonly kind: "type"; readonly type: string; readonly member?: string }
  | { readonly kind: "instance"; readonly type: string };

interface Names {
  readonly imports: ReadonlyMap<string, Named>;
  /** `vpc`, `this.vpc`: the class that is assigned, where it is one class everywhere. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Undefined where the word at the offset names nothing of the library. */
export function symbolAt(reading: Reading, offset: number): SymbolUse | undefined {
  const path = nodesAt(reading.program, offset);
  const word = path.at(-1);
  if (word?.kind === "string") return undefined;
  return keyAt(reading, path, offset) ?? (word && named(reading, word, offset)) ?? annotation(reading, offset);
}

/** The names of what a call calls: `ec2.Port.tcp`, `elbv2.ApplicationListener`; empty where that is not known. */
export function calleeSymbols(reading: Reading, { callee }: Call): readonly string[] {
  if (callee.kind === "member") return memberSymbols(reading, callee.object, camelCase(callee.name));
  const found = whatIs(callee, namesOf(reading.program));
  return found?.kind === "type" ? [shown(found.type)] : [];
}

function named(reading: Reading, node: CodeNode, offset: number): SymbolUse | undefined {
  if (node.kind === "member" && touches(node.nameRange, offset)) {
    const symbols = memberSymbols(reading, node.object, camelCase(node.name));
    return symbols.length > 0 ? { symbols, range: node.nameRange } : undefined;
  }
  if (node.kind !== "name") return undefined;
  const found = namesOf(reading.program).imports.get(node.name);
  return found?.kind === "type" ? { symbols: [shown(found.type)], range: node } : undefined;
}

/** The names of `object.name`. */
function memberSymbols(reading: Reading, object: CodeExpression, name: string): readonly string[] {
  const { types } = reading.catalog;
  const owner = whatIs(object, namesOf(reading.program));
  switch (owner?.kind) {
    case "module":
      return [shown(`${owner.module}.${name}`)];
    case "type":
      return owner.member === undefined ? [shown(`${owner.type}.${name}`), shown(owner.type)] : [];
    case "instance": {
      const declared = types.method(owner.type, name)?.owner ?? owner.type;
      return [...new Set([owner.type, declared])].map((type) => shown(`${type}.${name}`));
    }
    case undefined:
      return onlyFamilyWith(reading, name).map((type) => shown(`${type}.${name}`));
  }
}

/**
 * The classes that have a method, where one class declares it for all of them: then the name alone tells what
 * `props.vpc` is, whose class isn't seen.
 */
function onlyFamilyWith({ catalog: { types } }: Reading, method: string): readonly string[] {
  const classes = types.classesWith(method);
  const declaring = new Set(classes.map((type) => types.method(type, method)?.owner));
  return declaring.size === 1 ? classes : [];
}

function whatIs(node: CodeExpression, names: Names): Named | undefined {
  switch (node.kind) {
    case "name":
      return names.imports.get(node.name) ?? instanceOf(names, node.name);
    case "member": {
      const variable = variableName(node);
      if (variable?.startsWith("this.")) return instanceOf(names, variable);
      const owner = whatIs(node.object, names);
      if (owner?.kind === "module") {
        const value = memberOfLibrary(owner.module, node.name);
        return value.kind === "library" ? libraryName(value) : undefined;
      }
      if (owner?.kind === "type" && owner.member === undefined) return { ...owner, member: camelCase(node.name) };
      return undefined;
    }
    case "call":
      return made(node, names);
    default:
      return undefined;
  }
}

/** `new ec2.Vpc(…)`, in Python without `new`, or one of the functions that look one up: `Vpc.fromLookup(…)`. */
function made({ callee }: Call, names: Names): Named | undefined {
  const called = whatIs(callee, names);
  if (called?.kind !== "type") return undefined;
  const isMade = called.member === undefined || /^from[A-Z]/.test(called.member);
  return isMade ? { kind: "instance", type: called.type } : undefined;
}

function instanceOf(names: Names, variable: string): Named | undefined {
  const type = names.variables.get(variable);
  return type === undefined ? undefined : { kind: "instance", type };
}

/** On a property's key: the struct that declares it, found from the call or property that the object is given to. */
function keyAt(reading: Reading, path: readonly CodeNode[], offset: number): SymbolUse | undefined {
  let struct: string | undefined;
  for (const node of path) {
    if (node.kind === "call") {
      struct = structOfCall(reading, node);
      const keyword = struct === undefined ? undefined : entryAt(node.keywords, offset);
      if (keyword && struct !== undefined) {
        if (touches(keyword.keyRange, offset)) return propertyUse(reading, struct, keyword);
        struct = reading.catalog.types.property(struct, camelCase(keyword.key))?.takes;
      }
    } else if (node.kind === "object") {
      const inner = struct === undefined ? undefined : entryAt(node.entries, offset);
      if (!inner || struct === undefined) return undefined;
      if (touches(inner.keyRange, offset) && !inner.shorthand) return propertyUse(reading, struct, inner);
      struct = reading.catalog.types.property(struct, inner.key)?.takes;
    } else if (node.kind !== "list") {
      struct = undefined;
    }
  }
  return undefined;
}

/** The struct whose properties the arguments of a call are. */
function structOfCall(reading: Reading, { callee }: Call): string | undefined {
  const { types } = reading.catalog;
  const names = namesOf(reading.program);
  const called = whatIs(callee, names);
  if (called?.kind === "type" && called.member === undefined) {
    return types.isStruct(called.type) ? called.type : types.propsOf(called.type);
  }
  if (callee.kind !== "member") return undefined;
  const owner = whatIs(callee.object, names);
  const name = camelCase(callee.name);
  if (owner && owner.kind !== "module") return types.method(owner.type, name)?.takes;
  const [family] = onlyFamilyWith(reading, name);
  return family === undefined ? undefined : types.method(family, name)?.takes;
}

function propertyUse(reading: Reading, struct: string, { key, keyRange }: ObjectEntry): SymbolUse {
  const name = camelCase(key);
  const declared = reading.catalog.types.property(struct, name)?.owner ?? struct;
  const owners = [...new Set([struct, declared])];
  return { symbols: [...owners.map((type) => `${type}.${name}`), ...owners].map(shown), range: keyRange };
}

function entryAt(entries: readonly ObjectEntry[], offset: number): ObjectEntry | undefined {
  return entries.find((entry) => touches(entry, offset));
}

/** Types of variables and parameters are no expressions, so they are read as text: `vpc: ec2.IVpc`. */
function annotation({ program }: Reading, offset: number): SymbolUse | undefined {
  const before = /[\w$.]*$/.exec(program.text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  const after = /^[\w$]*/.exec(program.text.slice(offset, offset + 200))?.[0] ?? "";
  const [root = "", ...members] = `${before}${after}`.split(".");
  let found = namesOf(program).imports.get(root);
  for (const member of members) {
    if (found?.kind !== "module") return undefined;
    found = { kind: "type", type: `${found.module}.${member}` };
  }
  if (found?.kind !== "type") return undefined;
  const start = offset - (before.length - before.lastIndexOf(".") - 1);
  return { symbols: [shown(found.type)], range: { start, end: offset + after.length } };
}

const namesOf = memoised((program: Program): Names => {
  const imports = new Map<string, Named>();
  const assigned = new Map<string, Set<string>>();
  const names: Names = { imports, variables: new Map() };
  const visit = (node: CodeNode): void => {
    if (node.kind === "import") {
      for (const { local, value } of bindingsOf(node)) {
        if (value.kind === "library") imports.set(local, libraryName(value));
      }
    }
    if (node.kind === "assign" && node.value?.kind === "call") {
      const name = variableName(node.target);
      const value = made(node.value, names);
      if (name !== undefined && value?.kind === "instance") {
        assigned.set(name, (assigned.get(name) ?? new Set()).add(value.type));
      }
    }
    childrenOf(node).forEach(visit);
  };
  program.body.forEach(visit);
  const single = [...assigned].flatMap(([name, types]) =>
    types.size === 1 ? [[name, [...types][0] ?? ""] as const] : [],
  );
  return { imports, variables: new Map(single) };
});

function libraryName({ module, name }: { readonly module: string; readonly name: string }): Named {
  return name === "" ? { kind: "module", module } : { kind: "type", type: `${module}.${name}` };
}

/** `aws_ec2.Vpc.addFlowLog` -> `ec2.Vpc.addFlowLog`. */
function shown(type: string): string {
  const at = type.indexOf(".");
  return symbolOf(type.slice(0, at), type.slice(at + 1));
}

function touches({ start, end }: CodeRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
