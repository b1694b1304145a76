import { test } from "vitest";
import { vpcCidrDockerBridge } from "../../../../server/src/rules/addressing/vpc-cidr-docker-bridge.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpc = (cidr: string, before = "") => `${before}
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: ${cidr}
`;

test("the bridge's own range, and one that takes it in", () => {
  checkRule(
    vpcCidrDockerBridge,
    vpc(`172.17.0.0/16
#                ^^^^^^^^^^^^^ hint: Vpc 172.17.0.0/16 takes in 172.17.0.0/16…`),
  );
  checkRule(
    vpcCidrDockerBridge,
    vpc(`172.16.0.0/15
#                ^^^^^^^^^^^^^ hint: Vpc 172.16.0.0/15 は 172.17.0.0/16 と重なる…`),
    { messages: "ja" },
  );
});

test("beside it, and unknown", () => {
  checkRule(vpcCidrDockerBridge, vpc("172.16.0.0/16"));
  checkRule(vpcCidrDockerBridge, vpc("172.18.0.0/16"));
  checkRule(vpcCidrDockerBridge, vpc("!Ref Block", "Parameters: { Block: { Type: String } }"));
});

test("the author chooses another range", () => checkNoFix(vpcCidrDockerBridge, vpc("172.17.0.0/20")));

test("a CDK program", () =>
  checkRule(
    vpcCidrDockerBridge,
    typescript(`new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '172.17.0.0/16' });
//                                       ^^^^^^^^^^^^^^^ hint: Vpc 172.17.0.0/16 takes in…`),
  ));
