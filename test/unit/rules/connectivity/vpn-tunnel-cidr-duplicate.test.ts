import { expect, test } from "vitest";
import { vpnTunnelCidrDuplicate } from "../../../../server/src/rules/connectivity/vpn-tunnel-cidr-duplicate.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpn = (id: string, gateway: string, tunnels: string): string => `  ${id}:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-0123456789abcdef0
      ${gateway}
      VpnTunnelOptionsSpecifications:
${tunnels}
`;
const vgw = "VpnGatewayId: vgw-0123456789abcdef0";
const tgw = "TransitGatewayId: !Ref Hub";
const parameters = "Parameters: { Hub: { Type: String } }\n";
const ten = "        - TunnelInsideCidr: 169.254.10.0/30";

test("two tunnels of one connection", () => {
  checkRule(
    vpnTunnelCidrDuplicate,
    `Resources:\n${vpn(
      "Vpn",
      vgw,
      `        - TunnelInsideCidr: 169.254.10.0/30
        - TunnelInsideCidr: 169.254.10.0/30
#                           ^^^^^^^^^^^^^^^ 💡 error: Vpn gives a tunnel 169.254.10.0/30, which its other tunnel has on the same gateway. Each tunnel of the gateway needs inside addresses of its own, so CloudFormation will fail. Take another /30, such as 169.254.0.4/30.`,
    )}`,
  );
  expect(relatedPlaces(vpnTunnelCidrDuplicate, `Resources:\n${vpn("Vpn", vgw, `${ten}\n${ten}`)}`)).toEqual([
    '9:29 "169.254.10.0/30": The same block',
  ]);
});

test("two connections of one gateway, in Japanese", () =>
  checkRule(
    vpnTunnelCidrDuplicate,
    `Resources:\n${vpn("One", vgw, ten)}${vpn(
      "Two",
      vgw,
      `        - TunnelInsideCidr: 169.254.10.0/30
#                           ^^^^^^^^^^^^^^^ 💡 error: Two のトンネルの 169.254.10.0/30 は、同じゲートウェイの One のトンネルで使われている。トンネル内のアドレスはゲートウェイの中で重複できず、作成は失敗する。169.254.0.4/30 など別の /30 にすること。`,
    )}`,
    { messages: "ja" },
  ));

test("IPv4 on a transit gateway is a warning, IPv6 is not", () => {
  checkRule(
    vpnTunnelCidrDuplicate,
    `${parameters}Resources:\n${vpn("One", tgw, ten)}${vpn(
      "Two",
      tgw,
      `        - TunnelInsideCidr: 169.254.10.0/30
#                           ^^^^^^^^^^^^^^^ 💡 warning: Two gives a tunnel 169.254.10.0/30, which a tunnel of One has on the same gateway. BGP neighbours in the tunnels then have the same addresses…`,
    )}`,
  );
  const six = "        - TunnelInsideIpv6Cidr: fd00::/126";
  checkRule(
    vpnTunnelCidrDuplicate,
    `${parameters}Resources:\n${vpn("One", tgw, six)}${vpn(
      "Two",
      tgw,
      `        - TunnelInsideIpv6Cidr: fd00::/126
#                               ^^^^^^^^^^ 💡 error: Two gives a tunnel fd00::/126, which a tunnel of One…`,
    )}`,
  );
});

test("other blocks, other gateways, unknown ones", () => {
  const one = (tunnels: string, gateway = vgw): string =>
    `Resources:\n${vpn("One", vgw, ten)}${vpn("Two", gateway, tunnels)}`;
  checkRule(vpnTunnelCidrDuplicate, one(ten.replace("10.0", "10.4")));
  checkRule(vpnTunnelCidrDuplicate, one(ten, "VpnGatewayId: vgw-0fedcba9876543210"));
  checkRule(vpnTunnelCidrDuplicate, one(ten, "VpnGatewayId: !ImportValue gateway"));
  checkRule(vpnTunnelCidrDuplicate, one("        - TunnelInsideCidr: !ImportValue block"));
});

test("conditions that exclude each other", () =>
  checkRule(
    vpnTunnelCidrDuplicate,
    `Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
${vpn("Vpn", vgw, "        - TunnelInsideCidr: !If [Live, 169.254.10.0/30, 169.254.10.4/30]\n        - TunnelInsideCidr: !If [Live, 169.254.10.4/30, 169.254.10.0/30]")}`,
  ));

test("a default is a warning", () =>
  checkRule(
    vpnTunnelCidrDuplicate,
    `Parameters: { Inside: { Type: String, Default: 169.254.10.0/30 } }
Resources:
${vpn(
  "Vpn",
  vgw,
  `        - TunnelInsideCidr: 169.254.10.0/30
        - TunnelInsideCidr: !Ref Inside
#                           ^^^^^^^^^^^ 💡 warning: With the default of Inside (169.254.10.0/30), Vpn gives a tunnel…`,
)}`,
  ));

test("takes the next free block", () => {
  const network = (second: string): string =>
    `Resources:\n${vpn("Vpn", vgw, `${ten}\n        - TunnelInsideCidr: ${second}`)}`;
  checkFix(vpnTunnelCidrDuplicate, network("169.254.10.0/30"), network("169.254.0.4/30"));
  checkNoFix(
    vpnTunnelCidrDuplicate,
    `Mappings: { Tunnels: { Two: { Cidr: 169.254.10.0/30 } } }\n${network("!FindInMap [Tunnels, Two, Cidr]")}`,
  );
});

test("takes it in JSON", () => {
  const json = (second: string): string => `{
  "Resources": {
    "Vpn": {
      "Type": "AWS::EC2::VPNConnection",
      "Properties": {
        "Type": "ipsec.1",
        "CustomerGatewayId": "cgw-1",
        "VpnGatewayId": "vgw-1",
        "VpnTunnelOptionsSpecifications": [
          { "TunnelInsideCidr": "169.254.10.0/30" },
          { "TunnelInsideCidr": "${second}" }
        ]
      }
    }
  }
}
`;
  checkFix(vpnTunnelCidrDuplicate, json("169.254.10.0/30"), json("169.254.0.4/30"));
});

test("a CDK program", () =>
  checkRule(
    vpnTunnelCidrDuplicate,
    typescript(`new ec2.CfnVPNConnection(this, 'Vpn', {
  type: 'ipsec.1',
  customerGatewayId: 'cgw-1',
  vpnGatewayId: 'vgw-1',
  vpnTunnelOptionsSpecifications: [{ tunnelInsideCidr: '169.254.10.0/30' }, { tunnelInsideCidr: '169.254.10.0/30' }],
//                                                                                              ^^^^^^^^^^^^^^^^^ 💡 error: Vpn gives a tunnel 169.254.10.0/30…
});`),
  ));
