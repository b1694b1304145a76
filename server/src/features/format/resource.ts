/**
 * Attributes of resources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html
 * (read 2026-11-23)
 */
import { type FormatNode, type FormatValue, text } from "./node.ts";
import { creationPolicy, creationPolicyTypes, group, updatePolicy, updatePolicyTypes } from "./policies.ts";

/** Types of which a snapshot is taken before they are deleted. */
export const snapshotTypes: readonly string[] = [
  "AWS::DocDB::DBCluster",
  "AWS::EC2::Volume",
  "AWS::ElastiCache::CacheCluster",
  "AWS::ElastiCache::ReplicationGroup",
  "AWS::Neptune::DBCluster",
  "AWS::RDS::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::Redshift::Cluster",
];

const deletion: readonly FormatValue[] = [
  { value: "Delete", isDefault: true, text: text("Deleted with everything in it.", "中身ごと削除する。") },
  {
    value: "Retain",
    text: text("Kept, and charged, when it leaves the stack.", "スタックから外れても残る (料金も続く)。"),
  },
];
const snapshot: FormatValue = {
  value: "Snapshot",
  text: text("A snapshot is kept, the resource is deleted.", "スナップショットを残してリソースを削除する。"),
};

const note = {
  shape: "text",
  text: text("The rule, and why it does not count here.", "対象のルールと、無視する理由。"),
} as const;

/** Notes of Routewise itself, of a resource or of the whole template. */
export const routewiseMetadata: FormatNode = {
  shape: "object",
  text: text("What Routewise is told about this place.", "この箇所についての Routewise への指示。"),
  keys: {
    ignore: {
      shape: "list-of-objects",
      text: text("Findings that are known and accepted.", "承知のうえで無視する指摘。"),
      keys: { rule: { ...note, required: true }, reason: note },
    },
  },
};

export const resourceAttributes: Readonly<Record<string, FormatNode>> = {
  Type: { shape: "text", required: true, text: text("What kind of resource this is.", "リソースの種類。") },
  Properties: { shape: "object", text: text("How the resource is set up.", "リソースの設定。") },
  DependsOn: {
    shape: "text",
    text: text(
      "Created after the named resources, deleted before them. A reference (`!Ref`, `!GetAtt`) already has that effect; write it where no reference says so, as for a route to an internet gateway that must wait for the attachment.",
      "指定したリソースの後に作成され、先に削除される。`!Ref` や `!GetAtt` で参照していれば不要。参照に現れない順序 (例: インターネットゲートウェイ向けルートはアタッチ完了後) に使う。",
    ),
  },
  Condition: {
    shape: "text",
    text: text("Created only when the named condition is true.", "指定した条件が真のときだけ作成される。"),
  },
  DeletionPolicy: {
    shape: "text",
    values: [
      ...deletion,
      {
        value: "RetainExceptOnCreate",
        text: text(
          "Kept, unless the operation that creates it is rolled back.",
          "残す。ただし作成した操作がロールバックされたときは削除する。",
        ),
      },
      snapshot,
    ],
    text: text(
      "What becomes of the resource when it leaves the stack: deleted, retained, or kept as a snapshot where the type has them.",
      "スタックから外れたときの扱い。削除、保持、または対応する種類ならスナップショット。",
    ),
  },
  UpdateReplacePolicy: {
    shape: "text",
    values: [...deletion, snapshot],
    text: text(
      "What becomes of the old resource when an update replaces it.",
      "更新で置き換えられた古いリソースの扱い。",
    ),
  },
  Metadata: {
    shape: "object",
    text: text("Data about the resource, for tools.", "ツール向けの付加情報。"),
    keys: {
      routewise: routewiseMetadata,
      "AWS::CloudFormation::Init": {
        shape: "object",
        onlyFor: ["AWS::EC2::Instance", ...group, "AWS::AutoScaling::LaunchConfiguration", "AWS::EC2::LaunchTemplate"],
        text: text("What `cfn-init` sets up on an instance.", "`cfn-init` がインスタンスに行う設定。"),
      },
    },
  },
  CreationPolicy: {
    shape: "object",
    onlyFor: creationPolicyTypes,
    keys: creationPolicy,
    text: text(
      "Waits for signals before the resource counts as created.",
      "シグナルを受け取るまで作成完了とみなさない。",
    ),
  },
  UpdatePolicy: {
    shape: "object",
    onlyFor: updatePolicyTypes,
    keys: updatePolicy,
    text: text(
      "How an update is rolled out, for Auto Scaling groups and a few other types.",
      "更新の進め方。Auto Scaling グループなど一部の種類で使う。",
    ),
  },
};
