import { expect, test } from "vitest";
import { flowLogRoleMissing } from "../../../../server/src/rules/endpoints/flow-log-role-missing.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = flowLogRoleMissing;
const log = (properties: string, { before = "", more = "", mark = "", condition = "" } = {}) => `${before}
Resources:
  Log:
${mark}    Type: AWS::EC2::FlowLog
${condition}    Properties:
      ResourceId: vpc-12345678
      ResourceType: VPC
      TrafficType: ALL
${properties
  .split("\n")
  .map((line) => (line.startsWith("#") || line === "" ? line : `      ${line}`))
  .join("\n")}
${more}`;
const role = `  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: vpc-flow-logs.amazonaws.com }, Action: "sts:AssumeRole" }]
  Other:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }]
`;
const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";

test("CloudWatch Logs by default, without a role", () =>
  checkRule(
    rule,
    log("LogGroupName: flow", {
      mark: "# ^^^ error: Log writes to CloudWatch Logs (the default) but has no DeliverLogsPermissionArn, the role that permits it. CloudFormation will fail. Name a role that vpc-flow-logs.amazonaws.com can assume, or write to S3, which needs none.\n",
    }),
  ));

test("CloudWatch Logs as written, in Japanese", () =>
  checkRule(
    rule,
    log(
      `LogDestinationType: cloud-watch-logs
#     ^^^^^^^^^^^^^^^^^^ error: Log の出力先は CloudWatch Logs だが、書き込みに使うロール DeliverLogsPermissionArn がなく…`,
    ),
    { messages: "ja" },
  ));

test("a role, another destination, and what nobody knows", () => {
  for (const properties of [
    "LogGroupName: flow\nDeliverLogsPermissionArn: !ImportValue Role",
    "LogDestinationType: s3\nLogDestination: arn:aws:s3:::logs",
    "LogDestinationType: kinesis-data-firehose\nLogDestination: arn:aws:firehose:x",
    "LogDestinationType: !ImportValue Type",
    "LogGroupName: flow\nDeliverLogsPermissionArn: !Ref Role",
  ]) {
    checkRule(rule, log(properties, { before: "Parameters: { Role: { Type: String, Default: '' } }" }));
  }
});

test("conditions: one for both, and one for the role alone", () => {
  checkRule(
    rule,
    log(
      "LogDestinationType: !If [Prod, s3, cloud-watch-logs]\nDeliverLogsPermissionArn: !If [Prod, !Ref AWS::NoValue, !ImportValue R]",
      { before: prod },
    ),
  );
  checkRule(
    rule,
    log("DeliverLogsPermissionArn: !If [Prod, !ImportValue R, !Ref AWS::NoValue]", {
      before: prod,
      mark: "# ^^^ error: When Prod is false: Log writes to CloudWatch Logs (the default)…\n",
    }),
  );
});

test("a default is a warning", () =>
  checkRule(
    rule,
    log(
      `LogDestinationType: !Ref To
#     ^^^^^^^^^^^^^^^^^^ warning: With the default of To (cloud-watch-logs), Log writes to CloudWatch Logs…`,
      { before: "Parameters: { To: { Type: String, Default: cloud-watch-logs } }" },
    ),
  ));

test("offers the roles of the template that the service can assume", () => {
  const before = log("LogGroupName: flow", { more: role });
  expect(fixTitles(rule, before, "ja")).toEqual(["Log の書き込みにロール Role を使う"]);
  checkFix(rule, before, log("LogGroupName: flow\nDeliverLogsPermissionArn: !GetAtt Role.Arn", { more: role }), {
    title: "Let Log write with the role Role",
  });
  checkNoFix(rule, log("LogGroupName: flow"));
});

test("a bucket as destination says what the type should have been; in JSON", () => {
  const json = (type: string) => `{
  "Resources": {
    "Bucket": { "Type": "AWS::S3::Bucket" },
    "Log": {
      "Type": "AWS::EC2::FlowLog",
      "Properties": {
        "ResourceId": "vpc-12345678",
        "ResourceType": "VPC",
        "TrafficType": "ALL",
        "LogDestination": { "Fn::GetAtt": ["Bucket", "Arn"] }${type}
      }
    }
  }
}
`;
  checkFix(rule, json(""), json(`,\n        "LogDestinationType": "s3"`), {
    title: "Deliver Log to Bucket: LogDestinationType s3",
  });
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`new ec2.CfnFlowLog(this, 'Log', { resourceId: 'vpc-12345678', resourceType: 'VPC', trafficType: 'ALL' });
//                        ^^^ error: Log writes to CloudWatch Logs…`),
  ));
