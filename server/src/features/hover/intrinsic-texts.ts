/**
 * What each intrinsic function does, in a sentence. Source: the reference of intrinsic functions,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html (read
 * 2026-11-23).
 */
import type { Localized } from "../../base/localized.ts";
import type { IntrinsicName } from "../../template/expression.ts";

export interface IntrinsicText {
  /** How it is written, in the short form of YAML where it has one. */
  readonly usage: string;
  readonly text: Localized;
}

const page = (name: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-${name.toLowerCase()}.html`;

/** The documentation page of a function. */
export function intrinsicPage(name: IntrinsicName): string {
  const conditions: ReadonlySet<string> = new Set(["And", "Or", "Not", "Equals", "If", "Condition"]);
  return page(conditions.has(name) ? "conditions" : name);
}

export const intrinsicTexts: Readonly<Partial<Record<IntrinsicName, IntrinsicText>>> = {
  Ref: {
    usage: "!Ref LogicalId",
    text: {
      en: "The value of a parameter, or the identity of a resource: for most network resources their id, for an Elastic IP its address.",
      ja: "パラメータの値、またはリソースの識別子。ネットワーク系リソースの多くは ID、Elastic IP ではアドレスそのものになる。",
    },
  },
  GetAtt: {
    usage: "!GetAtt LogicalId.Attribute",
    text: {
      en: "An attribute of a resource of this template, such as the allocation id of an Elastic IP.",
      ja: "同じテンプレート内のリソースの属性値。例: Elastic IP の割り当て ID。",
    },
  },
  Sub: {
    usage: '!Sub "text ${Name} ${LogicalId.Attribute}"',
    text: {
      en: "Puts values into a text. `${Name}` is a parameter, a resource or a variable of the second argument; `${!Name}` stays as it stands.",
      ja: "文字列に値を埋め込む。`${Name}` はパラメータ、リソース、または第 2 引数の変数。`${!Name}` は置き換えずに残る。",
    },
  },
  Join: {
    usage: "!Join [delimiter, [a, b, …]]",
    text: { en: "Joins the items of a list with a delimiter.", ja: "リストの要素を区切り文字でつなぐ。" },
  },
  Select: {
    usage: "!Select [index, list]",
    text: {
      en: "One item of a list; the first has index 0. An index beyond the end fails the stack operation.",
      ja: "リストから 1 要素を取り出す。先頭が 0。範囲外の添字はスタック操作の失敗になる。",
    },
  },
  Split: {
    usage: "!Split [delimiter, text]",
    text: { en: "Splits a text into a list.", ja: "文字列を区切り文字で分けてリストにする。" },
  },
  FindInMap: {
    usage: "!FindInMap [Map, FirstKey, SecondKey]",
    text: {
      en: "A value of the section Mappings. With `AWS::LanguageExtensions` a default value can stand behind the keys.",
      ja: "Mappings セクションの値。`AWS::LanguageExtensions` を使うと末尾に既定値を書ける。",
    },
  },
  If: {
    usage: "!If [Condition, then, else]",
    text: {
      en: "One of two values, by a condition. `!Ref AWS::NoValue` leaves the property out.",
      ja: "条件に応じて 2 つの値のどちらかになる。`!Ref AWS::NoValue` ならプロパティ自体を省いた扱い。",
    },
  },
  Cidr: {
    usage: "!Cidr [block, count, hostBits]",
    text: {
      en: "Cuts a block into `count` equal ones. The last number is the host bits, not the prefix: 8 gives /24 in IPv4, 64 gives /64 in IPv6.",
      ja: "ブロックを同じ大きさの `count` 個に切り分ける。最後の数はプレフィックス長ではなくホスト部のビット数で、IPv4 の 8 は /24、IPv6 の 64 は /64 になる。",
    },
  },
  GetAZs: {
    usage: '!GetAZs ""',
    text: {
      en: "The availability zones of a Region; an empty text means the stack's own.",
      ja: "リージョンのアベイラビリティーゾーン一覧。空文字列はスタックのリージョン。",
    },
  },
  ImportValue: {
    usage: "!ImportValue ExportName",
    text: {
      en: "A value that another stack of this account and Region exports.",
      ja: "同じアカウント、同じリージョンの別スタックがエクスポートした値。",
    },
  },
  Base64: {
    usage: "!Base64 text",
    text: {
      en: "The Base64 form of a text, as user data wants it.",
      ja: "文字列の Base64 表現。ユーザーデータなどに使う。",
    },
  },
  Length: {
    usage: "Fn::Length: list",
    text: {
      en: "How many items a list has. Needs the transform `AWS::LanguageExtensions`.",
      ja: "リストの要素数。`AWS::LanguageExtensions` 変換が必要。",
    },
  },
  ToJsonString: {
    usage: "Fn::ToJsonString: value",
    text: {
      en: "A value as JSON text. Needs the transform `AWS::LanguageExtensions`.",
      ja: "値を JSON 文字列にする。`AWS::LanguageExtensions` 変換が必要。",
    },
  },
  Transform: {
    usage: "!Transform {Name: …, Parameters: {…}}",
    text: {
      en: "Hands this part of the template to a macro; what comes back is not known before deployment.",
      ja: "テンプレートのこの部分をマクロに渡す。結果はデプロイするまで分からない。",
    },
  },
  Equals: {
    usage: "!Equals [a, b]",
    text: { en: "True if both values are the same.", ja: "2 つの値が等しければ真。" },
  },
  And: {
    usage: "!And [condition, …]",
    text: { en: "True if all of 2 to 10 conditions are.", ja: "2〜10 個の条件がすべて真なら真。" },
  },
  Or: {
    usage: "!Or [condition, …]",
    text: { en: "True if one of 2 to 10 conditions is.", ja: "2〜10 個の条件のどれかが真なら真。" },
  },
  Not: {
    usage: "!Not [condition]",
    text: { en: "True if the condition is false.", ja: "条件が偽なら真。" },
  },
  Condition: {
    usage: "!Condition Name",
    text: { en: "The outcome of another condition.", ja: "別の条件の結果。" },
  },
  Contains: {
    usage: "Fn::Contains: [list, value]",
    text: {
      en: "True if the value is in the list. In Rules only.",
      ja: "値がリストに含まれていれば真。Rules の中だけで使える。",
    },
  },
  EachMemberIn: {
    usage: "Fn::EachMemberIn: [list, list]",
    text: {
      en: "True if every item of the first list is in the second. In Rules only.",
      ja: "1 つ目のリストの全要素が 2 つ目に含まれていれば真。Rules の中だけで使える。",
    },
  },
  EachMemberEquals: {
    usage: "Fn::EachMemberEquals: [list, value]",
    text: {
      en: "True if every item of the list is the value. In Rules only.",
      ja: "リストの全要素が値と等しければ真。Rules の中だけで使える。",
    },
  },
  RefAll: {
    usage: "Fn::RefAll: type",
    text: {
      en: "The values of all parameters of a type, such as `AWS::EC2::VPC::Id`. In Rules only.",
      ja: "`AWS::EC2::VPC::Id` など、指定した型のパラメータすべての値。Rules の中だけで使える。",
    },
  },
  ValueOf: {
    usage: "Fn::ValueOf: [Parameter, Attribute]",
    text: {
      en: "An attribute of what a parameter names, such as the VPC of a subnet. In Rules only.",
      ja: "パラメータが指すものの属性 (例: サブネットの VPC)。Rules の中だけで使える。",
    },
  },
  ValueOfAll: {
    usage: "Fn::ValueOfAll: [type, Attribute]",
    text: {
      en: "That attribute of all parameters of a type. In Rules only.",
      ja: "指定した型のパラメータすべての属性。Rules の中だけで使える。",
    },
  },
  ForEach: {
    usage: "Fn::ForEach::Loop: [Item, collection, {…${Item}…: …}]",
    text: {
      en: "Repeats a part of the template for each item of a list. Needs the transform `AWS::LanguageExtensions`.",
      ja: "リストの要素ごとにテンプレートの一部を繰り返す。`AWS::LanguageExtensions` 変換が必要。",
    },
  },
};
