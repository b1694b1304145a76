import { expect, test } from "vitest";
import { targetGroupVpcMismatch } from "../../../../server/src/rules/load-balancing/target-group-vpc-mismatch.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { front, onBoth, twoSubnets } from "../../../support/load-balancing.ts";

const rule = targetGroupVpcMismatch;
const template = (vpc: string, before = ""): string => `${before}Resources:
${twoSubnets()}  Other: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
${front(onBoth)}  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Front
      Protocol: HTTP
      Port: 80
      DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Web }]
  Web:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Protocol: HTTP
      Port: 80
      VpcId: ${vpc}
`;

test("another VPC", () => {
  checkRule(
    rule,
    `${template("!Ref Other")}#            ^^^^^^^^^^ 💡 error: Web is a target group of Other, but Front, which forwards to it, is in Vpc. Both have to be in one VPC, so the listener is refused. Set VpcId to Vpc; targets elsewhere are registered by IP address.
`,
  );
  checkRule(
    rule,
    `${template("!Ref Other")}#            ^^^^^^^^^^ 💡 error: Web は Other のターゲットグループだが、転送元の Front は Vpc にある。両者は同じ VPC に必要で、リスナーの作成が拒否される。VpcId を Vpc にすること。別 VPC のターゲットは IP アドレスで登録する。
`,
    { messages: "ja" },
  );
  expect(relatedPlaces(rule, template("!Ref Other"))).toEqual([expect.stringContaining("A is in Vpc")]);
  expect(fixTitles(rule, template("!Ref Other"))).toEqual(["Move Web to Vpc"]);
  checkFix(rule, template("!Ref Other"), template("!Ref Vpc"));
});

test("the same VPC, VPCs from elsewhere, exclusive conditions", () => {
  checkRule(rule, template("!GetAtt Vpc.VpcId"));
  checkRule(rule, template("!Ref Id", "Parameters: { Id: { Type: AWS::EC2::VPC::Id } }\n"));
  checkRule(rule, template("!ImportValue vpc"));
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  const twoWays = template("!If [Live, !Ref Other, !Ref Vpc]", before);
  checkRule(
    rule,
    twoWays.replace("LoadBalancerArn: !Ref Front", "LoadBalancerArn: !If [Live, !ImportValue front, !Ref Front]"),
  );
  checkNoFix(rule, twoWays);
});

test("in JSON", () => {
  const json = (vpc: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Other": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.1.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "Front": { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": { "Type": "network", "Scheme": "internal", "Subnets": [{ "Ref": "A" }] } },
    "Listener": {
      "Type": "AWS::ElasticLoadBalancingV2::Listener",
      "Properties": { "LoadBalancerArn": { "Ref": "Front" }, "Protocol": "TCP", "Port": 80, "DefaultActions": [{ "Type": "forward", "TargetGroupArn": { "Ref": "Web" } }] }
    },
    "Web": {
      "Type": "AWS::ElasticLoadBalancingV2::TargetGroup",
      "Properties": { "Protocol": "TCP", "Port": 80, "VpcId": { "Ref": "${vpc}" } }
    }
  }
}
`;
  checkFix(rule, json("Other"), json("Vpc"));
});
