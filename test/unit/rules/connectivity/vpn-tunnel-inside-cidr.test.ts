import { test } from "vitest";
import { vpnTunnelInsideCidr } from "../../../../server/src/rules/connectivity/vpn-tunnel-inside-cidr.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const connection = (tunnels: string, before = ""): string => `${before}
Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-1
      TransitGatewayId: tgw-1
      VpnTunnelOptionsSpecifications:
${tunnels}
`;

test("a block from elsewhere, of another size, or reserved", () => {
  checkRule(
    vpnTunnelInsideCidr,
    connection(`        - TunnelInsideCidr: 10.0.0.0/30
#                           ^^^^^^^^^^^ 💡 error: Vpn gives a tunnel 10.0.0.0/30 as its TunnelInsideCidr, which lies outside of 169.254.0.0/16. CloudFormation will fail. Take a /30 out of 169.254.0.0/16, such as 169.254.0.4/30, or leave the property out and AWS chooses.
        - TunnelInsideCidr: 169.254.10.0/29
#                           ^^^^^^^^^^^^^^^ 💡 error: Vpn gives a tunnel 169.254.10.0/29 as its TunnelInsideCidr, but that takes a /30: just enough addresses for the two ends…`),
  );
  checkRule(
    vpnTunnelInsideCidr,
    connection(`        - TunnelInsideCidr: 169.254.169.252/30
#                           ^^^^^^^^^^^^^^^^^^ 💡 error: Vpn のトンネルの TunnelInsideCidr 169.254.169.252/30 は AWS の予約ブロックで…`),
    { messages: "ja" },
  );
});

test("IPv6 takes a /126 of fd00::/8", () =>
  checkRule(
    vpnTunnelInsideCidr,
    connection(`        - TunnelInsideIpv6Cidr: fd12:3456::/64
#                               ^^^^^^^^^^^^^^ 💡 error: Vpn gives a tunnel fd12:3456::/64 as its TunnelInsideIpv6Cidr, but that takes a /126…
        - TunnelInsideIpv6Cidr: 2001:db8::/126
#                               ^^^^^^^^^^^^^^ 💡 error: Vpn gives a tunnel 2001:db8::/126 as its TunnelInsideIpv6Cidr, which lies outside of fd00::/8…`),
  ));

test("sound blocks, unknown ones, and what is no block at all", () =>
  checkRule(
    vpnTunnelInsideCidr,
    connection(
      `        - TunnelInsideCidr: 169.254.6.0/30
          TunnelInsideIpv6Cidr: fd00:1::/126
        - TunnelInsideCidr: !Ref Inside`,
      "Parameters: { Inside: { Type: String } }",
    ),
  ));

test("only the tunnel of the branch that is wrong", () =>
  checkRule(
    vpnTunnelInsideCidr,
    connection(
      `        - !If
          - Test
          - TunnelInsideCidr: 169.254.0.0/30
#                             ^^^^^^^^^^^^^^ 💡 error: When Test is true: Vpn gives a tunnel 169.254.0.0/30…
          - TunnelInsideCidr: 169.254.8.0/30`,
      "Conditions: { Test: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("a parameter's default is a warning", () =>
  checkRule(
    vpnTunnelInsideCidr,
    connection(
      `        - TunnelInsideCidr: !Ref Inside
#                           ^^^^^^^^^^^ 💡 warning: With the default of Inside (10.0.0.0/30), Vpn gives a tunnel 10.0.0.0/30…`,
      "Parameters: { Inside: { Type: String, Default: 10.0.0.0/30 } }",
    ),
  ));

test("keeps the start where that is free, else takes the next free block", () => {
  checkFix(
    vpnTunnelInsideCidr,
    connection("        - TunnelInsideCidr: 169.254.10.0/24"),
    connection("        - TunnelInsideCidr: 169.254.10.0/30"),
  );
  checkFix(
    vpnTunnelInsideCidr,
    connection(`        - TunnelInsideCidr: 169.254.0.4/30
        - TunnelInsideCidr: 169.254.0.0/30`),
    connection(`        - TunnelInsideCidr: 169.254.0.4/30
        - TunnelInsideCidr: 169.254.0.8/30`),
  );
});

test("leaves a mapping alone", () =>
  checkNoFix(
    vpnTunnelInsideCidr,
    connection(
      "        - TunnelInsideCidr: !FindInMap [Tunnels, One, Cidr]",
      "Mappings: { Tunnels: { One: { Cidr: 10.0.0.0/30 } } }",
    ),
  ));

test("a CDK program", () =>
  checkRule(
    vpnTunnelInsideCidr,
    typescript(`new ec2.CfnVPNConnection(this, 'Vpn', {
  type: 'ipsec.1',
  customerGatewayId: 'cgw-1',
  vpnGatewayId: 'vgw-1',
  vpnTunnelOptionsSpecifications: [{
    tunnelInsideCidr: '169.254.5.0/30',
//                    ^^^^^^^^^^^^^^^^ 💡 error: Vpn gives a tunnel 169.254.5.0/30 as its TunnelInsideCidr, one of the blocks that AWS keeps for itself…
  }],
});`),
  ));
