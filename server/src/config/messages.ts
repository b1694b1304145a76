/** What is said about a `.routewise.yaml`. */
import type { Localized } from "../base/localized.ts";
import { didYouMean } from "../base/similar.ts";
import type { SyntaxProblemCode } from "../syntax/tree.ts";
import { severityNames } from "./config.ts";
import { configKeys } from "./keys.ts";

export function syntax(code: SyntaxProblemCode, detail: string | undefined): Localized {
  if (code === "tab-indentation") {
    return { en: "YAML is indented with spaces, not with tabs.", ja: "YAML の字下げにタブは使えない。空白を使う。" };
  }
  const words = detail === undefined ? "" : `: ${detail}`;
  return {
    en: `This is no YAML, so the file counts as it was when it last could be read${words}`,
    ja: `YAML として読めないため、最後に読めた内容を使い続ける${words}`,
  };
}

export function notAMapping(): Localized {
  return {
    en: `Keys are expected here: ${configKeys.join(", ")}.`,
    ja: `ここにはキー (${configKeys.join("、")}) を書く。`,
  };
}

export function duplicateKey(): Localized {
  return {
    en: "This key stands here already; only the last one counts.",
    ja: "同じキーがすでにある。有効なのは最後のものだけ。",
  };
}

export function unknownKey(key: string, meant: string | undefined): Localized {
  return {
    en: `${key} is no key of this file.${didYouMean(meant).en} There are ${configKeys.join(", ")}.`,
    ja: `${key} というキーはない。${didYouMean(meant).ja}使えるのは ${configKeys.join("、")}。`,
  };
}

export function unknownName(key: "rules" | "groups", name: string, meant: string | undefined): Localized {
  return key === "rules"
    ? {
        en: `There is no rule ${name}.${didYouMean(meant).en}`,
        ja: `${name} というルールはない。${didYouMean(meant).ja}`,
      }
    : {
        en: `There is no group ${name}.${didYouMean(meant).en}`,
        ja: `${name} というグループはない。${didYouMean(meant).ja}`,
      };
}

export function belongsElsewhere(name: string, key: "rules" | "groups"): Localized {
  return key === "rules"
    ? { en: `${name} is a group: write it below groups.`, ja: `${name} はグループ名。groups の下に書く。` }
    : { en: `${name} is a rule: write it below rules.`, ja: `${name} はルール名。rules の下に書く。` };
}

export function wrongSeverity(text: string, meant: string | undefined): Localized {
  const names = severityNames;
  return {
    en: `${text === "" ? "This" : text} is no severity.${didYouMean(meant).en} There are ${names.join(", ")}.`,
    ja: `${text === "" ? "これは" : `${text} は`}重要度ではない。${didYouMean(meant).ja}使えるのは ${names.join("、")}。`,
  };
}

export function severityMapping(key: "rules" | "groups"): Localized {
  return key === "rules"
    ? { en: "rule ids, each with a severity", ja: "ルールの ID と重要度の組" }
    : { en: "groups, each with a severity", ja: "グループ名と重要度の組" };
}

export const parameterMapping: Localized = {
  en: "names of parameters, each with a value",
  ja: "パラメータ名と値の組",
};

export const plainValue: Localized = { en: "a value or a list of values", ja: "値または値のリスト" };

export const patternList: Localized = { en: "a list of patterns", ja: "パターンのリスト" };

export function expected({ en, ja }: Localized): Localized {
  return { en: `Expected here: ${en}.`, ja: `ここに書くのは${ja}。` };
}

export function notAssumable(name: string): Localized {
  return {
    en: `Of the pseudo parameters only AWS::Region can be assumed, not ${name}.`,
    ja: `擬似パラメータのうち値を仮定できるのは AWS::Region だけで、${name} には指定できない。`,
  };
}
