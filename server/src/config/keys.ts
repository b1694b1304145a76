/** The keys of `.routewise.yaml` with what they are for: for completion, hovers, the schema and problems alike. */
import type { Localized } from "../base/localized.ts";
import type { SeverityName } from "./config.ts";

export const configKeys = ["groups", "rules", "parameters", "ignorePaths"] as const;
export type ConfigKey = (typeof configKeys)[number];

export const keyTexts: Readonly<Record<ConfigKey, Localized>> = {
  groups: {
    en: "Severity of all rules of a group, or `off`. What `rules` says of one rule counts more.",
    ja: "グループのルールすべての重要度、または `off`。個々のルールは `rules` の指定が優先。",
  },
  rules: {
    en: "Severity of single rules, or `off`.",
    ja: "個々のルールの重要度、または `off`。",
  },
  parameters: {
    en: "Values to assume for template parameters instead of their defaults. `AWS::Region` can be assumed too.",
    ja: "テンプレートのパラメータに、既定値の代わりに仮定する値。`AWS::Region` も指定できる。",
  },
  ignorePaths: {
    en: "Files without findings, as patterns of `.gitignore` relative to this file: `legacy/`, `**/*.test.yaml`, `!keep.yaml`.",
    ja: "指摘を出さないファイル。このファイルを起点とする `.gitignore` 形式: `legacy/`、`**/*.test.yaml`、`!keep.yaml`。",
  },
};

export const severityTexts: Readonly<Record<SeverityName, Localized>> = {
  error: { en: "Deployment fails, or the network can't work.", ja: "デプロイが失敗する、または通信できない。" },
  warning: { en: "Probably not what is meant.", ja: "意図と異なる可能性が高い。" },
  information: { en: "Worth knowing.", ja: "知っておくとよい。" },
  hint: {
    en: "Shown in the text alone, not among the problems.",
    ja: "本文にだけ控えめに表示。「問題」の一覧には出ない。",
  },
  off: { en: "Not checked.", ja: "検査しない。" },
};
