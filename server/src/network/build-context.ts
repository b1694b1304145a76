/** What the builders of the entities share. */
import { memoised } from "../base/memoised.ts";
import { type Expression, type ListExpression, propertyOf } from "../template/expression.ts";
import { textOfScalar } from "../template/parameters.ts";
import type { Resource, Template } from "../template/template.ts";
import { always, type Evaluator, type Guard } from "../template/value.ts";
import { isMap, itemsOf } from "../template/values.ts";
import { itemFacts, type Owner, propertyFacts, type Read, readText } from "./facts.ts";
import { readLink } from "./links.ts";
import type { Entity, Facts, Link } from "./model.ts";
import { type References, readReferences } from "./references.ts";

export interface BuildContext {
  readonly template: Template;
  readonly evaluator: Evaluator;
  readonly references: References;
  /**
   * The resources of a type as entities; those that can never exist are left out. What is made of one names its fields:
   * a literal that begins with a spread takes V8 ten times as long, and took a third of the time of a whole network.
   */
  of(...types: readonly string[]): readonly Entity[];
  facts<T>(owner: Owner, property: string, read: Read<T>): Facts<T>;
  link<T extends Entity>(owner: Owner, property: string, targets: ReadonlyMap<string, T>): Facts<Link<T>>;
  links<T extends Entity>(owner: Owner, property: string, targets: ReadonlyMap<string, T>): Facts<Link<T>>;
}

export function createBuildContext(template: Template, evaluator: Evaluator): BuildContext {
  const byType = new Map<string, Entity[]>();
  for (const resource of template.resources.values()) {
    const guard = guardOf(evaluator, resource);
    if (guard === undefined) continue;
    const entity = { id: resource.id, resource, guard };
    const before = byType.get(resource.type);
    if (before) before.push(entity);
    else byType.set(resource.type, [entity]);
  }
  return {
    template,
    evaluator,
    references: readReferences(template),
    of: (...types) => types.flatMap((type) => byType.get(type) ?? []),
    facts: (owner, property, read) => propertyFacts(evaluator, owner, property, read),
    link: (owner, property, targets) => propertyFacts(evaluator, owner, property, readLink(template, targets)),
    links: (owner, property, targets) => itemFacts(evaluator, owner, property, readLink(template, targets)),
  };
}

/** Under which the resource exists; undefined where its condition can never come out true. */
export function guardOf({ conditions }: Evaluator, { condition }: Resource): Guard | undefined {
  return condition === undefined ? always : conditions.when(condition.name, true);
}

export function byId<T extends Entity>(entities: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map<string, T>();
  for (const entity of entities) byId.set(entity.id, entity);
  return byId;
}

/** The entities that the facts may come to, each once. */
export function entitiesOf<T extends Entity>(facts: Facts<Link<T>>): readonly T[] {
  const found = new Set<T>();
  for (const { value } of facts.known) if (value.kind === "entity") found.add(value.entity);
  return [...found];
}

/** The value of a tag, where it is known in every case. */
export function tagOf({ evaluator }: BuildContext, { resource }: Owner, key: string): string | undefined {
  const tags = propertyOf(resource.properties, "Tags")?.value;
  // A list as written is searched before anything is resolved: a subnet may carry fifty tags.
  if (tags?.kind === "list") {
    const value = writtenTags(tags).get(key);
    return value && readText(evaluator.resolve(value));
  }
  for (const item of (tags && itemsOf(evaluator.resolve(tags))) ?? []) {
    if (item.kind !== "known" || !isMap(item.data)) continue;
    const [name, value] = [item.data.get("Key"), item.data.get("Value")];
    if (name !== undefined && value !== undefined && readText(name) === key) return readText(value);
  }
  return undefined;
}

/** The values of a list of tags by their keys; the first, where a key stands twice. */
const writtenTags = memoised((tags: ListExpression): ReadonlyMap<string, Expression> => {
  const byKey = new Map<string, Expression>();
  for (const tag of tags.items) {
    const key = textOfScalar(propertyOf(tag, "Key")?.value);
    const value = propertyOf(tag, "Value")?.value;
    if (key !== undefined && value !== undefined && !byKey.has(key)) byKey.set(key, value);
  }
  return byKey;
});
