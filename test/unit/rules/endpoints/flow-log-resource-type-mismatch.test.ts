import { expect, test } from "vitest";
import { flowLogResourceTypeMismatch } from "../../../../server/src/rules/endpoints/flow-log-resource-type-mismatch.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = flowLogResourceTypeMismatch;
const log = (id: string, type: string, { before = "", mark = "" } = {}) => `${before}
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  App: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Hub: { Type: AWS::EC2::TransitGateway }
  Link: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref Vpc, SubnetIds: [!Ref App] } }
  Log:
    Type: AWS::EC2::FlowLog
    Properties:
      LogDestinationType: s3
      LogDestination: arn:aws:s3:::logs
      ResourceId: ${id}
      ResourceType: ${type}
${mark}`;
const parameters = "Parameters: { VpcId: { Type: AWS::EC2::VPC::Id }, Any: { Type: String } }";

test("a subnet that is called a VPC", () => {
  checkRule(
    rule,
    log("!Ref App", "VPC", {
      mark: "#                   ^^^ 💡 error: Log has ResourceType VPC, but App is a Subnet. EC2 looks for the ID among resources of the wrong kind, so CloudFormation will fail. Set ResourceType to Subnet, or name a VPC in ResourceId.\n",
    }),
  );
  expect(relatedPlaces(rule, log("!Ref App", "VPC"))).toEqual(['12:19 "!Ref App": A Subnet']);
});

test("attachments, IDs written out and parameters of a type, in Japanese", () => {
  const found = (id: string, type: string, message: string) =>
    checkRule(
      rule,
      log(id, type, {
        before: parameters,
        mark: `#                   ${"^".repeat(type.length)} 💡 error: ${message}\n`,
      }),
      { messages: "ja" },
    );
  found("!Ref Link", "TransitGateway", "Log の ResourceType は TransitGateway だが、Link は TransitGatewayAttachment…");
  found("subnet-0123", "NetworkInterface", "Log の ResourceType は NetworkInterface だが、subnet-0123 は Subnet…");
  found(
    "tgw-attach-0123",
    "TransitGateway",
    "Log の ResourceType は TransitGateway だが、tgw-attach-0123 は TransitGatewayAttachment…",
  );
  found("!Ref VpcId", "Subnet", "Log の ResourceType は Subnet だが、VpcId は VPC…");
  found("!GetAtt App.VpcId", "Subnet", "Log の ResourceType は Subnet だが、Vpc は VPC…");
});

test("what agrees, and what nobody knows", () => {
  for (const [id, type] of [
    ["!Ref Vpc", "VPC"],
    ["!GetAtt Vpc.VpcId", "VPC"],
    ["!Ref App", "Subnet"],
    ["!GetAtt App.VpcId", "VPC"],
    ["!Ref Hub", "TransitGateway"],
    ["!Ref Link", "TransitGatewayAttachment"],
    ["eni-0123", "NetworkInterface"],
    ["nat-0123", "RegionalNatGateway"],
    ["!Ref Any", "VPC"],
    ["!ImportValue Id", "Subnet"],
    ["!Ref App", "!ImportValue Type"],
    ["!GetAtt App.NetworkAclAssociationId", "VPC"],
  ] as const) {
    checkRule(rule, log(id, type, { before: parameters }));
  }
});

test("each branch for itself", () =>
  checkRule(
    rule,
    log("!If [Prod, !Ref Vpc, !Ref App]", "!If [Prod, VPC, Subnet]", {
      before: "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
    }),
  ));

test("a default is a warning", () =>
  checkRule(
    rule,
    log("!Ref Vpc", "!Ref Kind", {
      before: "Parameters: { Kind: { Type: String, Default: Subnet } }",
      mark: "#                   ^^^^^^^^^ 💡 warning: With the default of Kind (Subnet), Log has ResourceType Subnet, but Vpc is a VPC…\n",
    }),
  ));

test("sets the type", () =>
  checkFix(
    rule,
    log("!Ref App", "VPC").replace("s3\n", "s3\n      TrafficType: ALL\n"),
    log("!Ref App", "Subnet").replace("s3\n", "s3\n      TrafficType: ALL\n"),
  ));

test("in JSON", () => {
  const json = (type: string) =>
    `{ "Resources": { "Log": { "Type": "AWS::EC2::FlowLog", "Properties": { "ResourceId": "eni-0123", "ResourceType": "${type}", "TrafficType": "ALL", "LogDestinationType": "s3" } } } }\n`;
  checkFix(rule, json("VPC"), json("NetworkInterface"));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
new ec2.CfnFlowLog(this, 'Log', { resourceId: vpc.ref, trafficType: 'ALL', logDestinationType: 's3',
  resourceType: 'NetworkInterface',
//              ^^^^^^^^^^^^^^^^^^ 💡 error: Log has ResourceType NetworkInterface, but Vpc is a VPC…
});`),
  ));
