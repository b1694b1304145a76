import { expect, test } from "vitest";
import { dxVifVlanRange } from "../../../../server/src/rules/connectivity/dx-vif-vlan-range.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";

const two = (connections: readonly [string, string], vlan: string, before = ""): string => `${before}
Resources:
  Prod:
    Type: AWS::DirectConnect::PrivateVirtualInterface
    Properties:
      ConnectionId: ${connections[0]}
      Vlan: 101
  Hub:
    Type: AWS::DirectConnect::TransitVirtualInterface
    Properties:
      ConnectionId: ${connections[1]}
${vlan}
`;
const same = two(["!Ref Line", "!Ref Line"], "      Vlan: 101", "Parameters: { Line: { Type: String } }");

test("VLANs that there are not", () =>
  checkRule(
    dxVifVlanRange,
    `
Resources:
  Prod:
    Type: AWS::DirectConnect::PublicVirtualInterface
    Properties:
      ConnectionId: dxcon-1
      Vlan: 4095
#           ^^^^ error: Prod has VLAN 4095, but VLAN IDs are 1 to 4094. CloudFormation will fail. Write the tag that your router uses for this interface.
  Hub:
    Type: AWS::DirectConnect::TransitVirtualInterface
    Properties:
      ConnectionId: dxcon-1
      Vlan: 0
#           ^ error: Hub has VLAN 0, but VLAN IDs are 1 to 4094…
`,
  ));

test("one VLAN twice on a connection", () => {
  checkRule(
    dxVifVlanRange,
    two(
      ["!Ref Line", "!Ref Line"],
      `      Vlan: 101
#           ^^^ error: Hub の VLAN 101 は、同じ接続の Prod と重複している…`,
      "Parameters: { Line: { Type: String } }",
    ),
    { messages: "ja" },
  );
  expect(relatedPlaces(dxVifVlanRange, same)).toEqual(['7:13 "101": Prod has it']);
  checkNoFix(dxVifVlanRange, same);
});

test("the same VLAN on other connections, or on connections that nobody knows", () => {
  checkRule(dxVifVlanRange, two(["dxcon-1", "dxcon-2"], "      Vlan: 101"));
  checkRule(dxVifVlanRange, two(["!ImportValue A", "!ImportValue A"], "      Vlan: 101"));
});

test("both ends of the range, and an unknown VLAN", () => {
  for (const vlan of ["1", "4094", "!ImportValue Vlan"]) {
    checkRule(dxVifVlanRange, two(["dxcon-1", "dxcon-2"], `      Vlan: ${vlan}`));
  }
});

test("interfaces that are never there together", () =>
  checkRule(
    dxVifVlanRange,
    `
Conditions: { Hub: !Equals [!Ref AWS::Region, us-east-1], Direct: !Not [!Condition Hub] }
Resources:
  Prod:
    Type: AWS::DirectConnect::PrivateVirtualInterface
    Condition: Direct
    Properties: { ConnectionId: dxcon-1, Vlan: 101 }
  Transit:
    Type: AWS::DirectConnect::TransitVirtualInterface
    Condition: Hub
    Properties: { ConnectionId: dxcon-1, Vlan: 101 }
`,
  ));

test("a parameter's default is a warning", () =>
  checkRule(
    dxVifVlanRange,
    two(
      ["dxcon-1", "dxcon-2"],
      `      Vlan: !Ref Vlan
#           ^^^^^^^^^ warning: With the default of Vlan (5000), Hub has VLAN 5000…`,
      "Parameters: { Vlan: { Type: Number, Default: 5000 } }",
    ),
  ));

test("a CDK program", () =>
  checkRule(
    dxVifVlanRange,
    `import * as cdk from 'aws-cdk-lib';
import * as directconnect from 'aws-cdk-lib/aws-directconnect';

class Net extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new directconnect.CfnPrivateVirtualInterface(this, 'Prod', {
      connectionId: 'dxcon-1',
      vlan: 5000,
//          ^^^^ error: Prod has VLAN 5000…
    });
  }
}
`,
  ));
