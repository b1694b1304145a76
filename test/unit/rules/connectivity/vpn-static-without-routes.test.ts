import { expect, test } from "vitest";
import { vpnStaticWithoutRoutes } from "../../../../server/src/rules/connectivity/vpn-static-without-routes.ts";
import { checkFix, checkNoFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpn = (
  setting: string,
  { more = "", gateway = "VpnGatewayId: vgw-0123456789abcdef0", before = "" } = {},
): string => `${before}Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-0123456789abcdef0
      ${gateway}
${setting}${more}`;
const isStatic = "      StaticRoutesOnly: true\n";
const route = (connection = "!Ref Vpn"): string => `  Office:
    Type: AWS::EC2::VPNConnectionRoute
    Properties:
      VpnConnectionId: ${connection}
      DestinationCidrBlock: 192.168.0.0/16
`;
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";

test("static routes that are not there", () => {
  checkRule(
    vpnStaticWithoutRoutes,
    vpn(`      StaticRoutesOnly: true
#                       ^^^^ warning: Vpn uses static routes only and has none, so the gateway sends nothing into its tunnels. Add a VPNConnectionRoute for each network behind your device.
`),
  );
  checkNoFix(vpnStaticWithoutRoutes, vpn(isStatic));
});

test("a static route beside BGP, in Japanese", () => {
  const marked = `  Office:
    Type: AWS::EC2::VPNConnectionRoute
    Properties:
      VpnConnectionId: !Ref Vpn
#                      ^^^^^^^^ 💡 warning: Office は静的ルートだが、Vpn は BGP でルートを学習する。両者は併用できない。Vpn を StaticRoutesOnly: true にするか、ルートを BGP に任せること。
      DestinationCidrBlock: 192.168.0.0/16
`;
  checkRule(vpnStaticWithoutRoutes, vpn("", { more: marked }), { messages: "ja" });
  checkRule(vpnStaticWithoutRoutes, vpn("      StaticRoutesOnly: false\n", { more: marked }), { messages: "ja" });
  expect(relatedPlaces(vpnStaticWithoutRoutes, vpn("", { more: route() }))).toEqual(['2:3 "Vpn": The connection']);
});

test("static routes, BGP alone, a transit gateway", () => {
  checkRule(vpnStaticWithoutRoutes, vpn(isStatic, { more: route() }));
  checkRule(vpnStaticWithoutRoutes, vpn(""));
  checkRule(vpnStaticWithoutRoutes, vpn(isStatic, { gateway: "TransitGatewayId: tgw-0123456789abcdef0" }));
});

test("routes that may be elsewhere, unknown settings and connections", () => {
  const before = "Parameters: { Static: { Type: String }, Vpns: { Type: CommaDelimitedList } }\n";
  checkRule(vpnStaticWithoutRoutes, vpn(isStatic, { more: "Outputs: { Id: { Value: !Ref Vpn } }\n" }));
  checkRule(vpnStaticWithoutRoutes, vpn("      StaticRoutesOnly: !Ref Static\n", { before }));
  checkRule(vpnStaticWithoutRoutes, vpn("      StaticRoutesOnly: !Ref Static\n", { more: route(), before }));
  checkRule(vpnStaticWithoutRoutes, vpn("", { more: route("vpn-0123456789abcdef0") }));
});

test("conditions", () => {
  checkRule(
    vpnStaticWithoutRoutes,
    vpn(
      `      StaticRoutesOnly: true
#                       ^^^^ warning: When Live is false: Vpn uses static routes only and has none…
`,
      { more: route().replace("Route\n", "Route\n    Condition: Live\n"), before: live },
    ),
  );
  checkRule(
    vpnStaticWithoutRoutes,
    vpn("      StaticRoutesOnly: !If [Live, true, false]\n", {
      more: route().replace("Route\n", "Route\n    Condition: Live\n"),
      before: live,
    }),
  );
});

test("the network that the VPC leads to the gateway", () => {
  const network = (more: string): string => `Resources:
  Gateway: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-0123456789abcdef0
      VpnGatewayId: !Ref Gateway
      StaticRoutesOnly: true
${more}  ToOffice:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: rtb-0123456789abcdef0, DestinationCidrBlock: 192.168.0.0/16, GatewayId: !Ref Gateway }
`;
  expect(fixTitles(vpnStaticWithoutRoutes, network(""))).toEqual(["Add a static route to 192.168.0.0/16 to Vpn"]);
  checkFix(
    vpnStaticWithoutRoutes,
    network(""),
    network(`  VpnRoute:
    Type: AWS::EC2::VPNConnectionRoute
    Properties:
      VpnConnectionId: !Ref Vpn
      DestinationCidrBlock: 192.168.0.0/16
`),
  );
});

test("static routing, or no static route", () => {
  const before = vpn("", { more: route() });
  expect(fixTitles(vpnStaticWithoutRoutes, before)).toEqual(["Give Vpn static routes only", "Remove Office"]);
  checkFix(vpnStaticWithoutRoutes, before, vpn(isStatic, { more: route() }), { title: "Give Vpn" });
  checkFix(vpnStaticWithoutRoutes, before, vpn(""), { title: "Remove Office" });
});

test("static routing in JSON", () => {
  const json = (setting: string): string => `{
  "Resources": {
    "Vpn": {
      "Type": "AWS::EC2::VPNConnection",
      "Properties": {
        "Type": "ipsec.1",
        "CustomerGatewayId": "cgw-1",
        "VpnGatewayId": "vgw-1",
        "StaticRoutesOnly": ${setting}
      }
    },
    "Office": {
      "Type": "AWS::EC2::VPNConnectionRoute",
      "Properties": { "VpnConnectionId": { "Ref": "Vpn" }, "DestinationCidrBlock": "192.168.0.0/16" }
    }
  }
}
`;
  checkFix(vpnStaticWithoutRoutes, json("false"), json("true"));
});

test("a CDK program", () =>
  checkRule(
    vpnStaticWithoutRoutes,
    typescript(`new ec2.CfnVPNConnection(this, 'Vpn', {
  type: 'ipsec.1',
  customerGatewayId: 'cgw-1',
  vpnGatewayId: 'vgw-1',
  staticRoutesOnly: true,
//                  ^^^^ warning: Vpn uses static routes only and has none…
});`),
  ));
