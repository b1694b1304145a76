/** Words and numbers whose properties the data names: enumerations, times, limits. */
import type { Language, Localized } from "../../../base/localized.ts";
import type { NumberRange, Unit, ValueGroup } from "../../../knowledge/values.ts";
import { code } from "../../markdown.ts";
import type { HoverContext } from "../property.ts";
import { count, type Explanation, entryExplanation, factsOf, headed, speaker, wholeNumber } from "./explanation.ts";
import type { WrittenValue } from "./written.ts";

const words = {
  range: { en: "{from} to {to}", ja: "{from}〜{to}" },
  atLeast: { en: "{from} or more", ja: "{from}以上" },
  default: { en: "default {value}", ja: "既定値 {value}" },
  isDefault: { en: "the default", ja: "既定値" },
  outside: { en: "⚠ Outside what the property takes.", ja: "⚠ 指定できる範囲の外。" },
} as const satisfies Readonly<Record<string, Localized>>;

const unitWords: Readonly<Record<Unit, Localized>> = {
  s: { en: "{n} s", ja: "{n} 秒" },
  ms: { en: "{n} ms", ja: "{n} ミリ秒" },
  min: { en: "{n} min", ja: "{n} 分" },
  h: { en: "{n} h", ja: "{n} 時間" },
  days: { en: "{n} days", ja: "{n} 日" },
  bytes: { en: "{n} bytes", ja: "{n} バイト" },
  percent: { en: "{n} %", ja: "{n} %" },
  requests: { en: "{n} requests", ja: "{n} リクエスト" },
  "requests/s": { en: "{n} requests per second", ja: "毎秒 {n} リクエスト" },
  none: { en: "{n}", ja: "{n}" },
};

export function wordExplanation(value: WrittenValue, context: HoverContext): Explanation | undefined {
  const { knowledge, language } = context;
  const group = knowledge.values.groupAt(value.place);
  if (!group) return undefined;
  const entry = knowledge.values.findAt(value.place, value.text.trim());
  if (group.range) return numberExplanation(value.text, group, entry?.text[language], context);
  if (!entry) return undefined;
  return entryExplanation(value.text, entry, context, group.text?.[language]);
}

/** `ec2.SubnetType.PRIVATE_ISOLATED` */
export function memberExplanation(symbol: string, context: HoverContext): Explanation | undefined {
  const dot = symbol.lastIndexOf(".");
  const entry = context.knowledge.values.findAt(symbol.slice(0, dot), symbol.slice(dot + 1));
  return entry && entryExplanation(symbol, entry, context);
}

function numberExplanation(
  written: string,
  group: ValueGroup,
  special: string | undefined,
  context: HoverContext,
): Explanation | undefined {
  const n = /^-?\d+\.\d+$/.test(written) ? Number(written) : wholeNumber(written);
  const { range } = group;
  if (n === undefined || !range) return undefined;
  const { language, knowledge } = context;
  const say = speaker(words, language);
  const isInside = n >= range.from && (range.to === undefined || n <= range.to);
  return {
    heading: [headed(written), n === range.default ? say("isDefault") : undefined, rangeText(range, n, language)]
      .filter((part) => part !== undefined)
      .join(" · "),
    lines: [isInside ? undefined : say("outside"), special, group.text?.[language]],
    facts: factsOf(group, knowledge),
    sources: group.sources,
    topic: group.topic,
  };
}

function rangeText(range: NumberRange, n: number, language: Language): string {
  const say = speaker(words, language);
  // No bounds at all: the number with its unit.
  if (range.to === undefined && range.from === 0) return amount(n, range.unit, language);
  const bounds =
    range.to === undefined
      ? say("atLeast", { from: amount(range.from, range.unit, language) })
      : say("range", { from: count(range.from), to: amount(range.to, range.unit, language) });
  const isNamed = range.default === undefined || range.default === n;
  return isNamed ? bounds : `${bounds} · ${say("default", { value: code(String(range.default)) })}`;
}

function amount(n: number, unit: Unit, language: Language): string {
  return unitWords[unit][language].replace("{n}", count(n));
}
