import { expect, test } from "vitest";
import { vgwPropagationMissing } from "../../../../server/src/rules/connectivity/vgw-propagation-missing.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const toGateway = "      VpnGatewayId: !Ref Gateway";
const site = (more = "", { gateway = toGateway, before = "" } = {}): string => `${before}Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attach:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, VpnGatewayId: !Ref Gateway }
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-0123456789abcdef0
${gateway}
${more}`;
const table = "  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }\n";
const propagation = (tables = "[!Ref Routes]", gateway = "!Ref Gateway"): string => `  Propagation:
    Type: AWS::EC2::VPNGatewayRoutePropagation
    DependsOn: Attach
    Properties: { RouteTableIds: ${tables}, VpnGatewayId: ${gateway} }
`;
const route = (id = "!Ref Routes"): string => `  ToSite:
    Type: AWS::EC2::Route
    DependsOn: Attach
    Properties: { RouteTableId: ${id}, DestinationCidrBlock: 192.168.0.0/16, GatewayId: !Ref Gateway }
`;

test("no way from the VPC to the gateway", () => {
  checkRule(
    vgwPropagationMissing,
    site(table, {
      gateway: `      VpnGatewayId: !Ref Gateway
#                   ^^^^^^^^^^^^ 💡 warning: Vpn leads to Vpc through Gateway, but no route table of Vpc has a route to Gateway, neither propagated nor static. Nothing in Vpc can answer your site. Add a VPNGatewayRoutePropagation.`,
    }),
  );
  expect(relatedPlaces(vgwPropagationMissing, site())).toEqual(['6:26 "!Ref Vpc": Gateway is attached to Vpc']);
  checkNoFix(vgwPropagationMissing, site());
});

test("a propagation of another gateway, in Japanese", () =>
  checkRule(
    vgwPropagationMissing,
    site(
      `${table}  Second: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }\n${propagation("[!Ref Routes]", "!Ref Second")}`,
      {
        gateway: `      VpnGatewayId: !Ref Gateway
#                   ^^^^^^^^^^^^ 💡 warning: Vpn は Gateway 経由で Vpc につながるが、Vpc のルートテーブルには、伝播・静的のどちらでも Gateway へのルートがない。Vpc から拠点への通信も応答も通らないため、VPNGatewayRoutePropagation を追加すること。`,
      },
    ),
    { messages: "ja" },
  ));

test("propagated or static routes", () => {
  checkRule(vgwPropagationMissing, site(table + propagation()));
  checkRule(vgwPropagationMissing, site(table + route()));
});

test("gateways from elsewhere, a VPN on a transit gateway", () => {
  checkRule(vgwPropagationMissing, site(table, { gateway: "      VpnGatewayId: vgw-0123456789abcdef0" }));
  checkRule(vgwPropagationMissing, site(table, { gateway: "      TransitGatewayId: tgw-0123456789abcdef0" }));
});

test("a way that may be elsewhere takes the ids of the gateway and of a table", () => {
  const both = "Outputs: { Gateway: { Value: !Ref Gateway }, Table: { Value: !Ref Routes } }\n";
  checkRule(vgwPropagationMissing, site(table + both));
  const one = "Outputs: { Gateway: { Value: !Ref Gateway } }\n";
  expect(fixTitles(vgwPropagationMissing, site(table + one))).toHaveLength(1);
});

test("tables that nobody knows", () => {
  const before = "Parameters: { Tables: { Type: CommaDelimitedList }, Main: { Type: String } }\n";
  checkRule(vgwPropagationMissing, site(table + propagation("!Ref Tables"), { before }));
  checkRule(vgwPropagationMissing, site(table + route("!Ref Main"), { before }));
});

test("a propagation under a condition", () => {
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  const sometimes = table + propagation().replace("Propagation\n", "Propagation\n    Condition: Live\n");
  checkRule(
    vgwPropagationMissing,
    site(sometimes, {
      gateway: `      VpnGatewayId: !Ref Gateway
#                   ^^^^^^^^^^^^ 💡 warning: When Live is false: Vpn leads to Vpc through Gateway…`,
      before,
    }),
  );
  checkRule(
    vgwPropagationMissing,
    site(sometimes, { before }).replace("VPNConnection\n", "VPNConnection\n    Condition: Live\n"),
  );
});

test("propagates into all tables of the VPC", () => {
  const second = "  MoreRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }\n";
  const before = site(table + second);
  expect(fixTitles(vgwPropagationMissing, before)).toEqual(["Propagate the routes of Gateway into Routes, MoreRoutes"]);
  checkFix(
    vgwPropagationMissing,
    before,
    before.replace(
      "  Vpn:\n",
      `  GatewayPropagation:
    Type: AWS::EC2::VPNGatewayRoutePropagation
    DependsOn: Attach
    Properties:
      VpnGatewayId: !Ref Gateway
      RouteTableIds:
        - !Ref Routes
        - !Ref MoreRoutes
  Vpn:
`,
    ),
  );
});

test("the same in JSON", () => {
  const json = (more: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Routes": { "Type": "AWS::EC2::RouteTable", "Properties": { "VpcId": { "Ref": "Vpc" } } },
    "Gateway": { "Type": "AWS::EC2::VPNGateway", "Properties": { "Type": "ipsec.1" } },
    "Vpn": {
      "Type": "AWS::EC2::VPNConnection",
      "Properties": { "Type": "ipsec.1", "CustomerGatewayId": "cgw-1", "VpnGatewayId": { "Ref": "Gateway" } }
    },
    "Attach": {
      "Type": "AWS::EC2::VPCGatewayAttachment",
      "Properties": { "VpcId": { "Ref": "Vpc" }, "VpnGatewayId": { "Ref": "Gateway" } }
    }${more}
  }
}
`;
  checkFix(
    vgwPropagationMissing,
    json(""),
    json(`,
    "GatewayPropagation": {
      "Type": "AWS::EC2::VPNGatewayRoutePropagation",
      "DependsOn": "Attach",
      "Properties": {
        "VpnGatewayId": { "Ref": "Gateway" },
        "RouteTableIds": [{ "Ref": "Routes" }]
      }
    }`),
  );
});

test("CDK programs", () => {
  checkRule(
    vgwPropagationMissing,
    typescript(`const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const gateway = new ec2.CfnVPNGateway(this, 'Gateway', { type: 'ipsec.1' });
new ec2.CfnVPCGatewayAttachment(this, 'Attach', { vpcId: vpc.ref, vpnGatewayId: gateway.ref });
new ec2.CfnVPNConnection(this, 'Vpn', {
  type: 'ipsec.1',
  customerGatewayId: 'cgw-1',
  vpnGatewayId: gateway.ref,
//              ^^^^^^^^^^^ warning: Vpn leads to Vpc through Gateway…
});`),
  );
  checkRule(
    vgwPropagationMissing,
    typescript("new ec2.Vpc(this, 'Vpc', { vpnConnections: { site: { ip: '203.0.113.1' } } });"),
  );
});
