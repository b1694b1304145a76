/** What the command line says, in both languages. */
import type { Language } from "../server/src/base/localized.ts";
import type { Severity } from "../server/src/rules/rule.ts";

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;

const severityEn: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "info",
  hint: "hint",
};
const severityJa: Readonly<Record<Severity, string>> = {
  error: "エラー",
  warning: "警告",
  info: "情報",
  hint: "ヒント",
};

const en = {
  severity: severityEn,
  fix: "fix:",
  fixed: "fixed",
  count: (n: number, severity: Severity) => (severity === "info" ? `${n} info` : plural(n, severity)),
  clean: (files: number) => `Nothing found in ${plural(files, "file")}.`,
  found: (counts: readonly string[], files: number, all: number) =>
    `${counts.join(", ")} in ${files} of ${plural(all, "file")}.`,
  fixedCount: (n: number) => `${plural(n, "finding")} fixed.`,
  fixable: (n: number) => `${n} can be fixed with --fix.`,
  checking: (done: number, all: number) => `Checked ${done} of ${all} files`,
  noFiles: "There is no template and no CDK program to check.",
  notFound: "There is no such file or folder.",
  unreadable: (reason: string) => `The file can't be read: ${reason}`,
  unwritable: (reason: string) => `The file can't be written: ${reason}`,
  notUtf8: "The file is not UTF-8, so --fix leaves it as it is.",
  nothingOfOurs:
    "This is neither a CloudFormation template nor a program that uses the CDK, so there is nothing to check.",
  notParsed: "The file is not valid here; what can be read of it was checked.",
  crashed: (reason: string) => `Routewise failed on this file, which is a bug: ${reason}`,
  ruleFailed: (rule: string, reason: string) => `The rule ${rule} failed on this file, which is a bug: ${reason}`,
  unknownCommand: (name: string) => `There is no command "${name}".`,
  wrongValue: (option: string, value: string, allowed: readonly string[]) =>
    `${option} can't be "${value}"; it is one of ${allowed.join(", ")}.`,
  stdinAndPaths: "--stdin-filename reads one text from standard input, so it goes with neither paths nor --fix.",
  unknownRule: (id: string, similar: string | undefined) =>
    `There is no rule "${id}".${similar === undefined ? "" : ` Did you mean ${similar}?`}`,
  explainWhat: "Which rule? `routewise rules` lists them.",
  parametersBroken: (reason: string) => `The parameter file cannot be read: ${reason}`,
  parametersForm:
    'The parameter file has none of the forms that AWS takes: [{"ParameterKey": …, "ParameterValue": …}], {"Parameters": {…}}, ["Key=Value"], a deployment file of Git sync or a samconfig.',
  seeHelp: "`routewise --help` shows how it is used.",
  sources: "Sources",
  help: `Usage: routewise <command> [options]

Commands:
  check [paths]    Check CloudFormation templates (YAML, JSON) and CDK programs
                   (TypeScript, JavaScript, Python); without paths, the working folder.
  rules            List all rules.
  explain <rule>   Show the page of a rule.

Options of check:
  --format <name>         text, json, sarif, github or junit (default: text)
  --fail-on <severity>    The gravity from which on findings make it fail:
                          error, warning, info, hint or never (default: warning)
  --fix                   Write the preferred fixes into the files.
  --parameters <file>     Values of parameters, as for a deployment; repeatable.
  --config <file>         Use this .routewise.yaml instead of the nearest one.
  --stdin-filename <name> Check standard input as if it were this file.
  --quiet                 One line per finding, nothing else.
  --no-color              No colours; NO_COLOR does the same.

Options of all commands:
  --language <en|ja>      Language of all texts (default: that of the locale)
  --help, --version

Exit codes:
  0  nothing found at or above --fail-on
  1  findings at or above --fail-on
  2  wrong usage, or a file that could not be checked
`,
};

type Texts = typeof en;

const ja: Texts = {
  severity: severityJa,
  fix: "修正:",
  fixed: "修正済み",
  count: (n, severity) => `${severityJa[severity]} ${n} 件`,
  clean: (files) => `${files} ファイルを検査し、指摘なし。`,
  found: (counts, files, all) => `${counts.join("、")} (${all} ファイル中 ${files} ファイル)。`,
  fixedCount: (n) => `${n} 件を修正した。`,
  fixable: (n) => `${n} 件は --fix で修正できる。`,
  checking: (done, all) => `${all} ファイル中 ${done} ファイルを検査済み`,
  noFiles: "検査対象のテンプレートも CDK のプログラムもない。",
  notFound: "ファイルまたはフォルダーが見つからない。",
  unreadable: (reason) => `ファイルを読み取れない: ${reason}`,
  unwritable: (reason) => `ファイルに書き込めない: ${reason}`,
  notUtf8: "UTF-8 のファイルではないため、--fix の対象外。",
  nothingOfOurs: "CloudFormation テンプレートでも CDK を使うプログラムでもないため、検査するものがない。",
  notParsed: "この位置に構文の誤りがある。読み取れた範囲だけを検査した。",
  crashed: (reason) => `このファイルの処理に失敗した (Routewise の不具合): ${reason}`,
  ruleFailed: (rule, reason) => `このファイルでルール ${rule} が失敗した (Routewise の不具合): ${reason}`,
  unknownCommand: (name) => `「${name}」というコマンドはない。`,
  wrongValue: (option, value, allowed) => `${option} に「${value}」は指定できない。指定できる値: ${allowed.join("、")}`,
  stdinAndPaths: "--stdin-filename は標準入力だけを検査するため、パスや --fix とは併用できない。",
  unknownRule: (id, similar) => `「${id}」というルールはない。${similar === undefined ? "" : `${similar} のことか。`}`,
  explainWhat: "ルールの指定がない。一覧は `routewise rules` で見られる。",
  parametersBroken: (reason) => `パラメータファイルを読み取れない: ${reason}`,
  parametersForm:
    'パラメータファイルが AWS の受け付ける形式ではない。[{"ParameterKey": …, "ParameterValue": …}]、{"Parameters": {…}}、["Key=Value"]、Git 同期のデプロイファイル、samconfig のいずれかで書くこと。',
  seeHelp: "使い方は `routewise --help` を参照。",
  sources: "出典",
  help: `使い方: routewise <コマンド> [オプション]

コマンド:
  check [パス]     CloudFormation テンプレート (YAML、JSON) と CDK のプログラム
                   (TypeScript、JavaScript、Python) を検査する。パスを省くと作業フォルダー。
  rules            ルールの一覧を表示する。
  explain <ルール> ルールの説明を表示する。

check のオプション:
  --format <名前>         text、json、sarif、github、junit (既定: text)
  --fail-on <重要度>      失敗とみなす重要度の下限:
                          error、warning、info、hint、never (既定: warning)
  --fix                   推奨の修正をファイルに書き込む。
  --parameters <ファイル> デプロイ時のパラメータの値。複数指定できる。
  --config <ファイル>     最寄りの .routewise.yaml の代わりに使うファイル。
  --stdin-filename <名前> 標準入力を、この名前のファイルとして検査する。
  --quiet                 指摘を 1 行ずつ表示し、ほかは表示しない。
  --no-color              色を付けない。NO_COLOR でも同じ。

共通のオプション:
  --language <en|ja>      表示の言語 (既定: ロケールに従う)
  --help、--version

終了コード:
  0  --fail-on 以上の指摘なし
  1  --fail-on 以上の指摘あり
  2  使い方の誤り、または検査できないファイルあり
`,
};

export function textsIn(language: Language): Texts {
  return language === "ja" ? ja : en;
}
