/** What stands in the options of a VPN tunnel: the block of its inside addresses, the pre-shared key. */
import { parseCidr } from "../../../base/cidr.ts";
import type { Localized } from "../../../base/localized.ts";
import { insideFault, preSharedKeyFault } from "../../../network/tunnel-options.ts";
import { code } from "../../markdown.ts";
import type { HoverContext } from "../property.ts";
import { type Explanation, factsOf, speaker } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  size4: { en: "⚠ A tunnel takes a /30 of 169.254.0.0/16 here.", ja: "⚠ ここに書けるのは 169.254.0.0/16 内の /30。" },
  size6: { en: "⚠ A tunnel takes a /126 of fd00::/8 here.", ja: "⚠ ここに書けるのは fd00::/8 内の /126。" },
  reserved: {
    en: "⚠ AWS keeps this block for itself; a tunnel can't have it.",
    ja: "⚠ AWS が予約しているブロックで、トンネルには使えない。",
  },
  key: { en: "pre-shared key, not shown", ja: "事前共有キー (表示しない)" },
  badKey: {
    en: "⚠ This one doesn't fit.",
    ja: "⚠ この値は規則に合わない。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Without a heading: the hover of the block names it. */
export function tunnelCidrExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const parsed = parseCidr(value.text.trim());
  const group = context.knowledge.values.groupAt(value.place);
  if (!parsed.ok || !group) return undefined;
  const say = speaker(words, context.language);
  const is6 = value.place.endsWith("Ipv6Cidr");
  const fault = insideFault(parsed.cidr, is6 ? 6 : 4);
  return {
    lines: [
      fault === "reserved" ? say("reserved") : fault && say(is6 ? "size6" : "size4"),
      group.text?.[context.language],
    ],
    facts: factsOf(group, context.knowledge),
    sources: group.sources,
    topic: group.topic,
  };
}

/** Never shows the key. */
export function preSharedKeyExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const group = context.knowledge.values.groupAt(value.place);
  if (!group) return undefined;
  const say = speaker(words, context.language);
  // A dynamic reference is no key, and how long the key is that it stands for is not known.
  const isReference = value.text.startsWith("{{resolve:");
  const isSound = isReference || value.text.includes("${") || preSharedKeyFault(value.text) === undefined;
  return {
    heading: isReference ? code(value.text) : `${code("********")} · ${say("key")}`,
    lines: [isSound ? undefined : say("badKey"), group.text?.[context.language]],
    facts: factsOf(group, context.knowledge),
    sources: group.sources,
    topic: group.topic,
  };
}
