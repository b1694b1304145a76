import type { NetworkAclEntry } from "../../network/model.ts";
import { canHold } from "../basis.ts";
import { isWritten, keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { hasPorts } from "./filters.ts";
import { gapsIn } from "./required-parts.ts";
import { protocolName } from "./words.ts";

const bounds = ["From", "To"] as const;

const choices = [
  { from: 443, to: 443, en: "port 443", ja: "ポート 443" },
  { from: 1024, to: 65535, en: "the ephemeral ports 1024–65535", ja: "一時ポート 1024〜65535 " },
  { from: 0, to: 65535, en: "all ports, 0–65535", ja: "全ポート 0〜65535 " },
] as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html */
export const naclPortsMissing = defineRule({
  id: "nacl-ports-missing",
  group: "network-acls",
  severity: "error",
  topic: "ephemeral-ports",
  messages: {
    none: {
      en: "{id} is for {protocol} but has no PortRange, which TCP and UDP require. CloudFormation will fail. Say which ports it is for; all of them are 0 to 65535.",
      ja: "{id} は {protocol} のルールだが、TCP と UDP で必須の PortRange がなく、作成は失敗する。対象のポートを指定すること。全ポートなら 0〜65535。",
    },
    half: {
      en: "{id} has a PortRange without {bound}. {protocol} requires both ends, so CloudFormation will fail. For a single port, From and To are the same.",
      ja: "{id} の PortRange に {bound} がない。{protocol} では両端が必須で、作成は失敗する。単独のポートなら From と To を同じ値にすること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const entry of network.networkAclEntries) {
      for (const protocol of entry.protocol.known.filter(({ value }) => hasPorts(value))) {
        for (const { part, guard } of gapsIn(evaluator, entry, "PortRange", bounds)) {
          if (!canHold(evaluator.conditions, protocol.guard, guard)) continue;
          report({
            at: part === undefined ? protocol.span : keySpan(entry.resource, "PortRange"),
            message: part === undefined ? "none" : "half",
            data: { id: entry.id, protocol: protocolName(protocol.value), bound: part ?? "" },
            because: [protocol, { guard }],
            fixes: () => (part === undefined ? withRange(entry) : completed(entry, part)),
          });
        }
      }
    }
  },
});

function withRange({ id, resource }: NetworkAclEntry): readonly Fix[] {
  if (isWritten(resource, "PortRange")) return [];
  return choices.map(({ from, to, en, ja }) => ({
    title: { en: `Apply ${id} to ${en}`, ja: `${id} の対象を${ja}にする` },
    edits: [{ kind: "set-property", resource: id, path: ["PortRange"], value: { object: { From: from, To: to } } }],
  }));
}

/** The range of the one port that is given. */
function completed({ id, fromPort, toPort }: NetworkAclEntry, missing: (typeof bounds)[number]): readonly Fix[] {
  const [given, more] = missing === "From" ? toPort.known : fromPort.known;
  if (!given || more || given.from.length > 0) return [];
  const port = given.value;
  return [
    {
      title: {
        en: `Set ${missing} of ${id} to ${port} (one port)`,
        ja: `${id} の ${missing} を ${port} にする (単独のポート)`,
      },
      edits: [{ kind: "set-property", resource: id, path: ["PortRange", missing], value: port }],
      preferred: true,
    },
  ];
}
