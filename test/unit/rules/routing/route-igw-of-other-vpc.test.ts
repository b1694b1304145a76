import { test } from "vitest";
import { routeIgwOfOtherVpc } from "../../../../server/src/rules/routing/route-igw-of-other-vpc.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const network = `
Parameters: { Given: { Type: AWS::EC2::VPC::Id } }
Resources:
  A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  AttachA: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref A, InternetGatewayId: !Ref Igw } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref B } }
`;
const own = `  IgwB: { Type: AWS::EC2::InternetGateway }
  AttachB: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref B, InternetGatewayId: !Ref IgwB } }
`;
const route = (target: string, depends = "AttachA") => `  Out:
    Type: AWS::EC2::Route
    DependsOn: ${depends}
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: ${target}
`;
const wrong = (mark: string) => `!Ref Igw\n#                ^^^^^^^^ ${mark}`;

test("a gateway of another VPC", () => {
  checkRule(
    routeIgwOfOtherVpc,
    network +
      route(
        wrong(
          "error: Out is in Table of B but leads to Igw, which is attached to A. A route can only lead to a gateway of its own VPC, so EC2 will refuse it. Name the gateway of B.",
        ),
      ),
  );
  checkRule(routeIgwOfOtherVpc, network + own + route(wrong("💡 error: Out は B のルートテーブル Table にあるが…")), {
    messages: "ja",
  });
});

test("a VPN gateway", () =>
  checkRule(
    routeIgwOfOtherVpc,
    network.replace("AWS::EC2::InternetGateway", "AWS::EC2::VPNGateway").replace("InternetGatewayId", "VpnGatewayId") +
      route(wrong("error: Out is in Table of B but leads to Igw…")),
  ));

test("the VPC's own gateway, one attached to both, one of nobody knows where", () => {
  checkRule(routeIgwOfOtherVpc, network.replace("VpcId: !Ref B", "VpcId: !Ref A") + route("!Ref Igw"));
  checkRule(
    routeIgwOfOtherVpc,
    network + own.replace("InternetGatewayId: !Ref IgwB", "InternetGatewayId: !Ref Igw") + route("!Ref Igw"),
  );
  checkRule(routeIgwOfOtherVpc, network.replace("VpcId: !Ref A", "VpcId: !Ref Given") + route("!Ref Igw"));
  checkRule(routeIgwOfOtherVpc, network.replace("VpcId: !Ref B", "VpcId: !Ref Given") + route("!Ref Igw"));
  checkRule(routeIgwOfOtherVpc, `${network}${route("!Ref Igw")}Outputs: { Igw: { Value: !Ref Igw } }\n`);
});

test("names the VPC's own gateway, and waits for it", () => {
  checkFix(
    routeIgwOfOtherVpc,
    network + own + route("!Ref Igw"),
    network + own + route("!Ref IgwB", "[AttachA, AttachB]"),
  );
  checkNoFix(routeIgwOfOtherVpc, network + route("!Ref Igw"));
});

test("a CDK program", () =>
  checkRule(
    routeIgwOfOtherVpc,
    typescript(`const a = new ec2.CfnVPC(this, 'A', { cidrBlock: '10.0.0.0/16' });
const b = new ec2.CfnVPC(this, 'B', { cidrBlock: '10.1.0.0/16' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
new ec2.CfnVPCGatewayAttachment(this, 'Attach', { vpcId: a.ref, internetGatewayId: igw.ref });
const table = new ec2.CfnRouteTable(this, 'Table', { vpcId: b.ref });
new ec2.CfnRoute(this, 'Out', { routeTableId: table.ref, destinationCidrBlock: '0.0.0.0/0', gatewayId: igw.ref });
//                                                                                                     ^^^^^^^ error: Out is in Table of B but leads to Igw…`),
  ));
