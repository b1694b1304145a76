import { test } from "vitest";
import { routeVgwMissingDependson } from "../../../../server/src/rules/routing/route-vgw-missing-dependson.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1], Dev: !Not [!Condition Prod] }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, VpnGatewayId: !Ref Vgw } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;
const route = (mark = "", more = "") => `${network}  Route:
    Type: AWS::EC2::Route${more}
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 192.168.0.0/16
      GatewayId: !Ref Vgw
${mark}`;
const propagation = (mark = "", more = "") => `${network}  Propagation:
    Type: AWS::EC2::VPNGatewayRoutePropagation${more}
    Properties:
      RouteTableIds: [!Ref Table]
      VpnGatewayId: !Ref Vgw
${mark}`;

test("a route", () => {
  checkRule(
    routeVgwMissingDependson,
    route("#                ^^^^^^^^ 💡 warning: Route leads to Vgw but does not wait for Attachment…\n"),
  );
  checkRule(routeVgwMissingDependson, route("#                ^^^^^^^^ 💡 warning: Route は Vgw に向かうが…\n"), {
    messages: "ja",
  });
});

test("a propagation", () => {
  checkRule(
    routeVgwMissingDependson,
    propagation(
      "#                   ^^^^^^^^ 💡 warning: Propagation lets Vgw propagate its routes but does not wait for Attachment…\n",
    ),
  );
  checkRule(
    routeVgwMissingDependson,
    propagation("#                   ^^^^^^^^ 💡 warning: Propagation は Vgw のルートを伝播させるが…\n"),
    { messages: "ja" },
  );
});

test("what waits, directly or through others", () => {
  checkRule(routeVgwMissingDependson, route("", "\n    DependsOn: Attachment"));
  checkRule(routeVgwMissingDependson, propagation("", "\n    DependsOn: [Attachment]"));
  checkRule(
    routeVgwMissingDependson,
    `${propagation("", "\n    DependsOn: Late")}  Late: { Type: AWS::SNS::Topic, DependsOn: Attachment }\n`,
  );
});

test("an attachment elsewhere, a gateway elsewhere, cases that exclude each other", () => {
  for (const text of [route(), propagation()]) {
    checkRule(routeVgwMissingDependson, text.replace(/ {2}Attachment: .*\n/, ""));
    checkRule(routeVgwMissingDependson, text.replaceAll("!Ref Vgw\n", "vgw-1\n"));
  }
  checkRule(
    routeVgwMissingDependson,
    propagation("", "\n    Condition: Prod").replace(
      "AWS::EC2::VPCGatewayAttachment,",
      "AWS::EC2::VPCGatewayAttachment, Condition: Dev,",
    ),
  );
});

test("makes it wait", () => {
  checkFix(routeVgwMissingDependson, route(), route("", "\n    DependsOn: Attachment"));
  checkFix(routeVgwMissingDependson, propagation(), propagation("", "\n    DependsOn: Attachment"));
});

test("a CDK program", () =>
  checkRule(
    routeVgwMissingDependson,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const vgw = new ec2.CfnVPNGateway(this, 'Vgw', { type: 'ipsec.1' });
const attachment = new ec2.CfnVPCGatewayAttachment(this, 'Attachment', { vpcId: vpc.ref, vpnGatewayId: vgw.ref });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: vpc.ref });
new ec2.CfnVPNGatewayRoutePropagation(this, 'Propagation', { routeTableIds: [table.ref], vpnGatewayId: vgw.ref });
//                                                                                                     ^^^^^^^ 💡 warning: Propagation lets Vgw propagate…`),
  ));
