import { test } from "vitest";
import { dxVifGatewayCount } from "../../../../server/src/rules/connectivity/dx-vif-gateway-count.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const vif = (ends: string, before = "") => `${before}
Resources:
  Vif:
    Type: AWS::DirectConnect::PrivateVirtualInterface
    Properties:
      VirtualInterfaceName: tokyo
      ConnectionId: dxcon-1
      Vlan: 101
${ends}
`;
const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";

test("two ends", () => {
  checkRule(
    dxVifGatewayCount,
    vif(`      DirectConnectGatewayId: gw-1
      VirtualGatewayId: vgw-1
#     ^^^^^^^^^^^^^^^^ 💡 error: Vif names a Direct Connect gateway and a virtual private gateway, but a private VIF ends on one of them…`),
  );
  checkRule(
    dxVifGatewayCount,
    vif(`      DirectConnectGatewayId: !ImportValue Gateway
      VirtualGatewayId: !ImportValue Vgw
#     ^^^^^^^^^^^^^^^^ 💡 error: Vif に DirectConnectGatewayId と VirtualGatewayId の両方がある…`),
    { messages: "ja" },
  );
});

test("no end", () =>
  checkRule(
    dxVifGatewayCount,
    `
Resources:
  Vif:
    Type: AWS::DirectConnect::PrivateVirtualInterface
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Vif is a private VIF that ends nowhere…
    Properties: { VirtualInterfaceName: tokyo, ConnectionId: dxcon-1, Vlan: 101 }
`,
  ));

test("one end", () => {
  for (const end of ["DirectConnectGatewayId: gw-1", "VirtualGatewayId: !ImportValue Vgw"]) {
    checkRule(dxVifGatewayCount, vif(`      ${end}`));
  }
});

test("one end by a condition, and one that may be empty", () => {
  checkRule(
    dxVifGatewayCount,
    vif(
      `      DirectConnectGatewayId: !If [Prod, gw-1, !Ref AWS::NoValue]
      VirtualGatewayId: !If [Prod, !Ref AWS::NoValue, vgw-1]`,
      prod,
    ),
  );
  checkRule(
    dxVifGatewayCount,
    vif(
      `      DirectConnectGatewayId: gw-1
      VirtualGatewayId: !Ref Vgw`,
      "Parameters: { Vgw: { Type: String } }",
    ),
  );
});

test("two ends in one case", () =>
  checkRule(
    dxVifGatewayCount,
    vif(
      `      DirectConnectGatewayId: !If [Prod, gw-1, !Ref AWS::NoValue]
      VirtualGatewayId: vgw-1
#     ^^^^^^^^^^^^^^^^ 💡 error: When Prod is true: Vif names…`,
      prod,
    ),
  ));

test("keeps one of them", () => {
  const both = "      DirectConnectGatewayId: gw-1 # all sites\n      VirtualGatewayId: vgw-1";
  checkFix(dxVifGatewayCount, vif(both), vif("      DirectConnectGatewayId: gw-1 # all sites"), {
    title: "Keep DirectConnectGatewayId only",
  });
  checkFix(
    dxVifGatewayCount,
    `{ "Resources": { "Vif": { "Type": "AWS::DirectConnect::PrivateVirtualInterface", "Properties": { "DirectConnectGatewayId": "gw-1", "VirtualGatewayId": "vgw-1" } } } }`,
    `{ "Resources": { "Vif": { "Type": "AWS::DirectConnect::PrivateVirtualInterface", "Properties": { "VirtualGatewayId": "vgw-1" } } } }`,
    { title: "Keep VirtualGatewayId only" },
  );
});

test("a CDK program", () =>
  checkRule(
    dxVifGatewayCount,
    typescript(
      `new directconnect.CfnPrivateVirtualInterface(this, 'Vif', { vlan: 1, directConnectGatewayId: 'gw-1', virtualGatewayId: 'vgw-1' });
//                                                                                                   ^^^^^^^^^^^^^^^^ 💡 error: Vif names…`,
      ["directconnect"],
    ),
  ));
