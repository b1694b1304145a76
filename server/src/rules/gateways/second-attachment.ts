/** What the two rules about a second gateway on one VPC share. */
import type { Localized } from "../../base/localized.ts";
import { sameInAll } from "../../base/localized.ts";
import type { Network } from "../../network/model.ts";
import type { Template } from "../../template/template.ts";
import type { Fix } from "../rule.ts";
import type { AttachedPair } from "./attachments.ts";

export function vpcName({ vpcId }: AttachedPair): Localized {
  return vpcId ? sameInAll(vpcId) : { en: "the same VPC", ja: "同じ VPC" };
}

/** Removing the second attachment; not offered while something else of the template names it. */
export function removalOfSecond(template: Template, network: Network, { second }: AttachedPair): readonly Fix[] {
  const named = [...template.resources.values()].some(({ dependsOn }) =>
    dependsOn.some(({ name }) => name === second.id),
  );
  if (named || network.usersOf(second.id).length > 0 || network.isExposed(second.id)) return [];
  return [
    {
      title: { en: `Remove ${second.id}`, ja: `${second.id} を削除する` },
      edits: [{ kind: "remove-resource", resource: second.id }],
      preferred: true,
    },
  ];
}
