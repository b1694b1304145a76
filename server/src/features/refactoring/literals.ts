/** Literals in properties, by what they are: several equal ones of a property can share a parameter. */
import { memoised } from "../../base/memoised.ts";
import { type Expression, propertyOf, type ScalarExpression } from "../../template/expression.ts";
import type { Resource, Template } from "../../template/template.ts";

export interface Literal {
  readonly scalar: ScalarExpression;
  readonly resource: Resource;
  /** Property names, without positions of lists. */
  readonly names: readonly string[];
  /** What it is, in a word that can be part of a logical ID: `CidrBlock`; of a tag its key. */
  readonly word: string;
}

/** Equal for literals of one property with one text. */
export function literalKey({ word, scalar }: Literal): string {
  return `${word} ${scalar.text}`;
}

/** All literals of the resources' properties that a reference can stand for, by key. */
export const literalsByKey = memoised(({ resources }: Template): ReadonlyMap<string, readonly Literal[]> => {
  const found = new Map<string, Literal[]>();
  for (const resource of resources.values()) {
    for (const literal of literalsOf(resource)) {
      const key = literalKey(literal);
      const before = found.get(key);
      if (before) before.push(literal);
      else found.set(key, [literal]);
    }
  }
  return found;
});

/** Values alone and branches of `Fn::If`: texts inside other functions are parts of something else. */
export const literalsOf = memoised((resource: Resource): readonly Literal[] => {
  const found: Literal[] = [];
  const visit = (expression: Expression, names: readonly string[], word: string): void => {
    switch (expression.kind) {
      case "scalar":
        if (isExtractable(expression) && word !== "") found.push({ scalar: expression, resource, names, word });
        return;
      case "list":
        for (const item of expression.items) visit(item, names, word);
        return;
      case "object":
        for (const { key, value } of expression.properties) {
          visit(value, [...names, key], wordOf(key, propertyOf(expression, "Key")?.value));
        }
        return;
      case "call":
        if (expression.name !== "If" || expression.argument.kind !== "list") return;
        for (const branch of expression.argument.items.slice(1)) visit(branch, names, word);
        return;
      default:
    }
  };
  visit(resource.properties, [], "");
  return found;
});

/** A dynamic reference is resolved where it stands. */
function isExtractable({ text, value }: ScalarExpression): boolean {
  return value !== null && text !== "" && text.length <= 200 && !text.includes("\n") && !text.includes("{{");
}

/** `Value` beside a key is named by the key: `Name`, `aws:…` gives nothing. */
function wordOf(property: string, key: Expression | undefined): string {
  if (property === "Key" && key !== undefined) return "";
  if (property === "Value" && key?.kind === "scalar") return /^\w+$/.test(key.text) ? `${capital(key.text)}Tag` : "";
  return /^[A-Za-z][A-Za-z0-9]*$/.test(property) ? capital(property) : "";
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).replace(/_/g, "");
}
