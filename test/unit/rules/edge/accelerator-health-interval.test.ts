import { expect, test } from "vitest";
import { acceleratorHealthInterval } from "../../../../server/src/rules/edge/accelerator-health-interval.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const group = (interval: string, before = ""): string => `${before}
Resources:
  Tokyo:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: arn
      EndpointGroupRegion: ap-northeast-1
${interval}
`;

test("an interval that is not offered", () => {
  checkRule(
    acceleratorHealthInterval,
    group(
      `      HealthCheckIntervalSeconds: 15
#                                 ^^ 💡 error: Tokyo checks its endpoints every 15 seconds, but Global Accelerator offers 10 or 30. CloudFormation will fail. Take 30, the default, or 10 to notice failures sooner.`,
    ),
  );
  checkRule(
    acceleratorHealthInterval,
    group(`      HealthCheckIntervalSeconds: "5"
#                                 ^^^ 💡 error: Tokyo のヘルスチェック間隔は 5 秒だが…`),
    { messages: "ja" },
  );
});

test("both that are, none, and an unknown one", () => {
  for (const interval of ["10", "30", "!ImportValue Interval"]) {
    checkRule(acceleratorHealthInterval, group(`      HealthCheckIntervalSeconds: ${interval}`));
  }
  checkRule(acceleratorHealthInterval, group(""));
});

test("only the branch that is wrong", () =>
  checkRule(
    acceleratorHealthInterval,
    group(
      `      HealthCheckIntervalSeconds: !If [Fast, 5, 30]
#                                            ^ 💡 error: When Fast is true: Tokyo checks its endpoints every 5 seconds…`,
      "Conditions: { Fast: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("a parameter's default is a warning; a mapping is not ours to change", () => {
  checkRule(
    acceleratorHealthInterval,
    group(
      `      HealthCheckIntervalSeconds: !Ref Interval
#                                 ^^^^^^^^^^^^^ 💡 warning: With the default of Interval (20), Tokyo checks…`,
      "Parameters: { Interval: { Type: Number, Default: 20 } }",
    ),
  );
  checkNoFix(
    acceleratorHealthInterval,
    group(
      "      HealthCheckIntervalSeconds: !FindInMap [Checks, Web, Every]",
      "Mappings: { Checks: { Web: { Every: 20 } } }",
    ),
  );
});

test("takes the default, or the short one", () => {
  const before = group("      HealthCheckIntervalSeconds: 15");
  checkFix(acceleratorHealthInterval, before, group("      HealthCheckIntervalSeconds: 30"));
  expect(fixTitles(acceleratorHealthInterval, before)).toEqual([
    "Check the endpoints of Tokyo every 30 seconds",
    "Check the endpoints of Tokyo every 10 seconds",
  ]);
});

test("a CDK program", () =>
  checkRule(
    acceleratorHealthInterval,
    python(
      `globalaccelerator.CfnEndpointGroup(self, 'Tokyo', listener_arn='arn', endpoint_group_region='ap-northeast-1',
    health_check_interval_seconds=60,
#                                 ^^ 💡 error: Tokyo checks its endpoints every 60 seconds…
)`,
      ["globalaccelerator"],
    ),
  ));
