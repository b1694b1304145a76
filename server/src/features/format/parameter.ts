/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html (read 2026-11-23) */
import { booleans, type FormatNode, text } from "./node.ts";

/** Types whose values are texts or lists of them. */
const texts = ["String", "CommaDelimitedList"];

export const parameterKeys: Readonly<Record<string, FormatNode>> = {
  Type: {
    shape: "text",
    required: true,
    text: text(
      "What kind of value it takes. Types such as `AWS::EC2::VPC::Id` are checked against the account before anything is created, and the console offers what exists.",
      "値の種類。`AWS::EC2::VPC::Id` などの型は、作成前に実在するかどうかが確認され、コンソールでは一覧から選べる。",
    ),
  },
  Default: {
    shape: "text",
    takes: "parameter-value",
    text: text(
      "The value if none is given. It has to meet the other keys of the parameter.",
      "値が指定されなかったときの値。このパラメータの他の制約を満たす必要がある。",
    ),
  },
  Description: {
    shape: "text",
    text: text("What the parameter is for; at most 4,000 characters.", "パラメータの説明。最大 4,000 文字。"),
  },
  AllowedValues: {
    shape: "list",
    takes: "parameter-value",
    text: text(
      "The only values it takes. The console offers them as a list.",
      "指定できる値の一覧。コンソールでは選択肢になる。",
    ),
  },
  AllowedPattern: {
    shape: "text",
    onlyFor: texts,
    text: text(
      "A regular expression that the whole value has to match; of a list, each item.",
      "値全体が一致しなければならない正規表現。リストでは各要素に適用。",
    ),
  },
  ConstraintDescription: {
    shape: "text",
    text: text(
      "What the user is told when a value is refused; without it the pattern itself is shown.",
      "値が制約に反したときに表示する説明。なければ正規表現そのものが表示される。",
    ),
  },
  MinLength: {
    shape: "bare",
    onlyFor: ["String"],
    text: text("The fewest characters of a text.", "文字列の最小文字数。"),
  },
  MaxLength: {
    shape: "bare",
    onlyFor: ["String"],
    text: text("The most characters of a text.", "文字列の最大文字数。"),
  },
  MinValue: {
    shape: "bare",
    onlyFor: ["Number"],
    text: text("The smallest number that it takes.", "指定できる最小の数値。"),
  },
  MaxValue: {
    shape: "bare",
    onlyFor: ["Number"],
    text: text("The largest number that it takes.", "指定できる最大の数値。"),
  },
  NoEcho: {
    shape: "bare",
    values: booleans(false),
    text: text(
      "Shows the value as asterisks in the console, the API and the command line. It does not hide what the template copies into Metadata, Outputs or a resource's own properties; for secrets use a dynamic reference.",
      "コンソール、API、CLI で値を `*****` と表示する。Metadata や Outputs、リソースのプロパティに渡した値までは隠れない。秘密情報には動的参照を使う。",
    ),
  },
};
