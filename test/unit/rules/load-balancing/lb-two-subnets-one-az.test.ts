import { expect, test } from "vitest";
import { lbTwoSubnetsOneAz } from "../../../../server/src/rules/load-balancing/lb-two-subnets-one-az.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { front, onBoth, twoSubnets, zone } from "../../../support/load-balancing.ts";

const rule = lbTwoSubnetsOneAz;
const template = (subnets: string, { zones = {}, type = "network", before = "" } = {}): string =>
  `${before}Resources:\n${twoSubnets({ b: zone(0), ...zones })}  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: ${zone(1)} } }\n${front(subnets, { type })}`;

test("two subnets of one zone", () => {
  checkRule(
    rule,
    template(`        - !Ref A
        - !Ref B
#         ^^^^^^ 💡 error: Front names B and A, which are both in zone 0. A load balancer takes one subnet per Availability Zone, so its creation fails. Keep one of them, or use a subnet of another zone.`),
  );
  checkRule(
    rule,
    template(
      `        - !Ref A
        - !Ref B
#         ^^^^^^ 💡 error: Front に指定した B と A は同じ AZ (zone 0) にある。ロードバランサーのサブネットは AZ ごとに 1 つで、作成は失敗する。一方だけを残すか、別の AZ のサブネットに替えること。
        - !Ref C`,
      { type: "application" },
    ),
    { messages: "ja" },
  );
});

test("a classic load balancer", () =>
  checkRule(
    rule,
    `Resources:\n${twoSubnets({ b: zone(0) })}  Front:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Subnets: [!Ref A, !Ref B]
#                       ^^^^^^ 💡 error: Front names B and A…
      Listeners: [{ LoadBalancerPort: '80', InstancePort: '80', Protocol: HTTP }]
`,
  ));

test("other zones, unknown zones, one zone of an ALB, subnets that exclude each other", () => {
  checkRule(rule, template(onBoth, { zones: { b: zone(1) } }));
  checkRule(rule, template(onBoth, { zones: { b: "us-east-1a" } }));
  checkRule(rule, template(onBoth, { zones: { b: "!Ref AWS::NoValue" } }));
  checkRule(rule, template(onBoth, { type: "application" }));
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(rule, template("        - !If [Live, !Ref A, !Ref B]\n        - !Ref C", { before }));
});

test("a default zone is a warning", () =>
  checkRule(
    rule,
    template(
      `        - !Ref A
        - !Ref B
#         ^^^^^^ 💡 warning: With the default of Zone (us-east-1a), Front names B and A…`,
      {
        before: "Parameters: { Zone: { Type: String, Default: us-east-1a } }\n",
        zones: { a: "us-east-1a", b: "!Ref Zone" },
      },
    ),
  ));

test("replaces one or removes one", () => {
  expect(fixTitles(rule, template(onBoth))).toEqual([
    "Put Front into C instead of B",
    "Keep A and remove B",
    "Keep B and remove A",
  ]);
  checkFix(rule, template(onBoth), template("        - !Ref A\n        - !Ref C"));
  checkFix(rule, template(onBoth), template("        - !Ref B"), { title: "Keep B" });
});

test("in JSON", () => {
  const json = (subnets: string): string => `{
  "Resources": {
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "us-east-1a" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a" } },
    "Front": {
      "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
      "Properties": { "Type": "network", "Scheme": "internal", "SubnetMappings": [${subnets}] }
    }
  }
}
`;
  const [a, b] = ['{ "SubnetId": { "Ref": "A" } }', '{ "SubnetId": { "Ref": "B" } }'];
  checkFix(rule, json(`${a}, ${b}`), json(a), { title: "Keep A" });
});
