/** What an expression comes to, in words: its value and where the value comes from. */
import type { Language } from "../../base/localized.ts";
import type { Expression } from "../../template/expression.ts";
import type { Data, Evaluator, Provenance, UnknownReason, Value } from "../../template/value.ts";
import { code, name } from "../markdown.ts";

/** A list longer than this is cut. */
const mostItems = 8;

const words = {
  value: { en: "Value", ja: "値" },
  absent: { en: "left out (`AWS::NoValue`)", ja: "指定なし (`AWS::NoValue`)" },
  when: { en: "when {condition} is true: {then}; else: {else}", ja: "{condition} が真なら {then}、偽なら {else}" },
  default: { en: "default of {parameter}", ja: "{parameter} の既定値" },
  assumed: { en: "assumed for {parameter}", ja: "{parameter} の想定値" },
  mapping: { en: "mapping {mapping}", ja: "マッピング {mapping}" },
  computed: { en: "computed", ja: "計算結果" },
  more: { en: "{n} more", ja: "ほか {n} 件" },
  candidates: { en: "one of {values}", ja: "{values} のいずれか" },
} as const;

const unknownTexts: Readonly<Record<UnknownReason["kind"], { readonly en: string; readonly ja: string }>> = {
  parameter: {
    en: "given at deployment (a parameter without a default)",
    ja: "デプロイ時に指定 (既定値のないパラメータ)",
  },
  "pseudo-parameter": { en: "known at deployment", ja: "デプロイ時に決まる" },
  import: { en: "exported by another stack", ja: "別スタックのエクスポート値" },
  "dynamic-reference": { en: "read at deployment (dynamic reference)", ja: "デプロイ時に取得 (動的参照)" },
  transform: { en: "made by a macro", ja: "マクロが生成" },
  "undefined-name": { en: "not defined in this template", ja: "このテンプレートに定義なし" },
  attribute: { en: "known after the resource is created", ja: "リソース作成後に決まる" },
  code: { en: "computed by the program", ja: "プログラムが計算" },
  "invalid-call": { en: "the function's arguments do not fit", ja: "関数の引数が不正" },
  zones: { en: "the zones of the Region, known at deployment", ja: "リージョンの AZ (デプロイ時に決まる)" },
  circular: { en: "refers to itself", ja: "循環参照" },
};

/** The value line of a hover; undefined for what the text already shows (a literal). */
export function valueLine(expression: Expression, evaluator: Evaluator, language: Language): string | undefined {
  if (expression.kind === "scalar") return undefined;
  return `${words.value[language]}: ${valueText(evaluator.resolve(expression), language)}`;
}

/** A value in words. */
export function valueText(value: Value, language: Language): string {
  switch (value.kind) {
    case "known":
      return `${dataText(value.data, language)}${provenanceText(value.from, language)}`;
    case "reference":
      return name(value.attribute === undefined ? value.logicalId : `${value.logicalId}.${value.attribute}`);
    case "absent":
      return words.absent[language];
    case "choice":
      return fill(words.when[language], {
        condition: name(value.condition),
        // biome-ignore lint/suspicious/noThenProperty: the place in the text is named after the branch
        then: valueText(value.then, language),
        else: valueText(value.else, language),
      });
    case "unknown": {
      const candidates = value.candidates?.slice(0, mostItems).map(({ data }) => dataText(data, language));
      return candidates && candidates.length > 0
        ? fill(words.candidates[language], { values: candidates.join(", ") })
        : unknownTexts[value.reason.kind][language];
    }
  }
}

function dataText(data: Data, language: Language): string {
  if (isList(data)) {
    // Where its items come from is said once, behind the list.
    const shown = data.slice(0, mostItems).map((item) => {
      return item.kind === "known" ? dataText(item.data, language) : valueText(item, language);
    });
    if (data.length > mostItems) shown.push(fill(words.more[language], { n: String(data.length - mostItems) }));
    return shown.join(", ");
  }
  if (typeof data === "object" && data !== null) {
    return [...data].map(([key, value]) => `${key}: ${valueText(value, language)}`).join(", ");
  }
  return code(String(data));
}

function isList(data: Data): data is readonly Value[] {
  return Array.isArray(data);
}

function provenanceText(from: readonly Provenance[], language: Language): string {
  const parts = new Set(from.map((source) => sourceText(source, language)));
  return parts.size > 0 ? ` (${[...parts].join(", ")})` : "";
}

function sourceText(source: Provenance, language: Language): string {
  switch (source.kind) {
    case "default":
      return fill(words.default[language], { parameter: name(source.parameter) });
    case "assumed":
      return fill(words.assumed[language], { parameter: name(source.parameter) });
    case "mapping":
      return fill(words.mapping[language], { mapping: name(source.mapping) });
    case "computed":
      return words.computed[language];
  }
}

function fill(text: string, data: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => data[key] ?? whole);
}
