import { expect, test } from "vitest";
import { flowLogInterval } from "../../../../server/src/rules/endpoints/flow-log-interval.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const rule = flowLogInterval;
const log = (properties: string, { before = "", mark = "" } = {}) => `${before}
Resources:
  Log:
${mark}    Type: AWS::EC2::FlowLog
    Properties:
      LogDestinationType: s3
      LogDestination: arn:aws:s3:::logs
      ResourceId: !ImportValue Id
${properties
  .split("\n")
  .map((line) => (line.startsWith("#") ? line : `      ${line}`))
  .join("\n")}
`;
const vpc = "ResourceType: VPC\nTrafficType: ALL";

test("an interval that there is not", () =>
  checkRule(
    rule,
    log(`${vpc}
MaxAggregationInterval: 300
#                             ^^^ 💡 error: Log has MaxAggregationInterval 300, but flow logs are put together every 60 or every 600 seconds. CloudFormation will fail. Take one of the two.`),
  ));

test("a transit gateway takes 60 alone, and no TrafficType; in Japanese", () =>
  checkRule(
    rule,
    log(`ResourceType: TransitGatewayAttachment
TrafficType: ALL
#     ^^^^^^^^^^^ 💡 error: Log に TrafficType があるが、Transit Gateway のフローログには指定できず…
MaxAggregationInterval: "600"
#                             ^^^^^ 💡 error: Log の MaxAggregationInterval は 600 だが、TransitGatewayAttachment のフローログの集約間隔は 60 秒のみで…`),
    { messages: "ja" },
  ));

test("a VPC without TrafficType", () =>
  checkRule(
    rule,
    log("ResourceType: VPC", {
      mark: "# ^^^ 💡 error: Log does not say in TrafficType which traffic of the VPC it records. That is required here, so CloudFormation will fail. ALL records accepted and rejected traffic.\n",
    }),
  ));

test("what is right, left out, or not known", () => {
  for (const properties of [
    vpc,
    `${vpc}\nMaxAggregationInterval: 60`,
    `${vpc}\nMaxAggregationInterval: "600"`,
    `${vpc}\nMaxAggregationInterval: !ImportValue I`,
    "ResourceType: TransitGateway",
    "ResourceType: TransitGateway\nMaxAggregationInterval: 60",
    "ResourceType: !ImportValue Type",
    "ResourceType: !ImportValue Type\nMaxAggregationInterval: 600\nTrafficType: ALL",
    "ResourceType: VPC\nTrafficType: !ImportValue Traffic",
  ]) {
    checkRule(rule, log(properties));
  }
});

test("each branch for itself", () => {
  const before = "Conditions: { Hub: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(
    rule,
    log(
      "ResourceType: !If [Hub, TransitGateway, VPC]\nTrafficType: !If [Hub, !Ref AWS::NoValue, ALL]\nMaxAggregationInterval: !If [Hub, 60, 600]",
      { before },
    ),
  );
  checkRule(
    rule,
    log("ResourceType: VPC\nTrafficType: !If [Hub, !Ref AWS::NoValue, ALL]", {
      before,
      mark: "# ^^^ 💡 error: When Hub is true: Log does not say in TrafficType…\n",
    }),
  );
});

test("a default is a warning", () =>
  checkRule(
    rule,
    log(
      `${vpc}
MaxAggregationInterval: !Ref Seconds
#                             ^^^^^^^^^^^^ 💡 warning: With the default of Seconds (10), Log has MaxAggregationInterval 10…`,
      { before: "Parameters: { Seconds: { Type: Number, Default: 10 } }" },
    ),
  ));

test("sets, adds or removes", () => {
  const wrong = log(`${vpc}\nMaxAggregationInterval: 300`);
  expect(fixTitles(rule, wrong)).toEqual([
    "Set MaxAggregationInterval of Log to 60",
    "Set MaxAggregationInterval of Log to 600",
  ]);
  checkFix(rule, wrong, log(`${vpc}\nMaxAggregationInterval: 600`), {
    title: "Set MaxAggregationInterval of Log to 600",
  });
  checkFix(rule, log("ResourceType: Subnet"), log("ResourceType: Subnet\nTrafficType: ALL"));
  checkFix(rule, log("ResourceType: TransitGateway\nTrafficType: ALL"), log("ResourceType: TransitGateway"));
});

test("in JSON", () => {
  const json = (seconds: number) =>
    `{ "Resources": { "Log": { "Type": "AWS::EC2::FlowLog", "Properties": { "ResourceId": "tgw-0123", "ResourceType": "TransitGateway", "LogDestinationType": "s3", "MaxAggregationInterval": ${seconds} } } } }\n`;
  checkFix(rule, json(600), json(60));
});

test("a CDK program", () =>
  checkRule(
    rule,
    python(`ec2.CfnFlowLog(self, "Log", resource_id="vpc-12345678", resource_type="VPC", traffic_type="ALL",
    max_aggregation_interval=120)
#                            ^^^ 💡 error: Log has MaxAggregationInterval 120…`),
  ));
