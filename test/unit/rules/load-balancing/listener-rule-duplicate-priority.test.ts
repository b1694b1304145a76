import { expect, test } from "vitest";
import { listenerRuleDuplicatePriority } from "../../../../server/src/rules/load-balancing/listener-rule-duplicate-priority.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";

const rule = listenerRuleDuplicatePriority;
const one = (id: string, priority: string, listener: string, mark = ""): string => `  ${id}:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: ${listener}
      Priority: ${priority}
${mark}      Conditions: []
      Actions: []
`;
const template = (priority: string, { mark = "", first = "10", listener = "!Ref Arn", before = "" } = {}): string =>
  `Parameters: { Arn: { Type: String }, Other: { Type: String }${before} }
Resources:
${one("First", first, "!Ref Arn")}${one("Second", priority, listener, mark)}${one("Third", "11", "!Ref Arn")}`;

test("one priority twice", () => {
  checkRule(
    rule,
    template("10", {
      mark: "#               ^^ 💡 error: Second has priority 10, which First has already on the same listener. Priorities are unique per listener, so creation fails with PriorityInUse. Take a free one.\n",
    }),
  );
  checkRule(
    rule,
    template("10", {
      mark: "#               ^^ 💡 error: Second の優先度 10 は、同じリスナーの First がすでに使っている。優先度はリスナー内で一意で、作成は PriorityInUse で失敗する。空いている番号にすること。\n",
    }),
    { messages: "ja" },
  );
  expect(relatedPlaces(rule, template("10"))).toEqual(['7:17 "10": The priority of First']);
});

test("takes the next free one", () => checkFix(rule, template("10"), template("12")));

test("other priorities, other listeners, unknown ones, exclusive conditions", () => {
  checkRule(rule, template("12"));
  checkRule(rule, template("10", { listener: "!Ref Other" }));
  checkRule(rule, template("!Ref Priority", { before: ", Priority: { Type: Number }" }));
  const conditions = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(rule, conditions + template("!If [Live, 10, 20]", { first: "!If [Live, 20, 10]" }));
});

test("a default is a warning, and the fix changes it", () => {
  const before = (value: number): string => `, Priority: { Type: Number, Default: ${value} }`;
  checkRule(
    rule,
    template("!Ref Priority", {
      before: before(10),
      mark: "#               ^^^^^^^^^^^^^ 💡 warning: With the default of Priority (10), Second has…\n",
    }),
  );
  checkFix(rule, template("!Ref Priority", { before: before(10) }), template("!Ref Priority", { before: before(12) }));
});

test("a listener of the template, in JSON", () => {
  const json = (priority: number): string => `{
  "Resources": {
    "Listener": { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": { "LoadBalancerArn": "arn", "DefaultActions": [] } },
    "First": { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": { "ListenerArn": { "Ref": "Listener" }, "Priority": 1, "Actions": [], "Conditions": [] } },
    "Second": { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": { "ListenerArn": { "Fn::GetAtt": ["Listener", "ListenerArn"] }, "Priority": ${priority}, "Actions": [], "Conditions": [] } }
  }
}
`;
  checkFix(rule, json(1), json(2));
});
