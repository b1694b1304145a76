import type { NetworkAclEntry } from "../../network/model.ts";
import { allGuards, type Basis } from "../basis.ts";
import { isWritten, keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { every, protocols } from "./filters.ts";
import { gapsIn } from "./required-parts.ts";
import { protocolName } from "./words.ts";

const parts = ["Type", "Code"] as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html */
export const naclIcmpMissing = defineRule({
  id: "nacl-icmp-missing",
  group: "network-acls",
  severity: "error",
  topic: "ephemeral-ports",
  messages: {
    none: {
      en: "{id} is for {protocol} but has no Icmp, which says for which types. CloudFormation will fail. Give Type and Code; -1 in both means all of them.",
      ja: "{id} は {protocol} のルールだが、対象のタイプを示す Icmp がなく、作成は失敗する。Type と Code を指定すること。すべてを対象にするなら、どちらも -1。",
    },
    half: {
      en: "{id} has an Icmp without {part}. {protocol} requires Type and Code, so CloudFormation will fail. -1 stands for all of them.",
      ja: "{id} の Icmp に {part} がない。{protocol} では Type と Code の両方が必須で、作成は失敗する。すべてを対象にするなら -1。",
    },
  },
  check({ network, evaluator }, report) {
    for (const entry of network.networkAclEntries) {
      const gaps = gapsIn(evaluator, entry, "Icmp", parts);
      for (const protocol of entry.protocol.known) {
        for (const block of blocksThatAsk(entry, protocol.value)) {
          for (const { part, guard } of gaps) {
            if (!allGuards(evaluator.conditions, [protocol.guard, block.guard, guard])) continue;
            const name = protocolName(protocol.value);
            report({
              at: part === undefined ? protocol.span : keySpan(entry.resource, "Icmp"),
              message: part === undefined ? "none" : "half",
              data: { id: entry.id, protocol: name, part: part ?? "" },
              because: [protocol, block, { guard }],
              fixes: () => withTypes(entry, name.en, part),
            });
          }
        }
      }
    }
  },
});

/** For ICMPv6 it is the IPv6 block that asks for types; with an IPv4 block they are ignored. */
function blocksThatAsk({ ipv6 }: NetworkAclEntry, protocol: number): readonly Basis[] {
  if (protocol === protocols.icmp) return [{}];
  return protocol === protocols.icmpv6 ? [...ipv6.known, ...ipv6.unknown.map((guard) => ({ guard }))] : [];
}

function withTypes({ id, resource }: NetworkAclEntry, protocol: string, part?: (typeof parts)[number]): readonly Fix[] {
  if (part !== undefined) {
    return [
      {
        title: { en: `Set ${part} of ${id} to -1 (all)`, ja: `${id} の ${part} を -1 (すべて) にする` },
        edits: [{ kind: "set-property", resource: id, path: ["Icmp", part], value: every }],
        preferred: true,
      },
    ];
  }
  if (isWritten(resource, "Icmp")) return [];
  const value = { object: { Type: every, Code: every } };
  return [
    {
      title: { en: `Apply ${id} to all types of ${protocol}`, ja: `${id} の対象を ${protocol} の全タイプにする` },
      edits: [{ kind: "set-property", resource: id, path: ["Icmp"], value }],
      preferred: true,
    },
  ];
}
