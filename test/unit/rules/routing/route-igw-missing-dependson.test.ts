import { expect, test } from "vitest";
import { routeIgwMissingDependson } from "../../../../server/src/rules/routing/route-igw-missing-dependson.ts";
import { checkFix, checkNoFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { marked } from "../../../support/marked.ts";
import { typescript } from "../../../support/programs.ts";

const template = (dependsOn = "", igw = "!Ref Igw") => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Ready: { Type: AWS::CloudFormation::WaitConditionHandle, DependsOn: Attachment }
  Route:
    Type: AWS::EC2::Route${dependsOn}
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: ${igw}
`;

test("the route does not wait for the attachment", () =>
  checkRule(
    routeIgwMissingDependson,
    marked(
      template(),
      "!Ref Igw",
      "💡 warning: Route leads to Igw but does not wait for Attachment, which attaches it. CloudFormation may make the route first, and EC2 refuses routes to a gateway that is not attached. Add DependsOn: Attachment.",
    ),
  ));

test("in Japanese", () =>
  checkRule(
    routeIgwMissingDependson,
    marked(template(), "!Ref Igw", "💡 warning: Route は Igw に向かうが、それをアタッチする Attachment を待たない。…"),
    { messages: "ja" },
  ));

test.each([
  ["a string", "\n    DependsOn: Attachment"],
  ["a list", "\n    DependsOn: [Vpc, Attachment]"],
  ["through another resource", "\n    DependsOn: Ready"],
])("it waits: %s", (_name, dependsOn) => checkRule(routeIgwMissingDependson, template(dependsOn)));

test("a gateway from elsewhere, and one attached to another VPC", () => {
  checkRule(routeIgwMissingDependson, template("", "!ImportValue Igw"));
  checkRule(
    routeIgwMissingDependson,
    template().replace("VpcId: !Ref Vpc, InternetGatewayId", "VpcId: vpc-1, InternetGatewayId"),
  );
});

test("a table whose VPC nobody knows", () =>
  checkRule(
    routeIgwMissingDependson,
    template().replace("Properties: { VpcId: !Ref Vpc } }", "Properties: { VpcId: !Unheard of } }"),
  ));

test("a VPC from a parameter is the same for both", () =>
  checkRule(
    routeIgwMissingDependson,
    `Parameters:
  VpcId: { Type: AWS::EC2::VPC::Id }
${marked(template().replaceAll("VpcId: !Ref Vpc", "VpcId: !Ref VpcId"), "!Ref Igw", "💡 warning: Route leads to Igw but does not wait…")}`,
  ));

test("an attachment under an exclusive condition", () =>
  checkRule(
    routeIgwMissingDependson,
    `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
  Dev: !Not [!Condition Prod]
${template("\n    Condition: Dev").replace("VPCGatewayAttachment, Properties", "VPCGatewayAttachment, Condition: Prod, Properties")}`,
  ));

test("adds the dependency", () => {
  checkFix(routeIgwMissingDependson, template(), template("\n    DependsOn: Attachment"));
  expect(fixTitles(routeIgwMissingDependson, template(), "ja")).toEqual(["Route を Attachment の後に作成する"]);
});

test("keeps the dependencies there are", () =>
  checkFix(routeIgwMissingDependson, template("\n    DependsOn: Vpc"), template("\n    DependsOn: [Vpc, Attachment]")));

const program = (more: string) => `const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
const attachment = new ec2.CfnVPCGatewayAttachment(this, 'Attachment', { vpcId: vpc.ref, internetGatewayId: igw.ref });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
const route = new ec2.CfnRoute(this, 'Route', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', gatewayId: igw.ref });
${more}`;

test("makes no circle", () =>
  checkNoFix(
    routeIgwMissingDependson,
    template().replace("VPCGatewayAttachment, Properties", "VPCGatewayAttachment, DependsOn: Route, Properties"),
  ));

test("a CDK program", () => {
  checkRule(
    routeIgwMissingDependson,
    marked(typescript(program("")), "igw.ref", "💡 warning: Route leads to Igw but does not wait for Attachment…"),
  );
  checkRule(routeIgwMissingDependson, typescript(program("route.addDependency(attachment);")));
});
