/**
 * What pseudo parameters stand for. Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html (read 2026-11-23)
 */
import type { Localized } from "../../base/localized.ts";

export const pseudoTexts: Readonly<Record<string, Localized>> = {
  "AWS::AccountId": {
    en: "The id of the account in which the stack is made, such as `123456789012`.",
    ja: "スタックを作成するアカウントの ID。例: `123456789012`。",
  },
  "AWS::NotificationARNs": {
    en: "The list of SNS topics that are told of the stack's events.",
    ja: "スタックのイベントが通知される SNS トピックの ARN のリスト。",
  },
  "AWS::NoValue": {
    en: "Takes the property out, as if it were not written. Stands in a branch of `!If`.",
    ja: "プロパティを書かなかったのと同じにする。`!If` の分岐で使う。",
  },
  "AWS::Partition": {
    en: "`aws`; `aws-cn` in China, `aws-us-gov` in AWS GovCloud (US). The second part of every ARN.",
    ja: "`aws`。中国では `aws-cn`、AWS GovCloud (US) では `aws-us-gov`。ARN の 2 番目の要素。",
  },
  "AWS::Region": {
    en: "The Region in which the stack is made, such as `ap-northeast-1`.",
    ja: "スタックを作成するリージョン。例: `ap-northeast-1`。",
  },
  "AWS::StackId": {
    en: "The ARN of the stack; it ends with an id that no other stack has.",
    ja: "スタックの ARN。末尾は他のスタックと重ならない ID。",
  },
  "AWS::StackName": {
    en: "The name of the stack. In names and exports it keeps two stacks of one template apart.",
    ja: "スタックの名前。名前やエクスポート名に入れると、同じテンプレートの複数のスタックが重ならない。",
  },
  "AWS::URLSuffix": {
    en: "The domain of AWS: mostly `amazonaws.com`, in China `amazonaws.com.cn`.",
    ja: "AWS のドメイン。通常は `amazonaws.com`、中国では `amazonaws.com.cn`。",
  },
};
