/** What stands in the options of a VPN tunnel: the block of its inside addresses, the pre-shared key. */
import { parseCidr } from "../../../base/cidr.ts";
import type { Localized } from "../../../base/localized.ts";
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

/** Blocks that no tunnel can have. Source: the property's page of the CloudFormation reference. */
const reserved: ReadonlySet<string> = new Set([
  ...[0, 1, 2, 3, 4, 5].map((third) => `169.254.${third}.0/30`),
  "169.254.169.252/30",
]);

/** Without a heading: the hover of the block names it. */
export function tunnelCidrExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const parsed = parseCidr(value.text.trim());
  const group = context.knowledge.values.groupAt(value.place);
  if (!parsed.ok || !group) return undefined;
  const say = speaker(words, context.language);
  const { cidr, canonical } = parsed;
  const is6 = value.place.endsWith("Ipv6Cidr");
  const fits = is6
    ? cidr.family === 6 && cidr.prefix === 126 && /^fd/.test(canonical)
    : cidr.family === 4 && cidr.prefix === 30 && canonical.startsWith("169.254.");
  return {
    lines: [
      fits ? undefined : say(is6 ? "size6" : "size4"),
      reserved.has(canonical) ? say("reserved") : undefined,
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
  const isSound = isReference || value.text.includes("${") || /^[A-Za-z1-9._][\w.]{7,63}$/.test(value.text);
  return {
    heading: isReference ? code(value.text) : `${code("********")} · ${say("key")}`,
    lines: [isSound ? undefined : say("badKey"), group.text?.[context.language]],
    facts: factsOf(group, context.knowledge),
    sources: group.sources,
    topic: group.topic,
  };
}
