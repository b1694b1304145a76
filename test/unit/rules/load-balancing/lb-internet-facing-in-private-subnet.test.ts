import { expect, test } from "vitest";
import { lbInternetFacingInPrivateSubnet } from "../../../../server/src/rules/load-balancing/lb-internet-facing-in-private-subnet.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { twoSubnets, zone } from "../../../support/load-balancing.ts";

const rule = lbInternetFacingInPrivateSubnet;
interface Options {
  readonly scheme?: string;
  readonly type?: string;
  readonly before?: string;
  readonly route?: string;
}
/** A and B are public, Private has a table of its own in the zone of B. */
const template = (
  subnets: string,
  { scheme = "internet-facing", type = "application", before = "", route = "" }: Options = {},
): string => `${before}Resources:
${twoSubnets()}  Private: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: ${zone(1)} } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Public: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out:
    Type: AWS::EC2::Route
    DependsOn: Attached
    Properties: { RouteTableId: !Ref Public, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  OfA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref Public } }
  OfB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref B, RouteTableId: !Ref Public } }
  Closed: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  OfPrivate: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Private, RouteTableId: !Ref Closed } }
${route}  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    DependsOn: Attached
    Properties:
      Type: ${type}
      Scheme: ${scheme}
      Subnets:
        - !Ref A
${subnets}
`;
const inPrivate = "        - !Ref Private";
const found = (message: string): string => `${inPrivate}\n#         ^^^^^^^^^^^^ 💡 ${message}`;
const through = (target: string): string =>
  `  Way: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Closed, DestinationCidrBlock: 0.0.0.0/0, ${target} } }\n`;

test("a subnet without a way out", () => {
  checkRule(
    rule,
    template(
      found(
        "error: Front is internet-facing, but Private has no default route to an internet gateway, so clients on the internet can't reach it there. Use public subnets, or set Scheme to internal.",
      ),
    ),
  );
  checkRule(
    rule,
    template(
      found(
        "error: Front はインターネット向けだが、Private にインターネットゲートウェイへのデフォルトルートがなく、インターネットのクライアントから届かない。パブリックサブネットに置くか、Scheme を internal にすること。",
      ),
      { scheme: "!Ref AWS::NoValue" },
    ),
    { messages: "ja" },
  );
  expect(relatedPlaces(rule, template(inPrivate))).toEqual([
    expect.stringContaining("Closed routes Private and does not lead to an internet gateway"),
  ]);
});

test("a NAT gateway is a way out only; a firewall may be a way in", () => {
  checkRule(rule, template(found("error: Front is internet-facing…"), { route: through("NatGatewayId: nat-1") }));
  checkRule(rule, template(inPrivate, { route: through("VpcEndpointId: vpce-1") }));
  checkRule(rule, template(inPrivate, { route: through("GatewayId: igw-1") }));
});

test("public subnets, internal ones, gateway load balancers, unknown schemes and tables", () => {
  checkRule(rule, template("        - !Ref B"));
  checkRule(rule, template(inPrivate, { scheme: "internal" }));
  checkRule(rule, template(inPrivate, { type: "gateway" }));
  checkRule(rule, template(inPrivate, { scheme: "!Ref Scheme", before: "Parameters: { Scheme: { Type: String } }\n" }));
  checkRule(rule, `${template(inPrivate)}Outputs: { Table: { Value: !Ref Closed } }\n`);
});

test("a default and a condition", () => {
  const before = "Parameters: { Scheme: { Type: String, Default: internet-facing } }\n";
  checkRule(
    rule,
    template(found("warning: With the default of Scheme (internet-facing), Front is internet-facing…"), {
      scheme: "!Ref Scheme",
      before,
    }),
  );
  const conditions = "Conditions: { Open: !Equals [!Ref AWS::Region, us-east-1] }\n";
  const subnet = "        - !If [Open, !Ref B, !Ref Private]";
  checkRule(rule, template(subnet, { before: conditions, scheme: "!If [Open, internet-facing, internal]" }));
});

test("moves it, or makes it internal", () => {
  expect(fixTitles(rule, template(inPrivate))).toEqual(["Put Front into B instead of Private", "Make Front internal"]);
  checkFix(rule, template(inPrivate), template("        - !Ref B"));
  checkFix(rule, template(inPrivate), template(inPrivate, { scheme: "internal" }), { title: "Make Front" });
});

test("in JSON, in the main route table", () => {
  const json = (scheme: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "Front": {
      "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
      "Properties": { "Type": "network", "Scheme": "${scheme}", "Subnets": [{ "Ref": "A" }] }
    }
  }
}
`;
  checkFix(rule, json("internet-facing"), json("internal"));
});
