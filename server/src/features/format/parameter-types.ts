/**
 * Types of parameters:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/cloudformation-supplied-parameter-types.html
 * (read 2026-11-23)
 */
import type { Localized } from "../../base/localized.ts";
import { text } from "./node.ts";

const basic: Readonly<Record<string, Localized>> = {
  String: text("A text.", "文字列。"),
  Number: text(
    "An integer or float. CloudFormation checks it, and then treats it as a text.",
    "整数または小数。検証された後は文字列として扱われる。",
  ),
  CommaDelimitedList: text(
    "Texts parted by commas; `!Ref` gives a list, without the blanks around its items.",
    "カンマ区切りの文字列。`!Ref` は前後の空白を除いたリストになる。",
  ),
};

/** What a value of the type is, by the type. */
const supplied: Readonly<Record<string, Localized>> = {
  "AWS::EC2::VPC::Id": text("the id of a VPC", "VPC の ID"),
  "AWS::EC2::Subnet::Id": text("the id of a subnet", "サブネットの ID"),
  "AWS::EC2::SecurityGroup::Id": text("the id of a security group", "セキュリティグループの ID"),
  "AWS::EC2::AvailabilityZone::Name": text("the name of an Availability Zone", "アベイラビリティーゾーンの名前"),
  "AWS::EC2::Image::Id": text("the id of an AMI", "AMI の ID"),
  "AWS::EC2::Instance::Id": text("the id of an instance", "インスタンスの ID"),
  "AWS::EC2::KeyPair::KeyName": text("the name of a key pair", "キーペアの名前"),
  "AWS::EC2::SecurityGroup::GroupName": text(
    "the name of a security group of the default VPC",
    "デフォルト VPC のセキュリティグループ名",
  ),
  "AWS::EC2::Volume::Id": text("the id of an EBS volume", "EBS ボリュームの ID"),
  "AWS::Route53::HostedZone::Id": text("the id of a hosted zone", "ホストゾーンの ID"),
};

export const basicTypes: readonly string[] = [...Object.keys(basic), "List<Number>"];
/** As they stand in the list of completion: networks first. */
export const suppliedTypes: readonly string[] = Object.keys(supplied);

const words = {
  exists: text(
    "{what}. It has to exist in the account and Region before the stack is created; the console offers what there is.",
    "{what}。スタック作成前に、アカウントとリージョン内に実在するかどうかが確認され、コンソールでは一覧から選べる。",
  ),
  list: text("A list: {what}", "リスト: {what}"),
  ssmName: text(
    "The name of an SSM parameter, which has to exist; `!Ref` gives the name, not the value.",
    "SSM パラメータの名前。実在する必要がある。`!Ref` の結果は値ではなく名前。",
  ),
  ssmValue: text(
    "The name of an SSM parameter is given; `!Ref` gives its value, read when the stack is created or updated: {what}",
    "SSM パラメータの名前を渡すと、`!Ref` は作成時や更新時に読んだその値になる: {what}",
  ),
  numbers: text("Numbers parted by commas.", "カンマ区切りの数値。"),
};

/** Undefined for what CloudFormation does not know as a type. */
export function parameterTypeText(type: string): Localized | undefined {
  if (Object.hasOwn(basic, type)) return basic[type];
  if (type === "AWS::SSM::Parameter::Name") return words.ssmName;
  const kept = /^AWS::SSM::Parameter::Value<(.+)>$/.exec(type)?.[1];
  if (kept !== undefined) return put(words.ssmValue, parameterTypeText(kept));
  const item = /^List<(.+)>$/.exec(type)?.[1];
  if (item === "Number") return words.numbers;
  if (item !== undefined) return Object.hasOwn(supplied, item) ? put(words.list, parameterTypeText(item)) : undefined;
  return Object.hasOwn(supplied, type) ? sentence(put(words.exists, supplied[type])) : undefined;
}

function put(frame: Localized, what: Localized | undefined): Localized | undefined {
  return what && { en: frame.en.replace("{what}", what.en), ja: frame.ja.replace("{what}", what.ja) };
}

function sentence(words: Localized | undefined): Localized | undefined {
  return words && { en: words.en.charAt(0).toUpperCase() + words.en.slice(1), ja: words.ja };
}
