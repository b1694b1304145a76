/**
 * Properties of the events of SAM functions, by the type of the event, usual ones first. Source:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 * and the pages of the types, of which not every property has been looked up again
 */
import type { ValueShape } from "./node.ts";

const stream = [
  "Stream",
  "StartingPosition",
  "BatchSize",
  "Enabled",
  "FilterCriteria",
  "DestinationConfig",
  "BisectBatchOnFunctionError",
  "MaximumBatchingWindowInSeconds",
  "MaximumRecordAgeInSeconds",
  "MaximumRetryAttempts",
  "ParallelizationFactor",
  "TumblingWindowInSeconds",
];

const names: Readonly<Record<string, readonly string[]>> = {
  Api: ["Path", "Method", "RestApiId", "Auth", "RequestModel", "RequestParameters"],
  HttpApi: ["Path", "Method", "ApiId", "Auth", "PayloadFormatVersion", "RouteSettings", "TimeoutInMillis"],
  SQS: ["Queue", "BatchSize", "Enabled", "FilterCriteria", "MaximumBatchingWindowInSeconds", "ScalingConfig"],
  SNS: ["Topic", "FilterPolicy", "FilterPolicyScope", "Region", "SqsSubscription"],
  S3: ["Bucket", "Events", "Filter"],
  DynamoDB: stream,
  Kinesis: stream,
  Schedule: ["Schedule", "Name", "Description", "Enabled", "Input", "State", "RetryPolicy", "DeadLetterConfig"],
  ScheduleV2: [
    "ScheduleExpression",
    "ScheduleExpressionTimezone",
    "Name",
    "Description",
    "FlexibleTimeWindow",
    "Input",
    "State",
    "RetryPolicy",
    "DeadLetterConfig",
    "RoleArn",
  ],
  EventBridgeRule: [
    "Pattern",
    "EventBusName",
    "Input",
    "InputPath",
    "RuleName",
    "State",
    "RetryPolicy",
    "DeadLetterConfig",
  ],
  CloudWatchEvent: ["Pattern", "EventBusName", "Input", "InputPath", "Enabled"],
  CloudWatchLogs: ["LogGroupName", "FilterPattern"],
  Cognito: ["UserPool", "Trigger"],
  IoTRule: ["Sql", "AwsIotSqlVersion"],
  AlexaSkill: ["SkillId"],
};

const needed: ReadonlySet<string> = new Set([
  "Api.Path",
  "Api.Method",
  "SQS.Queue",
  "SNS.Topic",
  "S3.Bucket",
  "S3.Events",
  "DynamoDB.Stream",
  "DynamoDB.StartingPosition",
  "Kinesis.Stream",
  "Kinesis.StartingPosition",
  "EventBridgeRule.Pattern",
  "CloudWatchEvent.Pattern",
  "CloudWatchLogs.LogGroupName",
  "CloudWatchLogs.FilterPattern",
  "Cognito.UserPool",
  "Cognito.Trigger",
  "IoTRule.Sql",
]);

const objects =
  /^(?:Auth|FilterCriteria|FilterPolicy|Filter|Pattern|DestinationConfig|ScalingConfig|RetryPolicy|DeadLetterConfig|RouteSettings|FlexibleTimeWindow)$/;

export interface EventProperty {
  readonly name: string;
  readonly required: boolean;
  readonly shape: ValueShape;
}

/** None for a type that SAM does not have. */
export function eventProperties(event: string): readonly EventProperty[] {
  return (
    (Object.hasOwn(names, event) ? names[event] : undefined)?.map((name) => ({
      name,
      required: needed.has(`${event}.${name}`),
      shape: objects.test(name) ? "object" : "text",
    })) ?? []
  );
}
