/** Reads the conditions of a template as formulas. */
import type { ResolveContext } from "./context.ts";
import type { CallExpression, Expression } from "./expression.ts";
import { textOfScalar } from "./parameters.ts";
import type { Domains, Formula } from "./satisfiability.ts";
import { isDynamic, textOf } from "./values.ts";

type Term = { readonly kind: "text"; readonly text: string } | { readonly kind: "variable"; readonly key: string };

export interface ConditionFormulas {
  /** A name that is not declared, or declared in circles, is free to come out either way. */
  of(name: string): Formula;
  readonly domains: Domains;
}

const MOST_DEPTH = 100;

/**
 * @param context resolves without defaults: a parameter's default decides no condition, an assumed value does.
 */
export function createConditionFormulas(context: ResolveContext): ConditionFormulas {
  const { template } = context;
  const done = new Map<string, Formula>();
  const running = new Set<string>();
  const domains = new Map<string, readonly string[]>();
  const identities = new Map<Expression, string>();

  function named(name: string): Formula {
    const before = done.get(name);
    if (before !== undefined) return before;
    const condition = template.conditions.get(name);
    if (condition === undefined || running.has(name) || running.size >= MOST_DEPTH) return free(`condition ${name}`);
    running.add(name);
    const formula = read(condition.body, 0);
    running.delete(name);
    done.set(name, formula);
    return formula;
  }

  function read(expression: Expression, depth: number): Formula {
    if (expression.kind !== "call" || depth > MOST_DEPTH) return free(keyOf(expression));
    switch (expression.name) {
      case "Equals":
        return equality(expression);
      case "And":
      case "Or": {
        const parts = itemsOf(expression);
        if (parts.length === 0) return free(keyOf(expression));
        return { kind: expression.name === "And" ? "all" : "any", parts: parts.map((part) => read(part, depth + 1)) };
      }
      case "Not": {
        const [part, ...more] = itemsOf(expression);
        if (part === undefined || more.length > 0) return free(keyOf(expression));
        return { kind: "not", part: read(part, depth + 1) };
      }
      case "Condition":
        return expression.argument.kind === "scalar" ? named(expression.argument.text) : free(keyOf(expression));
      default:
        return free(keyOf(expression));
    }
  }

  function equality(call: CallExpression): Formula {
    const [first, second, ...more] = itemsOf(call);
    if (first === undefined || second === undefined || more.length > 0) return free(keyOf(call));
    const [left, right] = [term(first), term(second)];
    if (left.kind === "text") {
      if (right.kind === "text") return { kind: "constant", value: left.text === right.text };
      return { kind: "equals", variable: right.key, text: left.text };
    }
    if (right.kind === "text") return { kind: "equals", variable: left.key, text: right.text };
    if (left.key === right.key) return { kind: "constant", value: true };
    return { kind: "same", left: left.key, right: right.key };
  }

  function term(expression: Expression): Term {
    const written = textOfScalar(expression);
    if (written !== undefined && !isDynamic(written)) return { kind: "text", text: written };
    const value = context.resolve(expression);
    const text = textOf(value);
    if (text !== undefined) return { kind: "text", text };
    const key = keyOf(expression);
    const candidates = value.kind === "unknown" ? (value.candidates?.map(textOf) ?? []) : [];
    const domain = candidates.filter((candidate) => candidate !== undefined);
    if (domain.length > 0 && domain.length === candidates.length) domains.set(key, [...new Set(domain)]);
    return { kind: "variable", key };
  }

  /** Equal keys are equal values in one deployment. What cannot be read equals only itself. */
  function keyOf(expression: Expression): string {
    switch (expression.kind) {
      case "scalar":
        return JSON.stringify(expression.text);
      case "list":
        return `[${expression.items.map(keyOf).join(",")}]`;
      case "object":
        return `{${expression.properties.map((item) => `${JSON.stringify(item.key)}:${keyOf(item.value)}`).join(",")}}`;
      case "call":
        return expression.name === "Transform"
          ? identity(expression)
          : `${expression.name}(${keyOf(expression.argument)})`;
      case "opaque":
        return identity(expression);
    }
  }

  function identity(expression: Expression): string {
    const key = identities.get(expression) ?? `#${identities.size}`;
    identities.set(expression, key);
    return key;
  }

  return { of: named, domains };
}

function itemsOf(call: CallExpression): readonly Expression[] {
  return call.argument.kind === "list" ? call.argument.items : [];
}

/** A condition about which nothing is known but that it is the same wherever the key is. */
function free(key: string): Formula {
  return { kind: "equals", variable: `free ${key}`, text: "true" };
}
