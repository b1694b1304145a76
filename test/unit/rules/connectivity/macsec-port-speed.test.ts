import { expect, test } from "vitest";
import { macsecPortSpeed } from "../../../../server/src/rules/connectivity/macsec-port-speed.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = macsecPortSpeed;
const line = (speed: string, request = "true", before = "", mark = "") => `${before}
Resources:
  Line:
    Type: AWS::DirectConnect::Connection
    Properties:
      ConnectionName: tokyo
      Location: TYO1
      Bandwidth: ${speed}
${mark}      RequestMACSec: ${request}
`;

test("MACsec on a slow port", () => {
  checkRule(
    rule,
    line(
      "1Gbps",
      "true",
      "",
      "#                ^^^^^ 💡 error: Line asks for MACsec on 1Gbps ports, but MACsec is there for dedicated ports of 10, 100 and 400 Gbps only. Order one of these, or leave RequestMACSec out and encrypt with a VPN over the connection.\n",
    ),
  );
  expect(relatedPlaces(rule, line("1Gbps"))).toEqual(['9:7 "RequestMACSec": MACsec is asked for']);
});

test("in a LAG, in Japanese", () =>
  checkRule(
    rule,
    `
Resources:
  Lag:
    Type: AWS::DirectConnect::Lag
    Properties:
      LagName: tokyo
      Location: TYO1
      RequestMACSec: "true"
      ConnectionsBandwidth: 1Gbps
#                           ^^^^^ 💡 error: Lag は 1Gbps のポートで MACsec を要求しているが…
`,
    { messages: "ja" },
  ));

test("fast ports, no MACsec, and what nobody knows", () => {
  for (const speed of ["10Gbps", "100Gbps", "400Gbps", "!ImportValue Speed"]) checkRule(rule, line(speed));
  for (const request of ["false", "!ImportValue Request", "!Ref AWS::NoValue"]) checkRule(rule, line("1Gbps", request));
});

test("each branch for itself", () => {
  const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(rule, line("!If [Prod, 10Gbps, 1Gbps]", "!If [Prod, true, false]", prod));
  checkRule(
    rule,
    line(
      "!If [Prod, 10Gbps, 1Gbps]",
      "true",
      prod,
      "#                                   ^^^^^ 💡 error: When Prod is false: Line asks for MACsec on 1Gbps ports…\n",
    ),
  );
});

test("a default is a warning", () =>
  checkRule(
    rule,
    line(
      "!Ref Speed",
      "true",
      "Parameters: { Speed: { Type: String, Default: 1Gbps } }",
      "#                ^^^^^^^^^^ 💡 warning: With the default of Speed (1Gbps), Line asks for MACsec…\n",
    ),
  ));

test("a faster port, or no MACsec", () => {
  expect(fixTitles(rule, line("1Gbps"), "ja")).toEqual(["Line を 10 Gbps にする", "Line で MACsec を使わない"]);
  checkFix(rule, line("1Gbps"), line("10Gbps"), { title: "Order Line with 10 Gbps" });
  checkFix(rule, line("1Gbps"), line("1Gbps").replace("      RequestMACSec: true\n", ""), { title: "Do without" });
});

test("in JSON", () => {
  const json = (more: string) =>
    `{ "Resources": { "Line": { "Type": "AWS::DirectConnect::Connection", "Properties": { "ConnectionName": "a", "Location": "TYO1", "Bandwidth": "${more}", "RequestMACSec": true } } } }\n`;
  checkFix(rule, json("1Gbps"), json("10Gbps"), { title: "Order Line" });
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(
      `new directconnect.CfnConnection(this, 'Line', { connectionName: 'a', location: 'TYO1', requestMacSec: true,
  bandwidth: '1Gbps',
//           ^^^^^^^ 💡 error: Line asks for MACsec…
});`,
      ["directconnect"],
    ),
  ));
