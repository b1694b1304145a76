import { expect, test } from "vitest";
import { lbSubnetsAndMappings } from "../../../../server/src/rules/load-balancing/lb-subnets-and-mappings.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";

const rule = lbSubnetsAndMappings;
const template = (places: string, before = ""): string => `${before}Resources:
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: network
${places}
`;
const subnets = "      Subnets: [subnet-1]";
const mappings = "      SubnetMappings: [{ SubnetId: subnet-1 }]";

test("both", () => {
  checkRule(
    rule,
    template(`${subnets}
${mappings}
#     ^^^^^^^^^^^^^^ 💡 error: Front has both Subnets and SubnetMappings, of which a load balancer takes one. CloudFormation will fail. Keep SubnetMappings if you assign addresses, else Subnets.`),
  );
  checkRule(
    rule,
    template(`${subnets}
${mappings}
#     ^^^^^^^^^^^^^^ 💡 error: Front に Subnets と SubnetMappings の両方がある。指定できるのは一方だけで、作成は失敗する。アドレスを割り当てるなら SubnetMappings、そうでなければ Subnets を残すこと。`),
    { messages: "ja" },
  );
});

test("one of the two, exclusive conditions", () => {
  checkRule(rule, template(subnets));
  checkRule(rule, template(mappings));
  checkRule(
    rule,
    template(
      "      Subnets: !If [Fixed, !Ref AWS::NoValue, [subnet-1]]\n      SubnetMappings: !If [Fixed, [{ SubnetId: subnet-1 }], !Ref AWS::NoValue]",
      "Conditions: { Fixed: !Equals [!Ref AWS::Region, us-east-1] }\n",
    ),
  );
});

test("keeps either", () => {
  const both = template(`${subnets}\n${mappings}`);
  expect(fixTitles(rule, both)).toEqual(["Keep Subnets only", "Keep SubnetMappings only"]);
  checkFix(rule, both, template(subnets), { title: "Keep Subnets" });
  const json = (places: string): string =>
    `{ "Resources": { "Front": { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": { "Type": "network", ${places} } } } }\n`;
  checkFix(
    rule,
    json('"Subnets": ["subnet-1"], "SubnetMappings": [{ "SubnetId": "subnet-1" }]'),
    json('"SubnetMappings": [{ "SubnetId": "subnet-1" }]'),
    { title: "Keep SubnetMappings" },
  );
});
