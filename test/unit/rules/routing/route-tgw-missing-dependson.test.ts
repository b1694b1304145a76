import { test } from "vitest";
import { routeTgwMissingDependson } from "../../../../server/src/rules/routing/route-tgw-missing-dependson.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const template = (dependsOn = "", tgw = "!Ref Tgw", type = "TransitGatewayAttachment") => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Tgw: { Type: AWS::EC2::TransitGateway }
  Attachment: { Type: AWS::EC2::${type}, Properties: { TransitGatewayId: !Ref Tgw, VpcId: !Ref Vpc, SubnetIds: [subnet-1] } }
  Route:
    Type: AWS::EC2::Route${dependsOn}
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 10.9.0.0/16
      TransitGatewayId: ${tgw}
`;

test.each(["TransitGatewayAttachment", "TransitGatewayVpcAttachment"])("the route does not wait for the %s", (type) =>
  checkRule(
    routeTgwMissingDependson,
    marked(
      template("", "!Ref Tgw", type),
      "!Ref Tgw",
      "💡 error: Route leads to the transit gateway Tgw but does not wait for Attachment, which attaches its VPC. CloudFormation will make the route too early, and EC2 refuses it until the VPC is attached. Add DependsOn: Attachment.",
    ),
  ),
);

test("in Japanese", () =>
  checkRule(
    routeTgwMissingDependson,
    marked(
      template(),
      "!Ref Tgw",
      "💡 error: Route は Transit Gateway Tgw に向かうが、VPC をアタッチする Attachment を待たない。…",
    ),
    { messages: "ja" },
  ));

test("it waits", () => checkRule(routeTgwMissingDependson, template("\n    DependsOn: Attachment")));

test("a transit gateway from elsewhere", () => checkRule(routeTgwMissingDependson, template("", "!ImportValue Tgw")));

test("another VPC is attached; this one perhaps elsewhere", () =>
  checkRule(routeTgwMissingDependson, template().replace("VpcId: !Ref Vpc, SubnetIds", "VpcId: vpc-1, SubnetIds")));

test("an unknown VPC is attached", () =>
  checkRule(
    routeTgwMissingDependson,
    template().replace("VpcId: !Ref Vpc, SubnetIds", "VpcId: !Unheard of, SubnetIds"),
  ));

test("an attachment under an exclusive condition", () =>
  checkRule(
    routeTgwMissingDependson,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
${template("\n    Condition: Dev").replace("TransitGatewayAttachment, Properties", "TransitGatewayAttachment, Condition: Prod, Properties")}`,
  ));

test("adds the dependency", () =>
  checkFix(routeTgwMissingDependson, template(), template("\n    DependsOn: Attachment")));

test("a CDK program", () =>
  checkRule(
    routeTgwMissingDependson,
    marked(
      typescript(`const tgw = new ec2.CfnTransitGateway(this, 'Tgw');
new ec2.CfnTransitGatewayAttachment(this, 'Attachment', { transitGatewayId: tgw.ref, vpcId: 'vpc-1', subnetIds: ['subnet-1'] });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: 'vpc-1' });
new ec2.CfnRoute(this, 'Route', { routeTableId: table.ref, destinationCidrBlock: '10.9.0.0/16', transitGatewayId: tgw.ref });`),
      "tgw.ref",
      "💡 error: Route leads to the transit gateway Tgw…",
    ),
  ));
