/** The root of a syntax tree -> Template, entry by entry, so that an untouched entry keeps its objects. */
import type { Entry, MappingNode, SyntaxNode } from "../../syntax/tree.ts";
import type {
  Condition,
  Mapping,
  Metadata,
  Named,
  Output,
  Parameter,
  Resource,
  Template,
  TemplateProblem,
} from "../../template/template.ts";
import { conditionOf, mappingOf, outputOf, parameterOf, resourceOf } from "./declarations.ts";
import { type Bindings, expandLoop, isLoopKey, noBindings } from "./loops.ts";

/** What was read from the entries of earlier versions. Entries are never changed, so what they say stays true. */
export interface TemplateMemo {
  readonly parameters: WeakMap<Entry, Declared<Parameter>>;
  readonly mappings: WeakMap<Entry, Declared<Mapping>>;
  readonly conditions: WeakMap<Entry, Declared<Condition>>;
  readonly rules: WeakMap<Entry, Declared<Condition>>;
  readonly resources: WeakMap<Entry, Declared<Resource>>;
  readonly outputs: WeakMap<Entry, Declared<Output>>;
  /** Sections without names of their own. */
  readonly nameless: WeakMap<Entry, Metadata>;
}

export function createTemplateMemo(): TemplateMemo {
  return {
    parameters: new WeakMap(),
    mappings: new WeakMap(),
    conditions: new WeakMap(),
    rules: new WeakMap(),
    resources: new WeakMap(),
    outputs: new WeakMap(),
    nameless: new WeakMap(),
  };
}

/** What one entry declares: one thing, or as many as its loop has turns. */
interface Declared<T> {
  readonly all: readonly T[];
  /** There may be more than is listed. */
  readonly open: boolean;
  readonly problems: readonly TemplateProblem[];
}

const topLevel: ReadonlySet<string> = new Set([
  "AWSTemplateFormatVersion",
  "Description",
  "Metadata",
  "Parameters",
  "Mappings",
  "Conditions",
  "Rules",
  "Resources",
  "Outputs",
  "Hooks",
  "Transform",
  // The Serverless Application Model's section, and those of `aws cloudformation package` modules.
  "Globals",
  "Modules",
  "Packages",
  "Constants",
]);

export function readTemplate(root: MappingNode, memo: TemplateMemo): Template {
  const problems: TemplateProblem[] = [];
  for (const { key } of root.entries) {
    if (topLevel.has(key.text) || key.text.startsWith("Fn::") || key.text === "") continue;
    problems.push({ code: "unknown-section", span: key.span });
  }
  const section = <T extends Named>(
    name: string,
    memory: WeakMap<Entry, Declared<T>>,
    make: (entry: Entry, bindings: Bindings) => T,
  ): { readonly all: ReadonlyMap<string, T>; readonly open: boolean } => {
    const all = new Map<string, T>();
    let open = false;
    for (const { key, value } of root.entries) {
      if (key.text !== name) continue;
      if (value.kind !== "mapping" || value.tag !== undefined) {
        if (!isEmpty(value)) problems.push({ code: "not-a-mapping", span: value.span });
        continue;
      }
      for (const entry of value.entries) {
        const declared = memory.get(entry) ?? declare(entry, make);
        memory.set(entry, declared);
        open ||= declared.open;
        for (const problem of declared.problems) problems.push(problem);
        for (const one of declared.all) {
          if (all.has(one.id)) problems.push({ code: "duplicate-id", span: one.idSpan });
          all.set(one.id, one);
        }
      }
    }
    return { all, open };
  };

  const parameters = section("Parameters", memo.parameters, parameterOf);
  const mappings = section("Mappings", memo.mappings, mappingOf);
  const conditions = section("Conditions", memo.conditions, conditionOf);
  const rules = section("Rules", memo.rules, conditionOf);
  const resources = section("Resources", memo.resources, resourceOf);
  const outputs = section("Outputs", memo.outputs, outputOf);
  return {
    source: "cloudformation",
    parameters: parameters.all,
    mappings: mappings.all,
    conditions: conditions.all,
    rules: rules.all,
    resources: resources.all,
    outputs: outputs.all,
    metadata: namelessSection(root, "Metadata", memo),
    globals: namelessSection(root, "Globals", memo),
    transforms: root.entries.flatMap(({ key, value }) => (key.text === "Transform" ? transformNames(value) : [])),
    open: resources.open || root.entries.some(({ key }) => key.text.startsWith("Fn::")),
    problems,
  };
}

function namelessSection(root: MappingNode, name: string, { nameless }: TemplateMemo): Metadata | undefined {
  const entry = root.entries.findLast(({ key }) => key.text === name);
  if (!entry) return undefined;
  const before = nameless.get(entry);
  if (before) return before;
  const { id, idSpan, span, body } = mappingOf(entry);
  const made: Metadata = { id, idSpan, span, body };
  nameless.set(entry, made);
  return made;
}

function declare<T>(entry: Entry, make: (entry: Entry, bindings: Bindings) => T): Declared<T> {
  const all: T[] = [];
  const problems: TemplateProblem[] = [];
  let open = false;
  const visit = (one: Entry, bindings: Bindings, depth: number): void => {
    if (isLoopKey(one.key.text)) {
      const turns = depth < 5 && all.length < 1000 ? expandLoop(one, bindings) : undefined;
      if (!turns) open = true;
      for (const turn of turns ?? []) {
        for (const inner of turn.body.entries) visit(inner, turn.bindings, depth + 1);
      }
    } else if (one.key.text.startsWith("Fn::")) {
      // A transform among the declarations brings others in.
      open = true;
    } else {
      if (one.value.kind !== "mapping" && one.value.tag === undefined && !isEmpty(one.value)) {
        problems.push({ code: "not-a-mapping", span: one.value.span });
      }
      all.push(make(one, bindings));
    }
  };
  visit(entry, noBindings, 0);
  return { all, open, problems };
}

function isEmpty(node: SyntaxNode): boolean {
  return node.kind === "scalar" && node.text === "";
}

function transformNames(node: SyntaxNode): string[] {
  if (node.kind === "sequence") return node.items.flatMap(transformNames);
  if (node.kind === "scalar") return node.text === "" ? [] : [node.text];
  const name = node.entries.find(({ key }) => key.text === "Name")?.value;
  return name?.kind === "scalar" ? [name.text] : [];
}
