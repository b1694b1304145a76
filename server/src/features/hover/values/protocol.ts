/** Protocols by number or name. */
import type { Localized } from "../../../base/localized.ts";
import { code } from "../../markdown.ts";
import type { HoverContext } from "../property.ts";
import { type Explanation, entryExplanation, speaker, wholeNumber } from "./explanation.ts";
import { ruleLine } from "./rule-line.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  number: {
    en: "⚠ Protocol numbers are 0 to 255, or `-1` for all.",
    ja: "⚠ プロトコル番号は 0〜255、すべてなら `-1`。",
  },
  noNames: {
    en: "⚠ A network ACL takes a protocol number here: `6` TCP, `17` UDP, `1` ICMP, `-1` all.",
    ja: "⚠ ネットワーク ACL では番号で指定する。TCP は `6`、UDP は `17`、ICMP は `1`、すべては `-1`。",
  },
  groupAllPorts: {
    en: "In a security group this opens all ports, whatever range is written.",
    ja: "セキュリティグループでは、範囲の指定にかかわらずすべてのポートが開く。",
  },
  aclAllPorts: {
    en: "In a network ACL this covers all ports; `PortRange` is ignored.",
    ja: "ネットワーク ACL ではすべてのポートが対象になり、`PortRange` は無視される。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

export function protocolExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const say = speaker(words, context.language);
  const number = wholeNumber(value.text);
  if (number !== undefined && (number < -1 || number > 255)) {
    return { heading: code(value.text), lines: [say("number")] };
  }
  const entry = context.knowledge.values.find("protocols", value.text.trim());
  if (!entry) return undefined;
  const isAcl = value.place === "AWS::EC2::NetworkAclEntry.Protocol";
  const note =
    isAcl && number === undefined
      ? say("noNames")
      : isAcl && number === -1
        ? say("aclAllPorts")
        : value.place.includes("SecurityGroup") && !hasPorts(value.text) && !isIcmp(value.text)
          ? say("groupAllPorts")
          : undefined;
  return entryExplanation(value.text, entry, context, note, ruleLine(value, context.language));
}

/** "TCP"; undefined for a protocol that has no entry. */
export function protocolName(protocol: string, { knowledge, language }: HoverContext): string | undefined {
  return knowledge.values.find("protocols", protocol.trim())?.name?.[language];
}

export function isIcmp(protocol: string): boolean {
  return /^(icmp|icmpv6|1|58)$/i.test(protocol.trim());
}

function hasPorts(protocol: string): boolean {
  return /^(tcp|udp|6|17)$/i.test(protocol.trim());
}
