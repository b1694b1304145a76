/** Taking a resource out of the template. */
import type { Localized } from "../base/localized.ts";
import type { Network } from "../network/model.ts";
import type { Resource } from "../template/template.ts";
import type { Fix } from "./rule.ts";

/** Whether nothing else of the template, nor anybody outside, names the resource. */
export function isRemovable(network: Network, { id }: Resource): boolean {
  const named = [...network.evaluator.template.resources.values()].some(({ dependsOn }) =>
    dependsOn.some(({ name }) => name === id),
  );
  return !named && network.usersOf(id).length === 0 && !network.isExposed(id);
}

/** Removes the resource; not offered while something names it. */
export function removalOf(
  network: Network,
  resource: Resource,
  { title, preferred }: { readonly title?: Localized; readonly preferred?: boolean } = {},
): readonly Fix[] {
  if (!isRemovable(network, resource)) return [];
  const { id } = resource;
  return [
    {
      title: title ?? { en: `Remove ${id}`, ja: `${id} を削除する` },
      edits: [{ kind: "remove-resource", resource: id }],
      preferred,
    },
  ];
}
