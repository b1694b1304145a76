import { expect, test } from "vitest";
import { mirrorTargetCount } from "../../../../server/src/rules/connectivity/mirror-target-count.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = mirrorTargetCount;
const target = (properties: string, { before = "", mark = "" } = {}) => `${before}
Resources:
  Target:
${mark}    Type: AWS::EC2::TrafficMirrorTarget
    Properties:
      Description: inspection
${properties
  .split("\n")
  .map((line) => (line.startsWith("#") || line === "" ? line : `      ${line}`))
  .join("\n")}
`;

test("nothing to send to", () => {
  checkRule(
    rule,
    target("", {
      mark: "# ^^^^^^ warning: Target names nothing that copies could go to: no network interface, no Network Load Balancer and no Gateway Load Balancer endpoint. Sessions have nowhere to send to. Set one of NetworkInterfaceId, NetworkLoadBalancerArn and GatewayLoadBalancerEndpointId.\n",
    }),
  );
  checkNoFix(rule, target(""));
});

test("two, in Japanese", () => {
  const two = "NetworkInterfaceId: eni-1\nGatewayLoadBalancerEndpointId: vpce-1";
  checkRule(
    rule,
    target(
      `${two}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Target に NetworkInterfaceId と GatewayLoadBalancerEndpointId の両方があるが…`,
    ),
    { messages: "ja" },
  );
  expect(relatedPlaces(rule, target(two))).toEqual(['7:7 "NetworkInterfaceId": The other target']);
});

test("one, one on each branch, and what may be empty", () => {
  for (const properties of [
    "NetworkInterfaceId: !ImportValue Eni",
    "NetworkLoadBalancerArn: !Ref Arn",
    "NetworkInterfaceId: !If [Small, eni-1, !Ref AWS::NoValue]\nNetworkLoadBalancerArn: !If [Small, !Ref AWS::NoValue, arn]",
    "NetworkInterfaceId: !Ref Eni\nNetworkLoadBalancerArn: !Ref Arn",
  ]) {
    const before =
      "Conditions: { Small: !Equals [!Ref AWS::Region, us-east-1] }\nParameters: { Eni: { Type: String }, Arn: { Type: String } }";
    checkRule(rule, target(properties, { before }));
  }
});

test("in one case of a condition", () =>
  checkRule(
    rule,
    target("NetworkInterfaceId: !If [Small, eni-1, !Ref AWS::NoValue]", {
      before: "Conditions: { Small: !Equals [!Ref AWS::Region, us-east-1] }",
      mark: "# ^^^^^^ warning: When Small is false: Target names nothing that copies could go to…\n",
    }),
  ));

test("keeps one of them", () => {
  const two = target("NetworkInterfaceId: eni-1\nNetworkLoadBalancerArn: arn");
  expect(fixTitles(rule, two)).toEqual([
    "Remove NetworkLoadBalancerArn from Target",
    "Remove NetworkInterfaceId from Target",
  ]);
  checkFix(rule, two, target("NetworkInterfaceId: eni-1"), { title: "Remove NetworkLoadBalancerArn" });
});

test("in JSON", () => {
  const json = (more: string) =>
    `{ "Resources": { "T": { "Type": "AWS::EC2::TrafficMirrorTarget", "Properties": { "NetworkInterfaceId": "eni-1"${more} } } } }\n`;
  checkFix(rule, json(', "NetworkLoadBalancerArn": "arn"'), json(""));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`new ec2.CfnTrafficMirrorTarget(this, 'Target', { description: 'inspection' });
//                                    ^^^^^^ warning: Target names nothing…`),
  ));
