import { test } from "vitest";
import { vpnTunnelsMoreThanTwo } from "../../../../server/src/rules/connectivity/vpn-tunnels-more-than-two.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpn = (tunnels: string, before = ""): string => `${before}Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-0123456789abcdef0
      TransitGatewayId: tgw-0123456789abcdef0
      VpnTunnelOptionsSpecifications:
${tunnels}
`;
const two = `        - { TunnelInsideCidr: 169.254.10.0/30 }
        - { TunnelInsideCidr: 169.254.10.4/30 }`;
const third = "        - { TunnelInsideCidr: 169.254.10.8/30 }";
const live = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";

test("a third tunnel", () =>
  checkRule(
    vpnTunnelsMoreThanTwo,
    vpn(`${two}
        - { TunnelInsideCidr: 169.254.10.8/30 }
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Vpn has settings for more than two tunnels, but a VPN connection has two. These belong to none. Remove them, or make another connection for more tunnels.`),
  ));

test("in Japanese, under a condition", () =>
  checkRule(
    vpnTunnelsMoreThanTwo,
    vpn(
      `${two}
        - !If [Live, { TunnelInsideCidr: 169.254.10.8/30 }, !Ref AWS::NoValue]
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Live が true の場合: Vpn に 3 本目以降のトンネルの設定がある。VPN 接続のトンネルは 2 本で、この設定に対応するトンネルはない。削除するか、トンネルを増やすなら VPN 接続を追加すること。`,
      live,
    ),
    { messages: "ja" },
  ));

test("two tunnels, alternatives, an unknown list", () => {
  checkRule(vpnTunnelsMoreThanTwo, vpn(two));
  checkRule(
    vpnTunnelsMoreThanTwo,
    vpn(
      `${two.split("\n")[0]}\n        - !If [Live, { TunnelInsideCidr: 169.254.10.4/30 }, { TunnelInsideCidr: 169.254.10.8/30 }]`,
      live,
    ),
  );
  checkRule(vpnTunnelsMoreThanTwo, vpn("        !Ref AWS::NoValue"));
});

test("removes the third", () => {
  checkFix(vpnTunnelsMoreThanTwo, vpn(`${two}\n${third}`), vpn(two));
  checkNoFix(
    vpnTunnelsMoreThanTwo,
    vpn("        !If [Live, [{ StartupAction: start }, { StartupAction: start }, { StartupAction: start }], []]", live),
  );
});

test("removes it in JSON", () => {
  const json = (tunnels: string): string => `{
  "Resources": {
    "Vpn": {
      "Type": "AWS::EC2::VPNConnection",
      "Properties": {
        "Type": "ipsec.1",
        "CustomerGatewayId": "cgw-1",
        "TransitGatewayId": "tgw-1",
        "VpnTunnelOptionsSpecifications": [{ "StartupAction": "start" }, { "StartupAction": "start" }${tunnels}]
      }
    }
  }
}
`;
  checkFix(vpnTunnelsMoreThanTwo, json(', { "StartupAction": "add" }'), json(""));
});

test("a CDK program", () =>
  checkRule(
    vpnTunnelsMoreThanTwo,
    typescript(`new ec2.CfnVPNConnection(this, 'Vpn', {
  type: 'ipsec.1',
  customerGatewayId: 'cgw-1',
  transitGatewayId: 'tgw-1',
  vpnTunnelOptionsSpecifications: [{ startupAction: 'start' }, { startupAction: 'start' }, { startupAction: 'add' }],
//                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^ warning: Vpn has settings for more than two tunnels…
});`),
  ));
