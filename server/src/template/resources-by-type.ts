/** The resources of a template by their types. Most rules ask for types that a template has none of. */
import { memoised } from "../base/memoised.ts";
import type { Resource, Template } from "./template.ts";

/** The resources of the given types, type by type, each in the order of the template. */
export function resourcesOfType({ resources }: Template, ...types: readonly string[]): readonly Resource[] {
  const all = byType(resources);
  const [first = "", ...more] = types;
  const found = all.get(first) ?? none;
  return more.length === 0 ? found : [...found, ...more.flatMap((type) => all.get(type) ?? none)];
}

const none: readonly Resource[] = [];

const byType = memoised((resources: Template["resources"]): ReadonlyMap<string, readonly Resource[]> => {
  const all = new Map<string, Resource[]>();
  for (const resource of resources.values()) {
    const same = all.get(resource.type);
    if (same) same.push(resource);
    else all.set(resource.type, [resource]);
  }
  return all;
});
