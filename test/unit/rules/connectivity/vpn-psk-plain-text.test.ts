import { expect, test } from "vitest";
import { vpnPskPlainText } from "../../../../server/src/rules/connectivity/vpn-psk-plain-text.ts";
import { checkFix, checkRule, findingsOf, fixTitles } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vpn = (tunnel: string, before = ""): string => `${before}Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-0123456789abcdef0
      TransitGatewayId: tgw-0123456789abcdef0
      VpnTunnelOptionsSpecifications:
${tunnel}
`;
const key = (written: string): string => `        - PreSharedKey: ${written}`;

test("a key in the template", () =>
  checkRule(
    vpnPskPlainText,
    vpn(`        - PreSharedKey: abcdefgh12345678
#                       ^^^^^^^^^^^^^^^^ 💡 warning: Vpn has its pre-shared key in the template, so whoever reads the template can open the tunnel. Leave PreSharedKey out and AWS makes one, or refer to a secret with a dynamic reference.`),
  ));

test("parameters that are shown, with and without a default, in Japanese", () => {
  for (const more of ["", ", Default: abcdefgh12345678"]) {
    const text = vpn(
      `        - PreSharedKey: !Ref Key
#                       ^^^^^^^^ 💡 warning: Vpn の事前共有キーを渡す Key に NoEcho がなく、スタックを参照できる人すべてにキーが見える。Key に NoEcho: true を付けるか、動的参照でシークレットを参照すること。`,
      `Parameters: { Key: { Type: String${more} } }\n`,
    );
    checkRule(vpnPskPlainText, text, { messages: "ja" });
    const parameter = (noEcho: string) => vpn(key("!Ref Key"), `Parameters:\n  Key:\n    Type: String\n${noEcho}\n`);
    checkFix(vpnPskPlainText, parameter("    MinLength: 8"), parameter("    MinLength: 8\n    NoEcho: true"));
  }
});

test("no message shows the key", () => {
  for (const text of [
    vpn(key("abcdefgh12345678")),
    vpn(key("!Ref Key"), "Parameters: { Key: { Type: String, Default: abcdefgh12345678 } }\n"),
  ])
    expect(JSON.stringify(findingsOf(text).map(({ message }) => message))).not.toContain("abcdefgh");
});

test("hidden parameters, secrets, what is looked up", () => {
  const before =
    "Parameters: { Key: { Type: String, NoEcho: true }, Old: { Type: String, NoEcho: true, Default: abcdefgh12345678 }, Stored: { Type: AWS::SSM::Parameter::Value<String> } }\n";
  for (const written of [
    "!Ref Key",
    "!Ref Old",
    "!Ref Stored",
    "'{{resolve:secretsmanager:vpn:SecretString:key}}'",
    "!ImportValue key",
  ])
    checkRule(vpnPskPlainText, vpn(key(written), before));
  // Refused as it is, which is another finding.
  checkRule(vpnPskPlainText, vpn(key("short")));
  checkRule(vpnPskPlainText, vpn("        - TunnelInsideCidr: 169.254.10.0/30"));
});

test("a key by a condition", () =>
  checkRule(
    vpnPskPlainText,
    vpn(
      `        - PreSharedKey: !If [Test, abcdefgh12345678, !Ref AWS::NoValue]
#                                  ^^^^^^^^^^^^^^^^ 💡 warning: When Test is true: Vpn has its pre-shared key in the template…`,
      "Conditions: { Test: !Equals [!Ref AWS::Region, us-east-1] }\n",
    ),
  ));

test("leaves the key out", () => {
  const other = "\n          TunnelInsideCidr: 169.254.10.0/30";
  expect(fixTitles(vpnPskPlainText, vpn(key("abcdefgh12345678") + other))).toEqual([
    "Leave the key out and let AWS make one",
    "Read the key from the secret Vpn-psk in Secrets Manager (to be created)",
  ]);
  checkFix(vpnPskPlainText, vpn(key("abcdefgh12345678") + other), vpn("        - TunnelInsideCidr: 169.254.10.0/30"));
});

test("the only option of a tunnel becomes a reference to a secret", () =>
  checkFix(vpnPskPlainText, vpn(key("abcdefgh12345678")), vpn(key('"{{resolve:secretsmanager:Vpn-psk}}"'))));

test("leaves it out in JSON", () => {
  const json = (tunnel: string): string => `{
  "Resources": {
    "Vpn": {
      "Type": "AWS::EC2::VPNConnection",
      "Properties": {
        "Type": "ipsec.1",
        "CustomerGatewayId": "cgw-1",
        "TransitGatewayId": "tgw-1",
        "VpnTunnelOptionsSpecifications": [{ "TunnelInsideCidr": "169.254.10.0/30"${tunnel} }]
      }
    }
  }
}
`;
  checkFix(vpnPskPlainText, json(', "PreSharedKey": "abcdefgh12345678"'), json(""));
});

test("a CDK program", () =>
  checkRule(
    vpnPskPlainText,
    typescript(`new ec2.CfnVPNConnection(this, 'Vpn', {
  type: 'ipsec.1',
  customerGatewayId: 'cgw-1',
  transitGatewayId: 'tgw-1',
  vpnTunnelOptionsSpecifications: [{ preSharedKey: 'abcdefgh12345678' }],
//                                                 ^^^^^^^^^^^^^^^^^^ 💡 warning: Vpn has its pre-shared key in the template…
});`),
  ));
