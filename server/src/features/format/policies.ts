/**
 * CreationPolicy and UpdatePolicy:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-creationpolicy.html,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html (read 2026-11-23)
 */
import { booleans, type FormatNode, text } from "./node.ts";

export const group = ["AWS::AutoScaling::AutoScalingGroup"];
const fleet = ["AWS::AppStream::Fleet"];
const alias = ["AWS::Lambda::Alias"];
const replication = ["AWS::ElastiCache::ReplicationGroup"];
const domains = ["AWS::OpenSearchService::Domain", "AWS::Elasticsearch::Domain"];
const signalled = [...group, "AWS::EC2::Instance", "AWS::CloudFormation::WaitCondition"];

export const creationPolicyTypes: readonly string[] = [...signalled, ...fleet];
export const updatePolicyTypes: readonly string[] = [...group, ...alias, ...replication, ...domains, ...fleet];

const processes = [
  "AlarmNotification",
  "AZRebalance",
  "HealthCheck",
  "InstanceRefresh",
  "ReplaceUnhealthy",
  "ScheduledActions",
];

const duration = text(
  "A time as in ISO 8601: `PT15M` is a quarter of an hour.",
  "ISO 8601 形式の時間。`PT15M` は 15 分。",
);

const successfulShare: FormatNode = {
  shape: "bare",
  values: [{ value: 100, isDefault: true }],
  text: text("The share of instances that has to signal success.", "成功シグナルを送る必要があるインスタンスの割合。"),
};

const rollingUpdate: Readonly<Record<string, FormatNode>> = {
  MaxBatchSize: {
    shape: "bare",
    values: [{ value: 1, isDefault: true }],
    text: text("How many instances are replaced at once.", "一度に置き換えるインスタンスの数。"),
  },
  MinInstancesInService: {
    shape: "bare",
    values: [{ value: 0, isDefault: true }],
    text: text(
      "How many instances stay in service meanwhile. Has to be less than `MaxSize`.",
      "更新中も稼働させておくインスタンスの数。`MaxSize` より小さくする。",
    ),
  },
  MinActiveInstancesPercent: {
    shape: "bare",
    text: text("The same as a share of the group, 0 to 100.", "更新中も稼働させておく割合 (0〜100)。"),
  },
  MinSuccessfulInstancesPercent: successfulShare,
  PauseTime: { shape: "text", usual: "PT${1:5}M", text: duration },
  SuspendProcesses: {
    shape: "list",
    values: processes.map((value) => ({ value })),
    text: text("What Auto Scaling does not do meanwhile.", "更新中に止める Auto Scaling の処理。"),
  },
  WaitOnResourceSignals: {
    shape: "bare",
    values: booleans(false),
    text: text(
      "Waits for a signal of each new instance, at most for the time in `PauseTime`.",
      "新しいインスタンスごとにシグナルを待つ (最長 `PauseTime`)。",
    ),
  },
};

export const creationPolicy: Readonly<Record<string, FormatNode>> = {
  ResourceSignal: {
    shape: "object",
    onlyFor: signalled,
    text: text("Waits for signals by `cfn-signal`.", "`cfn-signal` のシグナルを待つ。"),
    keys: {
      Count: {
        shape: "bare",
        values: [{ value: 1, isDefault: true }],
        text: text("How many signals of success are needed.", "必要な成功シグナルの数。"),
      },
      Timeout: { shape: "text", usual: "PT${1:15}M", text: duration },
    },
  },
  AutoScalingCreationPolicy: {
    shape: "object",
    onlyFor: group,
    text: text("How many instances of the group are enough.", "グループのうち何割が成功すればよいか。"),
    keys: {
      MinSuccessfulInstancesPercent: successfulShare,
    },
  },
  StartFleet: {
    shape: "bare",
    values: booleans(),
    onlyFor: fleet,
    text: text("Starts the fleet once it is created.", "作成後にフリートを起動する。"),
  },
};

export const updatePolicy: Readonly<Record<string, FormatNode>> = {
  AutoScalingRollingUpdate: {
    shape: "object",
    onlyFor: group,
    keys: rollingUpdate,
    text: text("Replaces the instances in batches.", "インスタンスを少しずつ置き換える。"),
  },
  AutoScalingReplacingUpdate: {
    shape: "object",
    onlyFor: group,
    text: text(
      "Makes a new group and deletes the old one after it.",
      "新しいグループを作ってから古いグループを削除する。",
    ),
    keys: {
      WillReplace: {
        shape: "bare",
        values: booleans(),
        text: text("Whether the group is replaced as a whole.", "グループごと置き換えるかどうか。"),
      },
    },
  },
  AutoScalingScheduledAction: {
    shape: "object",
    onlyFor: group,
    text: text("What becomes of sizes that scheduled actions have changed.", "スケジュールで変わったサイズの扱い。"),
    keys: {
      IgnoreUnmodifiedGroupSizeProperties: {
        shape: "bare",
        values: booleans(false),
        text: text(
          "Leaves `MinSize`, `MaxSize` and `DesiredCapacity` as they are unless the template changes them.",
          "テンプレートで変更しない限り `MinSize`、`MaxSize`、`DesiredCapacity` の差を無視する。",
        ),
      },
    },
  },
  CodeDeployLambdaAliasUpdate: {
    shape: "object",
    onlyFor: alias,
    text: text("Shifts traffic of the alias by CodeDeploy.", "CodeDeploy でエイリアスのトラフィックを移す。"),
    keys: {
      ApplicationName: {
        shape: "text",
        required: true,
        takes: "value",
        text: text("The CodeDeploy application.", "CodeDeploy アプリケーション。"),
      },
      DeploymentGroupName: {
        shape: "text",
        required: true,
        takes: "value",
        text: text(
          "The deployment group, where the way of shifting is set.",
          "デプロイグループ。移行の方法はここで決まる。",
        ),
      },
      BeforeAllowTrafficHook: {
        shape: "text",
        takes: "value",
        text: text("A function that runs before traffic is shifted.", "トラフィックを移す前に実行する関数。"),
      },
      AfterAllowTrafficHook: {
        shape: "text",
        takes: "value",
        text: text("A function that runs after it.", "トラフィックを移した後に実行する関数。"),
      },
    },
  },
  UseOnlineResharding: {
    shape: "bare",
    onlyFor: replication,
    values: booleans(),
    text: text("Changes shards in place instead of replacing the group.", "置き換えずにシャードを変更する。"),
  },
  EnableVersionUpgrade: {
    shape: "bare",
    onlyFor: domains,
    values: booleans(),
    text: text(
      "Upgrades the engine in place instead of replacing the domain.",
      "ドメインを置き換えずにエンジンを更新する。",
    ),
  },
  StopBeforeUpdate: {
    shape: "bare",
    onlyFor: fleet,
    values: booleans(),
    text: text("Stops the fleet before the update.", "更新前にフリートを停止する。"),
  },
  StartAfterUpdate: {
    shape: "bare",
    onlyFor: fleet,
    values: booleans(),
    text: text("Starts the fleet after the update.", "更新後にフリートを起動する。"),
  },
};
