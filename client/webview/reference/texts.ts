/** Interface texts of the panel. They follow the page's language, which may differ from the editor's. */
import type { UserLanguage } from "../../../protocol/requests.ts";

const texts = {
  topics: { en: "Topics", ja: "トピック" },
  search: { en: "Search topics and rules", ja: "トピックとルールを検索" },
  filters: { en: "Filters", ja: "絞り込み" },
  section: { en: "Section", ja: "分野" },
  allSections: { en: "All sections", ja: "すべての分野" },
  hasChecks: { en: "Has checks", ja: "検査あり" },
  clear: { en: "Clear filters", ja: "絞り込みを解除" },
  topicCount: { en: "{n} topics", ja: "トピック {n} 件" },
  topicCountOne: { en: "1 topic", ja: "トピック 1 件" },
  hitCount: { en: "{n} results", ja: "検索結果 {n} 件" },
  hitCountOne: { en: "1 result", ja: "検索結果 1 件" },
  hidden: { en: "{n} left out by the filters", ja: "絞り込みで {n} 件を非表示" },
  filtered: { en: "filters are on", ja: "絞り込み中" },
  noMatch: { en: "Nothing matches", ja: "該当なし" },
  topic: { en: "Topic:", ja: "トピック:" },
  rule: { en: "Rule:", ja: "ルール:" },
  welcome: {
    en: "Choose a topic to read how a part of an AWS network works, what to look out for, and how to write it as code.",
    ja: "トピックを選ぶと、AWS ネットワークの部品の仕組み、注意点、コードでの書き方を読める。",
  },
  loading: { en: "Loading…", ja: "読み込み中…" },
  missing: { en: "There is no page of this name: {id}", ja: "この名前のページはない: {id}" },
  failed: { en: "The page could not be loaded: {message}", ja: "ページを読み込めなかった: {message}" },
  changed: { en: "Changed since the notes", ja: "ノートからの変更点" },
  noted: { en: "The notes said", ja: "ノートの記述" },
  truth: { en: "What holds", ja: "現在の正しい内容" },
  since: { en: "since {date}", ja: "{date} から" },
  wrong: { en: "the notes err", ja: "ノートの誤り" },
  outdated: { en: "AWS has changed it", ja: "AWS 側の変更" },
  imprecise: { en: "more precisely", ja: "より正確には" },
  checks: { en: "What Routewise checks", ja: "Routewise が検査する項目" },
  lookFor: { en: "What to check", ja: "確認するポイント" },
  noRules: {
    en: "No rule guards this topic yet. Look for these yourself:",
    ja: "このトピックを検査するルールはまだない。次の点は目で確認する。",
  },
  snippet: { en: "As code", ja: "コードで書く" },
  insert: { en: "Insert at cursor", ja: "カーソル位置に挿入" },
  copy: { en: "Copy", ja: "コピー" },
  copied: { en: "Copied", ja: "コピーした" },
  insertsInto: { en: "Goes into {file} as {language}.", ja: "挿入先は {file}({language})。" },
  insertsNowhere: {
    en: "To insert, open a template or a CDK file beside this page.",
    ja: "挿入するには、テンプレートか CDK のファイルを隣に開く。",
  },
  wrongExample: { en: "Wrong example", ja: "誤りの例" },
  rightExample: { en: "Right example", ja: "正しい例" },
  relatedOfRule: { en: "Related topic and rules", ja: "関連するトピックとルール" },
  atCursor: { en: "Found at the cursor:", ja: "カーソル位置の指摘:" },
  related: { en: "Related", ja: "関連トピック" },
  sources: { en: "Sources", ja: "出典" },
  read: { en: "read {date}", ja: "{date} 確認" },
  language: { en: "Language", ja: "言語" },
  back: { en: "Back", ja: "戻る" },
  forward: { en: "Forward", ja: "進む" },
  follow: { en: "Follow the cursor", ja: "カーソルに追従" },
  print: { en: "Save for printing", ja: "印刷用に保存" },
  source: { en: "Source {n}", ja: "出典 {n}" },
  corrections: { en: "{n} changed since the notes", ja: "ノートから変更 {n} 件" },
  rules: { en: "{n} checks", ja: "検査 {n} 件" },
} as const;

export type TextKey = keyof typeof texts;

/** The text in the language, with its `{places}` filled. */
export function text(
  language: UserLanguage,
  key: TextKey,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return texts[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
