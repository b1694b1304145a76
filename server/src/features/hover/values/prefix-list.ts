/** Managed prefix lists by name, and ids of prefix lists. */
import type { Localized } from "../../../base/localized.ts";
import type { HoverContext } from "../property.ts";
import { type Explanation, entryExplanation, headed, speaker } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  own: {
    en: "⚠ A list of your own can't have a name that begins with `com.amazonaws`.",
    ja: "⚠ 自分で作るリストの名前は `com.amazonaws` で始められない。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

export function prefixListExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const text = value.text.trim();
  const { knowledge, language } = context;
  const say = speaker(words, language);
  if (/^pl-[0-9a-f]{8,17}$/.test(text)) {
    const about = knowledge.values.find("prefix-lists", "pl-");
    return about && entryExplanation(text, about, context);
  }
  const name = /^com\.amazonaws\.(?:\$\{[^}]*\}|[a-z0-9-]+)\.(.+)$/.exec(text)?.[1];
  const entry = name === undefined ? undefined : knowledge.values.find("prefix-lists", name);
  if (value.place === "AWS::EC2::PrefixList.PrefixListName" && text.startsWith("com.amazonaws")) {
    return { heading: headed(text), lines: [say("own")] };
  }
  return entry && entryExplanation(text, entry, context);
}
