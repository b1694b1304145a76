import { test } from "vitest";
import { targetGroupHealthTiming } from "../../../../server/src/rules/load-balancing/target-group-health-timing.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";

const rule = targetGroupHealthTiming;
const template = (
  timeout: string,
  interval = "      HealthCheckIntervalSeconds: 10",
  before = "",
): string => `${before}Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Protocol: TCP
      Port: 80
      VpcId: vpc-1
${interval}
      HealthCheckTimeoutSeconds: ${timeout}
`;

test("as long as the interval, or longer", () => {
  checkRule(
    rule,
    `${template("10")}#                                ^^ error: Web waits 10 seconds for the answer to a health check, but checks every 10 seconds. The timeout has to be shorter than the interval, so CloudFormation will fail. Shorten the timeout, or check less often.
`,
  );
  checkRule(
    rule,
    `${template("'15'")}#                                ^^^^ error: Web のヘルスチェックは 10 秒ごとだが、応答を 15 秒待つ。タイムアウトは間隔より短い必要があり、作成は失敗する。タイムアウトを短くするか、間隔を延ばすこと。
`,
    { messages: "ja" },
  );
  checkNoFix(rule, template("10"));
});

test("a classic load balancer", () =>
  checkRule(
    rule,
    `Resources:
  Front:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners: []
      HealthCheck: { Target: TCP:80, HealthyThreshold: '2', UnhealthyThreshold: '2', Interval: '5', Timeout: '5' }
#                                                                                                            ^^^ error: Front waits 5 seconds…
`,
  ));

test("shorter, unknown, not written, exclusive", () => {
  checkRule(rule, template("9"));
  checkRule(rule, template("60", ""));
  checkRule(rule, template("!Ref Timeout", undefined, "Parameters: { Timeout: { Type: Number } }\n"));
  checkRule(
    rule,
    template(
      "!If [Slow, 60, 5]",
      "      HealthCheckIntervalSeconds: !If [Slow, 120, 10]",
      "Conditions: { Slow: !Equals [!Ref AWS::Region, us-east-1] }\n",
    ),
  );
});

test("a default is a warning", () =>
  checkRule(
    rule,
    `${template("!Ref Timeout", undefined, "Parameters: { Timeout: { Type: Number, Default: 20 } }\n")}#                                ^^^^^^^^^^^^ warning: With the default of Timeout (20), Web waits 20 seconds…
`,
  ));
