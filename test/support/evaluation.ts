/** Templates and values for tests, written as text. */
import { parseDocument, isMap, isScalar, isSeq, type Node, type Tags } from "yaml";
import { type Expression, intrinsicNames, propertyOf } from "../../server/src/template/expression.ts";
import { createEvaluator } from "../../server/src/template/evaluate.ts";
import type { Resource, Template } from "../../server/src/template/template.ts";
import type { EvaluationOptions, Value } from "../../server/src/template/value.ts";

// TEMP builder until the front end lands
export function templateOf(text: string): Template {
  const block = { text };
  const names = intrinsicNames.flatMap((n) => [n]);
  const customTags: Tags = names.flatMap((n) => [
    { tag: `!${n}`, resolve: (s: string) => s } as never,
    { tag: `!${n}`, collection: "seq" } as never,
    { tag: `!${n}`, collection: "map" } as never,
  ]);
  const doc = parseDocument(text, { customTags });
  const sp = (n: Node | null | undefined) => ({ block, start: n?.range?.[0] ?? 0, end: n?.range?.[1] ?? 0 });
  function expr(n: Node | null | undefined, skipTag = false): Expression {
    if (!n) return { kind: "scalar", value: null, text: "", span: sp(n) };
    const tag = n.tag?.startsWith("!") && !n.tag.startsWith("!!") ? n.tag.slice(1) : undefined;
    if (tag && !skipTag) {
      let argument = expr(n, true);
      if (tag === "GetAtt" && argument.kind === "scalar") {
        const [a = "", ...r] = argument.text.split(".");
        const s = argument.span;
        argument = { kind: "list", span: s, items: [a, r.join(".")].map((t) => ({ kind: "scalar", value: t, text: t, span: s })) };
      }
      return { kind: "call", name: tag as never, argument, form: "short", nameSpan: sp(n), span: sp(n) };
    }
    if (isScalar(n)) return { kind: "scalar", value: n.value as never, text: n.source ?? String(n.value), span: sp(n) };
    if (isSeq(n)) return { kind: "list", items: n.items.map((i) => expr(i as Node)), span: sp(n) };
    if (isMap(n)) {
      const first = n.items[0];
      const k = String((first?.key as { value: unknown })?.value);
      const fn = k.replace(/^Fn::/, "");
      if (n.items.length === 1 && (k.startsWith("Fn::") || k === "Ref" || k === "Condition") && intrinsicNames.includes(fn as never))
        return { kind: "call", name: fn as never, argument: expr(first?.value as Node), form: "long", nameSpan: sp(first?.key as Node), span: sp(n) };
      return { kind: "object", span: sp(n), properties: n.items.map((p) => ({ key: String((p.key as { value: unknown }).value), keySpan: sp(p.key as Node), value: expr(p.value as Node), span: sp(n) })) };
    }
    return { kind: "opaque", reason: "x", span: sp(n) };
  }
  const root = expr(doc.contents as Node);
  const section = <T>(name: string, make: (id: string, body: Expression) => T): Map<string, T> => {
    const s = propertyOf(root, name)?.value;
    return new Map(s?.kind === "object" ? s.properties.map((p) => [p.key, make(p.key, p.value)]) : []);
  };
  const spn = { block, start: 0, end: 0 };
  const named = (id: string, body: Expression) => ({ id, idSpan: spn, span: spn, body });
  const txt = (e: Expression | undefined) => (e?.kind === "scalar" ? e.text : undefined);
  return {
    source: "cloudformation",
    parameters: section("Parameters", (id, body) => {
      const av = propertyOf(body, "AllowedValues")?.value;
      return { ...named(id, body), type: txt(propertyOf(body, "Type")?.value) ?? "String", default: propertyOf(body, "Default")?.value, allowedValues: av?.kind === "list" ? av.items : undefined, noEcho: false };
    }),
    mappings: section("Mappings", named),
    conditions: section("Conditions", named),
    rules: new Map(),
    resources: section("Resources", (id, body): Resource => {
      const p = propertyOf(body, "Properties")?.value;
      return { ...named(id, body), type: txt(propertyOf(body, "Type")?.value) ?? "", typeSpan: spn, dependsOn: [], open: false, properties: p?.kind === "object" ? p : { kind: "object", properties: [], span: spn } };
    }),
    outputs: new Map(), transforms: [], open: false, problems: [],
  };
}
// END TEMP

/** What the outputs-like property `Value` of the resource `X` comes to, in short notation; see `show`. */
export function evaluate(text: string, options?: EvaluationOptions): Value {
  const template = templateOf(text);
  const value = propertyOf(template.resources.get("X")?.properties, "Value")?.value;
  if (value === undefined) throw new Error("The template has no resource X with a property Value.");
  return createEvaluator(template, options).resolve(value);
}

/** A template that holds the sections and a resource `X` with the property `Value`, and what that comes to. */
export function evaluated(value: string, sections = "", options?: EvaluationOptions): string {
  const indented = value.replaceAll("\n", "\n        ");
  const resources = `Resources:\n  X:\n    Type: Custom::X\n    Properties:\n      Value: ${indented}\n`;
  const [before, more] = sections.split(/^Resources:\n/m);
  return show(evaluate(`${before}\n${resources}${more ?? ""}`, options));
}

/**
 * A value in one line: data as JSON, `Ref(Vpc)`, `GetAtt(Eip.AllocationId)`, `?reason` with candidates, `absent`,
 * `IsProd ? a : b`.
 */
export function show(value: Value): string {
  switch (value.kind) {
    case "known":
      if (Array.isArray(value.data)) return `[${value.data.map(show).join(", ")}]`;
      if (value.data instanceof Map) return `{${[...value.data].map(([key, item]) => `${key}: ${show(item)}`).join(", ")}}`;
      return JSON.stringify(value.data);
    case "reference":
      return value.attribute === undefined ? `Ref(${value.logicalId})` : `GetAtt(${value.logicalId}.${value.attribute})`;
    case "unknown": {
      const { kind, ...detail } = value.reason;
      const words = [kind, ...Object.values(detail)].join(" ");
      return value.candidates === undefined ? `?${words}` : `?${words} of ${value.candidates.map(show).join("|")}`;
    }
    case "choice":
      return `(${value.condition} ? ${show(value.then)} : ${show(value.else)})`;
    case "absent":
      return "absent";
  }
}
