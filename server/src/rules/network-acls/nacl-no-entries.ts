import { remaining } from "../../network/guards.ts";
import type { Network, NetworkAcl } from "../../network/model.ts";
import { refTo, type TemplateEdit } from "../../template/edit.ts";
import type { Guard } from "../../template/value.ts";
import { allGuards, linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { protocols } from "./filters.ts";
import { entryPlaces } from "./rule-numbers.ts";
import { directionText } from "./words.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html */
export const naclNoEntries = defineRule({
  id: "nacl-no-entries",
  group: "network-acls",
  severity: "warning",
  topic: "ephemeral-ports",
  messages: {
    none: {
      en: "{id} filters for {subnet} but has no entries, so it denies everything in both directions. Add entries for what is to pass, or remove the association to go back to the default ACL.",
      ja: "{id} は {subnet} に関連付けられているがエントリがなく、両方向の全トラフィックを拒否する。通すものをエントリで許可するか、関連付けを外して既定の ACL に戻すこと。",
    },
    oneDirection: {
      en: "{id} filters for {subnet} but has no {direction} entries, so it denies everything {direction}, answers included. Add entries for what is to pass.",
      ja: "{id} は {subnet} に関連付けられているが{direction}のエントリがなく、応答も含めて{direction}をすべて拒否する。通すものをエントリで許可すること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    // An entry of an ACL that nobody knows may be the one that is missing.
    if (network.networkAclEntries.some(({ acl }) => acl.unknown.length > 0)) return;
    const told = new Set<NetworkAcl>();
    for (const association of network.networkAclAssociations) {
      for (const { entity: acl, fact } of linkedEntities(association.acl)) {
        if (told.has(acl) || network.isExposed(acl.id)) continue;
        const guard = allGuards(conditions, [acl.guard, fact.guard]);
        if (!guard) continue;
        const missing = [false, true].flatMap((egress) => {
          const [under] = remaining(conditions, guard, guardsOf(network, acl, egress)) ?? [];
          return under ? [{ egress, under }] : [];
        });
        const [first, second] = missing;
        if (!first) continue;
        const together = second && allGuards(conditions, [first.under, second.under]);
        told.add(acl);
        const subnet = association.subnet.known[0]?.value;
        report({
          at: acl.resource.idSpan,
          message: together ? "none" : "oneDirection",
          data: {
            id: acl.id,
            subnet: subnet?.kind === "entity" ? subnet.entity.id : { en: "a subnet", ja: "サブネット" },
            direction: directionText(first.egress),
          },
          related: [{ at: association.resource.idSpan, message: { en: "The association", ja: "関連付け" } }],
          because: [{ guard: together ?? first.under }],
          fixes: () => allowingAll(network, acl, together ? [false, true] : [first.egress]),
        });
      }
    }
  },
});

/** Under which the ACL has an entry for the direction, or may have one. */
function guardsOf(network: Network, { id }: NetworkAcl, egress: boolean): readonly Guard[] {
  return entryPlaces(network).flatMap((place) =>
    place.acl === `entity ${id}` && place.egress !== !egress ? [place.guard] : [],
  );
}

/** What the default ACL of a VPC does. */
function allowingAll(
  { evaluator: { template } }: Network,
  { id, resource }: NetworkAcl,
  directions: readonly boolean[],
): readonly Fix[] {
  const edits = directions.map(
    (egress): TemplateEdit => ({
      kind: "add-resource",
      id: freshId(template, `${id}${egress ? "Outbound" : "Inbound"}All`),
      type: "AWS::EC2::NetworkAclEntry",
      properties: {
        NetworkAclId: refTo(id),
        RuleNumber: 100,
        Egress: egress,
        Protocol: protocols.all,
        RuleAction: "allow",
        CidrBlock: "0.0.0.0/0",
      },
      condition: resource.condition?.name,
      after: id,
    }),
  );
  const [only, another] = directions;
  const { en, ja } =
    another === undefined && only !== undefined
      ? directionText(only)
      : { en: "inbound and outbound", ja: "インバウンドとアウトバウンド" };
  return [
    {
      title: {
        en: `Allow all ${en} IPv4 traffic in ${id}, as the default ACL does`,
        ja: `${id} で IPv4 の${ja}をすべて許可する (既定の ACL と同じ)`,
      },
      edits,
    },
  ];
}
