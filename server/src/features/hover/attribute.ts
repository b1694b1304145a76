/**
 * Hover on an attribute of a resource. Source: the reference of resource attributes,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html (read
 * 2026-11-23).
 */
import type { Language, Localized } from "../../base/localized.ts";
import { paragraphs, strong } from "../markdown.ts";

const texts: Readonly<Record<string, Localized>> = {
  Type: { en: "What kind of resource this is.", ja: "リソースの種類。" },
  Properties: { en: "How the resource is set up.", ja: "リソースの設定。" },
  DependsOn: {
    en: "Created after the named resources, deleted before them. A reference (`!Ref`, `!GetAtt`) already has that effect; write it where no reference says so, as for a route to an internet gateway that must wait for the attachment.",
    ja: "指定したリソースの後に作成され、先に削除される。`!Ref` や `!GetAtt` で参照していれば不要。参照に現れない順序 (例: インターネットゲートウェイ向けルートはアタッチ完了後) に使う。",
  },
  Condition: {
    en: "Created only when the named condition is true.",
    ja: "指定した条件が真のときだけ作成される。",
  },
  DeletionPolicy: {
    en: "What becomes of the resource when it leaves the stack: deleted, retained, or kept as a snapshot where the type has them.",
    ja: "スタックから外れたときの扱い。削除、保持、または対応する種類ならスナップショット。",
  },
  UpdateReplacePolicy: {
    en: "What becomes of the old resource when an update replaces it.",
    ja: "更新で置き換えられた古いリソースの扱い。",
  },
  CreationPolicy: {
    en: "Waits for signals before the resource counts as created.",
    ja: "シグナルを受け取るまで作成完了とみなさない。",
  },
  UpdatePolicy: {
    en: "How an update is rolled out, for Auto Scaling groups and a few other types.",
    ja: "更新の進め方。Auto Scaling グループなど一部の種類で使う。",
  },
  Metadata: { en: "Data about the resource, for tools.", ja: "ツール向けの付加情報。" },
};

export function attributeHover(name: string, language: Language): string | undefined {
  const text = texts[name];
  return text && paragraphs(strong(name), text[language]);
}
