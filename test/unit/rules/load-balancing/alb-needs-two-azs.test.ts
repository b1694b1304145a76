import { expect, test } from "vitest";
import { albNeedsTwoAzs } from "../../../../server/src/rules/load-balancing/alb-needs-two-azs.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { front, onBoth, twoSubnets, zone } from "../../../support/load-balancing.ts";
import { typescript } from "../../../support/programs.ts";

const rule = albNeedsTwoAzs;
const template = (subnets: string, { before = "", zones = {}, type = "application" } = {}): string =>
  `${before}Resources:\n${twoSubnets(zones)}${front(subnets, { type })}`;
const onA = "        - !Ref A";

test("one subnet, and the fix that adds the other", () => {
  checkRule(
    rule,
    template(`        - !Ref A
#         ^^^^^^ 💡 error: Front is an Application Load Balancer with one subnet, A. It takes subnets of at least two Availability Zones, so its creation fails. Add a subnet of another zone.`),
  );
  checkRule(
    rule,
    template(`        - !Ref A
#         ^^^^^^ 💡 error: Front は ALB だが、サブネットが A の 1 つしかない。ALB には 2 つ以上の AZ のサブネットが必要で、作成は失敗する。別の AZ のサブネットを加えること。`),
    { messages: "ja" },
  );
  expect(fixTitles(rule, template(onA), "ja")).toEqual(["Front に B を加える"]);
  checkFix(rule, template(onA), template(onBoth));
});

test("all subnets in one zone", () => {
  const zones = { b: zone(0) };
  checkRule(
    rule,
    template(
      `        - !Ref A
        - !Ref B
#         ^^^^^^ error: Front is an Application Load Balancer, and all of its subnets (A and B) are in zone 0…`,
      { zones },
    ),
  );
  expect(relatedPlaces(rule, template(onBoth, { zones }))).toHaveLength(2);
});

test("a load balancer is an application one where no type is written", () =>
  checkRule(
    rule,
    template(
      `        - !Ref A
#         ^^^^^^ 💡 error: Front is an Application Load Balancer with one subnet…`,
      { type: "!Ref AWS::NoValue" },
    ),
  ));

test("two zones, other types, Local Zones, lists and subnets from elsewhere", () => {
  checkRule(rule, template(onBoth));
  checkRule(rule, template(onA, { type: "network" }));
  checkRule(rule, template(onA, { zones: { a: "us-west-2-lax-1a" } }));
  checkRule(rule, template(onBoth, { zones: { a: "us-east-1a", b: zone(0) } }));
  const before = "Parameters: { Subnets: { Type: List<AWS::EC2::Subnet::Id> }, One: { Type: AWS::EC2::Subnet::Id } }\n";
  checkRule(rule, template("        !Ref Subnets", { before }));
  checkRule(rule, template("        - !Ref One", { before }));
  checkRule(rule, template("        - !Ref A\n        - !Ref One", { before }));
  checkRule(rule, template("        - !Ref A\n        - !ImportValue other"));
});

test("conditions", () => {
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(
    rule,
    template(
      `        - !Ref A
#         ^^^^^^ error: When Live is false: Front is an Application Load Balancer with one subnet, A…
        - !If [Live, !Ref B, !Ref AWS::NoValue]`,
      { before },
    ),
  );
  checkRule(rule, template("        !If [Live, [!Ref A, !Ref B], [!Ref B, !Ref A]]", { before }));
  checkNoFix(rule, template("        !If [Live, [!Ref A, !Ref B], [!Ref A]]", { before }));
});

test("a default zone is a warning", () =>
  checkRule(
    rule,
    template(
      `        - !Ref A
        - !Ref B
#         ^^^^^^ warning: With the default of Zone (us-east-1a), Front is an Application Load Balancer, and all…`,
      {
        before: "Parameters: { Zone: { Type: String, Default: us-east-1a } }\n",
        zones: { a: "us-east-1a", b: "!Ref Zone" },
      },
    ),
  ));

test("a mapping in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "us-east-1a" } },
    "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1b" } },
    "Front": {
      "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
      "Properties": { "Scheme": "internal", "Subnets": [{ "Ref": "A" }${more}] }
    }
  }
}
`;
  checkFix(rule, json(""), json(', { "Ref": "B" }'));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(
      `const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const a = new ec2.CfnSubnet(this, 'A', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24', availabilityZone: 'us-east-1a' });
new elasticloadbalancingv2.CfnLoadBalancer(this, 'Front', {
  subnets: [a.ref],
//          ^^^^^ error: Front is an Application Load Balancer with one subnet, A…
});`,
      ["ec2", "elasticloadbalancingv2"],
    ),
  ));
