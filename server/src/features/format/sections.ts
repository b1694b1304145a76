/** Sections of a template: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html (read 2026-11-23) */
import type { Template } from "../../template/template.ts";
import type { FormatPath } from "../../workspace/snapshot.ts";
import { type FormatNode, text } from "./node.ts";
import { parameterKeys } from "./parameter.ts";
import { resourceAttributes, routewiseMetadata, snapshotTypes } from "./resource.ts";

const serverless = "AWS::Serverless-2016-10-31";

/** Parts of SAM resources that all resources of a kind may share, by the name in `Globals`. */
const sharedKinds = ["Function", "Api", "HttpApi", "SimpleTable", "StateMachine"];

const condition: FormatNode = {
  shape: "text",
  takes: "condition",
  text: text("True or false, decided before anything is created.", "作成前に決まる真偽値。"),
};

const label: FormatNode = {
  shape: "object",
  text: text("What the console calls it.", "コンソールでの表示名。"),
  keys: {
    default: { shape: "text", required: true, text: text("The text itself.", "表示する文字列。") },
  },
};

const consoleInterface: FormatNode = {
  shape: "object",
  text: text(
    "How the console groups, orders and names the parameters.",
    "コンソールでのパラメータのグループ分け、順序、表示名。",
  ),
  keys: {
    ParameterGroups: {
      shape: "list-of-objects",
      text: text("Groups of parameters, in the order in which they are shown.", "パラメータのグループ (表示順)。"),
      keys: {
        Label: label,
        Parameters: {
          shape: "list",
          takes: "parameter",
          text: text("The parameters of the group, in order.", "グループに入れるパラメータ (表示順)。"),
        },
      },
    },
    ParameterLabels: {
      shape: "object",
      namedAfter: "parameters",
      named: label,
      text: text("Names that are shown instead of the logical ones.", "論理名の代わりに表示する名前。"),
    },
  },
};

export const sections: Readonly<Record<string, FormatNode>> = {
  Resources: {
    shape: "object",
    required: true,
    named: {
      shape: "object",
      keys: resourceAttributes,
      text: text("A resource.", "リソース。"),
    },
    text: text(
      "What the stack is made of; the only section that has to be there.",
      "スタックを構成するリソース。唯一の必須セクション。",
    ),
  },
  Parameters: {
    shape: "object",
    named: { shape: "object", keys: parameterKeys, text: text("A parameter.", "パラメータ。") },
    text: text("Values that are given at deployment; at most 200.", "デプロイ時に渡す値。最大 200 個。"),
  },
  Outputs: {
    shape: "object",
    text: text(
      "Values that the stack shows, or exports for other stacks of the account and Region; at most 200.",
      "スタックの出力値。同じアカウントとリージョンの他のスタックにエクスポートできる。最大 200 個。",
    ),
    named: {
      shape: "object",
      text: text("An output.", "出力。"),
      keys: {
        Value: { shape: "text", required: true, takes: "value", text: text("What is shown.", "出力する値。") },
        Description: {
          shape: "text",
          text: text("What the value is; at most 1,024 bytes.", "値の説明。最大 1,024 バイト。"),
        },
        Export: {
          shape: "object",
          text: text(
            "Offers the value to other stacks, for `!ImportValue`. While it is imported, it can neither be changed nor removed.",
            "他のスタックから `!ImportValue` で参照できるようにする。参照されている間は変更も削除もできない。",
          ),
          keys: {
            Name: {
              shape: "text",
              required: true,
              takes: "value",
              text: text(
                "Unique in the account and Region. No `!Ref` or `!GetAtt` of a resource may stand in it.",
                "アカウントとリージョン内で一意な名前。リソースの `!Ref` や `!GetAtt` は使えない。",
              ),
            },
          },
        },
        Condition: {
          shape: "text",
          text: text("Shown only when the named condition is true.", "指定した条件が真のときだけ出力される。"),
        },
      },
    },
  },
  Conditions: {
    shape: "object",
    named: condition,
    text: text(
      "Named conditions, for resources, outputs and `!If`. They know parameters and mappings, no resources.",
      "リソース、出力、`!If` で使う名前付きの条件。使えるのはパラメータとマッピングだけで、リソースは参照できない。",
    ),
  },
  Mappings: {
    shape: "object",
    text: text("Tables of fixed values, read by `!FindInMap`.", "固定値の表。`!FindInMap` で読む。"),
    named: {
      shape: "object",
      text: text("A table with two levels of keys.", "2 段のキーを持つ表。"),
      named: {
        shape: "object",
        text: text("A key of the first level.", "1 段目のキー。"),
        named: {
          shape: "text",
          takes: "mapping-value",
          text: text("A value: a text or a list.", "値 (文字列またはリスト)。"),
        },
      },
    },
  },
  Description: {
    shape: "text",
    text: text(
      "What the template is for; at most 1,024 bytes, a literal.",
      "テンプレートの説明。最大 1,024 バイトの固定の文字列。",
    ),
  },
  AWSTemplateFormatVersion: {
    shape: "text",
    usual: '"2010-09-09"',
    values: [{ value: "2010-09-09" }],
    text: text(
      "The version of the format; there is only `2010-09-09`.",
      "形式のバージョン。`2010-09-09` だけが存在する。",
    ),
  },
  Rules: {
    shape: "object",
    text: text(
      "Checks of the parameters before anything is created or changed.",
      "作成や更新の前にパラメータを検証する。",
    ),
    named: {
      shape: "object",
      text: text("A rule.", "ルール。"),
      keys: {
        RuleCondition: {
          shape: "text",
          takes: "rule-condition",
          text: text("When the rule counts; without it, always.", "ルールを適用する条件。なければ常に適用。"),
        },
        Assertions: {
          shape: "list-of-objects",
          required: true,
          text: text("What then has to be true.", "成り立つ必要がある条件。"),
          keys: {
            Assert: {
              shape: "text",
              required: true,
              takes: "rule-condition",
              text: text("The condition that has to be true.", "真でなければならない条件。"),
            },
            AssertDescription: {
              shape: "text",
              text: text("What the user is told where it is not.", "偽だったときに表示する説明。"),
            },
          },
        },
      },
    },
  },
  Metadata: {
    shape: "object",
    text: text("Data about the template, for tools and the console.", "ツールやコンソール向けの付加情報。"),
    keys: { "AWS::CloudFormation::Interface": consoleInterface, routewise: routewiseMetadata },
  },
  Transform: {
    shape: "text",
    text: text(
      "Macros that rewrite the template before it is deployed, in the order written.",
      "デプロイ前にテンプレートを書き換えるマクロ。書いた順に適用される。",
    ),
    values: [
      {
        value: "AWS::LanguageExtensions",
        text: text(
          "`Fn::ForEach`, `Fn::Length`, `Fn::ToJsonString`, defaults in `Fn::FindInMap` and more places for functions.",
          "`Fn::ForEach`、`Fn::Length`、`Fn::ToJsonString`、`Fn::FindInMap` の既定値などを使えるようにする。",
        ),
      },
      {
        value: serverless,
        text: text(
          "The Serverless Application Model: short forms of functions, APIs and tables.",
          "SAM。関数、API、テーブルを短く書ける。",
        ),
      },
      { value: "AWS::Include", text: text("Puts in a part that lies in S3.", "S3 に置いた部品を取り込む。") },
      {
        value: "AWS::SecretsManager-2024-09-16",
        text: text("Makes the function that rotates a secret.", "シークレットのローテーション関数を作る。"),
      },
      {
        value: "AWS::CodeDeployBlueGreen",
        text: text("Blue/green deployments of ECS by CodeDeploy.", "CodeDeploy による ECS の Blue/Green デプロイ。"),
      },
      {
        value: "AWS::ServiceCatalog",
        text: text("Outputs of Service Catalog products as values.", "Service Catalog 製品の出力を値として使う。"),
      },
    ],
  },
  Globals: {
    shape: "object",
    transform: serverless,
    text: text("Properties that all SAM resources of a kind share.", "同じ種類の SAM リソースに共通するプロパティ。"),
    keys: Object.fromEntries(
      sharedKinds.map((kind) => [
        kind,
        {
          shape: "object",
          text: text(
            `What every \`AWS::Serverless::${kind}\` has.`,
            `すべての \`AWS::Serverless::${kind}\` に共通するプロパティ。`,
          ),
        } satisfies FormatNode,
      ]),
    ),
  },
};

const root: FormatNode = { shape: "object", keys: sections, text: text("The template.", "テンプレート。") };

/** What is known of the value behind the keys; undefined where the format says nothing. */
export function formatAt(path: FormatPath): FormatNode | undefined {
  let node: FormatNode | undefined = root;
  for (const key of path) node = node && below(node, key);
  return node;
}

function below({ keys, named }: FormatNode, key: string): FormatNode | undefined {
  return keys && Object.hasOwn(keys, key) ? keys[key] : named;
}

/** The keys that the template may have below the path; none where it chooses them itself. */
export function formatKeys(path: FormatPath, template: Template): readonly (readonly [string, FormatNode])[] {
  const type = ownerType(path, template);
  return Object.entries(formatAt(path)?.keys ?? {}).filter(
    ([, { onlyFor, transform }]) =>
      (onlyFor === undefined || type === undefined || onlyFor.includes(type)) &&
      (transform === undefined || template.transforms.includes(transform)),
  );
}

/** Types of resources that the place is in the resource, or parameter, of; undefined where it has none yet. */
function ownerType([section, id = ""]: FormatPath, { resources, parameters }: Template): string | undefined {
  if (section === "Resources") return resources.get(id)?.type || undefined;
  return section === "Parameters" ? parameters.get(id)?.type : undefined;
}

/** The values that may stand behind the keys. */
export function formatValues(path: FormatPath, template: Template): FormatNode["values"] {
  const type = ownerType(path, template);
  const { values } = formatAt(path) ?? {};
  const takesSnapshots = type === undefined || snapshotTypes.includes(type);
  return path[0] === "Resources" && !takesSnapshots ? values?.filter(({ value }) => value !== "Snapshot") : values;
}
