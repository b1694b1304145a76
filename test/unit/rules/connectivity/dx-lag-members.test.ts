import { expect, test } from "vitest";
import { dxLagMembers } from "../../../../server/src/rules/connectivity/dx-lag-members.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const rule = dxLagMembers;
const lag = (speed = "10Gbps", location = "TYO1") => `
Resources:
  Lag: { Type: AWS::DirectConnect::Lag, Properties: { LagName: l, Location: ${location}, ConnectionsBandwidth: ${speed} } }
`;
const member = (id: string, properties: string, { membership = "!Ref Lag", mark = "" } = {}) => `  ${id}:
    Type: AWS::DirectConnect::Connection
    Properties:
      ConnectionName: ${id}
      LagId: ${membership}
${mark}${properties
  .split("\n")
  .map((line) => (line.startsWith("#") ? line : `      ${line}`))
  .join("\n")}
`;
const fitting = "Location: TYO1\nBandwidth: 10Gbps";

test("another speed, another location", () => {
  checkRule(
    rule,
    lag() +
      member(
        "A",
        `Location: TYO1
Bandwidth: 1Gbps
#                ^^^^^ 💡 error: A has 1Gbps, but Lag bundles connections of 10Gbps. All connections of a LAG have one speed, so this one can't join. Give both the same.`,
      ) +
      member(
        "B",
        `Bandwidth: 10Gbps
Location: TYO2
#               ^^^^ 💡 error: B is at TYO2, but Lag is at TYO1. The connections of a LAG end at one AWS device, so this one can't join. Give both the same location.`,
      ),
  );
  expect(relatedPlaces(rule, lag() + member("A", "Location: TYO1\nBandwidth: 1Gbps"))).toEqual([
    '3:105 "10Gbps": Of Lag',
  ]);
});

test("one too many, in Japanese", () => {
  checkRule(
    rule,
    lag("100Gbps") +
      ["A", "B"].map((id) => member(id, fitting.replace("10G", "100G"))).join("") +
      member("C", fitting.replace("10G", "100G"), {
        mark: "#            ^^^^^^^^ error: C は Lag の 3 本目の接続だが、100Gbps の接続は 1 つの LAG に 2 本まで…\n",
      }),
    { messages: "ja" },
  );
  checkNoFix(rule, lag() + ["A", "B", "C", "D", "E"].map((id) => member(id, fitting)).join(""));
});

test("what fits, LAGs elsewhere, and what nobody knows", () => {
  checkRule(rule, lag() + ["A", "B", "C", "D"].map((id) => member(id, fitting)).join(""));
  checkRule(rule, lag() + member("A", "Location: TYO2\nBandwidth: 1Gbps", { membership: "dxlag-12345678" }));
  checkRule(rule, lag() + member("A", "Location: !ImportValue L\nBandwidth: !ImportValue B"));
  checkRule(rule, lag("!ImportValue B", "!ImportValue L") + member("A", fitting));
});

test("members and speeds of other cases", () => {
  const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(
    rule,
    prod + lag("!If [Prod, 10Gbps, 1Gbps]") + member("A", "Location: TYO1\nBandwidth: !If [Prod, 10Gbps, 1Gbps]"),
  );
  checkRule(
    rule,
    prod +
      lag() +
      ["A", "B", "C", "D", "E"]
        .map((id) => member(id, fitting, { membership: "!If [Prod, !Ref Lag, !Ref AWS::NoValue]" }))
        .join(""),
  );
});

test("a default is a warning", () =>
  checkRule(
    rule,
    `Parameters: { Speed: { Type: String, Default: 1Gbps } }${lag()}${member(
      "A",
      `Location: TYO1
Bandwidth: !Ref Speed
#                ^^^^^^^^^^ 💡 warning: With the default of Speed (1Gbps), A has 1Gbps…`,
    )}`,
  ));

test("takes over what the LAG has", () =>
  checkFix(rule, lag() + member("A", "Location: TYO1\nBandwidth: 1Gbps"), lag() + member("A", fitting), {
    title: "Set Bandwidth of A to 10Gbps, as Lag has it",
  }));

test("in JSON", () => {
  const json = (location: string) =>
    `{ "Resources": { "Lag": { "Type": "AWS::DirectConnect::Lag", "Properties": { "LagName": "l", "Location": "TYO1", "ConnectionsBandwidth": "10Gbps" } }, "A": { "Type": "AWS::DirectConnect::Connection", "Properties": { "ConnectionName": "a", "Bandwidth": "10Gbps", "LagId": { "Ref": "Lag" }, "Location": "${location}" } } } }\n`;
  checkFix(rule, json("TYO2"), json("TYO1"));
});

test("a CDK program", () =>
  checkRule(
    rule,
    typescript(
      `const lag = new directconnect.CfnLag(this, 'Lag', { lagName: 'l', location: 'TYO1', connectionsBandwidth: '10Gbps' });
new directconnect.CfnConnection(this, 'A', { connectionName: 'a', location: 'TYO1', lagId: lag.ref,
  bandwidth: '1Gbps',
//           ^^^^^^^ 💡 error: A has 1Gbps…
});`,
      ["directconnect"],
    ),
  ));
