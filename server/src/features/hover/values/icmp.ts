/** Types and codes of ICMP and ICMPv6. */
import type { Localized } from "../../../base/localized.ts";
import { code } from "../../markdown.ts";
import type { HoverContext } from "../property.ts";
import { type Explanation, entryExplanation, speaker, wholeNumber } from "./explanation.ts";
import { ruleLine } from "./rule-line.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  type: { en: "ICMP type", ja: "ICMP タイプ" },
  code: { en: "ICMP code", ja: "ICMP コード" },
  allTypes: {
    en: "all ICMP types; all codes have to go with it",
    ja: "すべての ICMP タイプ。コードもすべて (`-1`) を指定する",
  },
  allCodes: { en: "all codes of the ICMP type", ja: "その ICMP タイプのすべてのコード" },
  insteadOfPorts: {
    en: "With ICMP the two properties of ports hold type and code.",
    ja: "ICMP の場合、ポートの 2 つのプロパティにはタイプとコードを書く。",
  },
  none: { en: "⚠ Types and codes are 0 to 255, or `-1` for all.", ja: "⚠ タイプとコードは 0〜255、すべてなら `-1`。" },
} as const satisfies Readonly<Record<string, Localized>>;

export function icmpTypeExplanation(
  value: WrittenValue,
  context: HoverContext,
  protocol = "icmp",
): Explanation | undefined {
  const type = wholeNumber(value.text);
  if (type === undefined) return undefined;
  const say = speaker(words, context.language);
  const here = ruleLine(value, context.language);
  if (type === -1) return { heading: `${code(value.text)} · ${say("allTypes")}`, lines: [here] };
  if (type < 0 || type > 255) return { heading: code(value.text), lines: [say("none")] };
  const entry = context.knowledge.values.find(isVersion6(protocol) ? "icmpv6-types" : "icmp-types", String(type));
  if (!entry) return { heading: `${code(value.text)} · ${say("type")}`, lines: [say("insteadOfPorts"), here] };
  const { heading, ...rest } = entryExplanation(value.text, entry, context, here);
  return { ...rest, heading: `${heading} (${say("type")})` };
}

export function icmpCodeExplanation(
  value: WrittenValue,
  context: HoverContext,
  protocol = "icmp",
): Explanation | undefined {
  const number = wholeNumber(value.text);
  if (number === undefined) return undefined;
  const say = speaker(words, context.language);
  const here = ruleLine(value, context.language);
  if (number === -1) return { heading: `${code(value.text)} · ${say("allCodes")}`, lines: [here] };
  if (number < 0 || number > 255) return { heading: code(value.text), lines: [say("none")] };
  const type = value.sibling("FromPort") ?? value.sibling("Type");
  const entry = context.knowledge.values.find(
    isVersion6(protocol) ? "icmpv6-types" : "icmp-types",
    `${type ?? "?"}/${number}`,
  );
  if (!entry) return { heading: `${code(value.text)} · ${say("code")}`, lines: [say("insteadOfPorts"), here] };
  const { heading, ...rest } = entryExplanation(value.text, entry, context, here);
  return { ...rest, heading: `${heading} (${say("code")})` };
}

function isVersion6(protocol: string): boolean {
  return /^(icmpv6|58)$/i.test(protocol);
}
