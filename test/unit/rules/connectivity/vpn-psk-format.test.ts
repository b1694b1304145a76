import { test } from "vitest";
import { vpnPskFormat } from "../../../../server/src/rules/connectivity/vpn-psk-format.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";

const vpn = (key: string, before = ""): string => `${before}
Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-1
      TransitGatewayId: tgw-1
      VpnTunnelOptionsSpecifications:
        - PreSharedKey: ${key}
`;

test("keys that AWS does not take, without showing them", () => {
  checkRule(
    vpnPskFormat,
    vpn(`short
#                       ^^^^^ error: Vpn has a pre-shared key of 5 characters, but it takes 8 to 64…`),
  );
  checkRule(
    vpnPskFormat,
    vpn(`not-a-good-key
#                       ^^^^^^^^^^^^^^ error: Vpn has a pre-shared key with characters other than letters…`),
  );
  checkRule(
    vpnPskFormat,
    vpn(`"0abcdefgh"
#                       ^^^^^^^^^^^ error: Vpn の事前共有キーは 0 で始まる。…`),
    { messages: "ja" },
  );
  checkNoFix(vpnPskFormat, vpn("short"));
});

test("keys that fit, and what is not known here", () => {
  for (const key of ["abc_DEF.123", `"${"a".repeat(64)}"`, "!ImportValue Key", "12345"]) {
    checkRule(vpnPskFormat, vpn(key));
  }
  checkRule(vpnPskFormat, vpn("'{{resolve:secretsmanager:vpn:SecretString:psk}}'"));
  checkRule(vpnPskFormat, vpn("!Ref Key", "Parameters: { Key: { Type: String } }"));
  checkRule(vpnPskFormat, vpn("!Ref Key", "Parameters: { Key: { Type: String, NoEcho: true, Default: change-me } }"));
});

test("only the branch that is wrong; a default is a warning", () => {
  checkRule(
    vpnPskFormat,
    vpn(
      `!If [Test, short, abcdefgh1]
#                                  ^^^^^ error: When Test is true: Vpn has a pre-shared key of 5 characters…`,
      "Conditions: { Test: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
  checkRule(
    vpnPskFormat,
    vpn(
      `!Ref Key
#                       ^^^^^^^^ warning: With the default of Key…`,
      "Parameters: { Key: { Type: String, Default: change-me } }",
    ),
  );
});

test("in a CDK app", () =>
  checkRule(
    vpnPskFormat,
    `import * as ec2 from "aws-cdk-lib/aws-ec2";
import { Stack } from "aws-cdk-lib";
class Net extends Stack {
  constructor() {
    super();
    new ec2.CfnVPNConnection(this, "Vpn", {
      type: "ipsec.1",
      customerGatewayId: "cgw-1",
      transitGatewayId: "tgw-1",
      vpnTunnelOptionsSpecifications: [{ preSharedKey: "short" }],
//                                                     ^^^^^^^ error: Vpn has a pre-shared key of 5 characters…
    });
  }
}
`,
    { language: "typescript" },
  ));
