import { expect, test } from "vitest";
import { vpnLifetimes } from "../../../../server/src/rules/connectivity/vpn-lifetimes.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const tunnel = (options: string, before = ""): string => `${before}
Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-1
      VpnGatewayId: vgw-1
      VpnTunnelOptionsSpecifications:
        -
${options}
`;

test("lifetimes out of their ranges", () =>
  checkRule(
    vpnLifetimes,
    tunnel(`          Phase1LifetimeSeconds: 86400
#                                ^^^^^ 💡 error: Vpn has Phase1LifetimeSeconds 86400, which takes 900 to 28800 seconds. CloudFormation will fail. Write 28800, or what your device uses within these bounds.
          Phase2LifetimeSeconds: 600
#                                ^^^ 💡 error: Vpn has Phase2LifetimeSeconds 600, which takes 900 to 3600 seconds…`),
  ));

test("phase 2 as long as phase 1", () => {
  checkRule(
    vpnLifetimes,
    tunnel(`          Phase1LifetimeSeconds: 3600
          Phase2LifetimeSeconds: 3600
#                                ^^^^ error: Vpn lets phase 2 live 3600 seconds, but that must be less than phase 1, 3600 seconds…`),
  );
  const text = tunnel(`          Phase1LifetimeSeconds: 1800
          Phase2LifetimeSeconds: 3600`);
  expect(relatedPlaces(vpnLifetimes, text)).toEqual(['11:34 "1800": Phase 1']);
  checkNoFix(vpnLifetimes, text);
});

test("the usual phase 2 against a short phase 1, in Japanese", () =>
  checkRule(
    vpnLifetimes,
    tunnel(`          Phase1LifetimeSeconds: 1800
#                                ^^^^ error: Vpn のフェーズ 2 の有効期間 3600 秒は、フェーズ 1 の 1800 秒より短くなければならず…`),
    { messages: "ja" },
  ));

test("margins below a minute or above half of phase 2", () => {
  checkRule(
    vpnLifetimes,
    tunnel(`          RekeyMarginTimeSeconds: 30
#                                 ^^ 💡 error: Vpn begins to rekey 30 seconds before the end of phase 2, but the margin is at least 60…`),
  );
  checkRule(
    vpnLifetimes,
    tunnel(`          RekeyMarginTimeSeconds: 1801
#                                 ^^^^ 💡 error: Vpn begins to rekey 1801 seconds before the end of phase 2, which is more than half of its 3600 seconds…`),
  );
});

test("both ends of everything", () => {
  checkRule(
    vpnLifetimes,
    tunnel(`          Phase1LifetimeSeconds: 28800
          Phase2LifetimeSeconds: 3600
          RekeyMarginTimeSeconds: 1800`),
  );
  checkRule(
    vpnLifetimes,
    tunnel(`          Phase1LifetimeSeconds: 901
          Phase2LifetimeSeconds: '900'
          RekeyMarginTimeSeconds: 60`),
  );
});

test("unknown lifetimes, and what a transform may add", () => {
  checkRule(
    vpnLifetimes,
    tunnel(`          Phase1LifetimeSeconds: 1800
          Phase2LifetimeSeconds: !ImportValue Phase2`),
  );
  checkRule(
    vpnLifetimes,
    tunnel(`          Phase1LifetimeSeconds: 1800
          Fn::Transform: { Name: Lifetimes }`),
  );
});

test("phases of conditions that exclude each other", () =>
  checkRule(
    vpnLifetimes,
    tunnel(
      `          Phase1LifetimeSeconds: !If [Short, 1800, 28800]
          Phase2LifetimeSeconds: !If [Short, 900, 3600]`,
      "Conditions: { Short: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  ));

test("a parameter's default is a warning, and mended there", () => {
  const before = (seconds: number): string => `Parameters:
  Phase1:
    Type: Number
    Default: ${seconds}`;
  const options = "          Phase1LifetimeSeconds: !Ref Phase1";
  checkRule(
    vpnLifetimes,
    tunnel(
      `          Phase1LifetimeSeconds: !Ref Phase1
#                                ^^^^^^^^^^^ 💡 warning: With the default of Phase1 (30000), Vpn has Phase1LifetimeSeconds 30000…`,
      before(30000),
    ),
  );
  checkFix(vpnLifetimes, tunnel(options, before(30000)), tunnel(options, before(28800)));
});

test("takes the bound that was passed", () => {
  checkFix(
    vpnLifetimes,
    tunnel("          Phase2LifetimeSeconds: 28800"),
    tunnel("          Phase2LifetimeSeconds: 3600"),
  );
  checkFix(
    vpnLifetimes,
    tunnel(`          Phase2LifetimeSeconds: 1001
          RekeyMarginTimeSeconds: 600`),
    tunnel(`          Phase2LifetimeSeconds: 1001
          RekeyMarginTimeSeconds: 500`),
  );
});

test("a CDK program", () =>
  checkRule(
    vpnLifetimes,
    python(`ec2.CfnVPNConnection(self, 'Vpn', type='ipsec.1', customer_gateway_id='cgw-1', vpn_gateway_id='vgw-1',
    vpn_tunnel_options_specifications=[ec2.CfnVPNConnection.VpnTunnelOptionsSpecificationProperty(
        phase1_lifetime_seconds=86400,
#                               ^^^^^ 💡 error: Vpn has Phase1LifetimeSeconds 86400…
    )])`),
  ));
