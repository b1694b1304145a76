import { test } from "vitest";
import { dxGatewayTwoKinds } from "../../../../server/src/rules/connectivity/dx-gateway-two-kinds.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const gateways = (rest: string) => `
Parameters: { Given: { Type: String }, Other: { Type: String } }
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1], Dev: !Not [!Condition Prod] }
Resources:
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Tgw: { Type: AWS::EC2::TransitGateway }
  Dx: { Type: AWS::DirectConnect::DirectConnectGateway, Properties: { DirectConnectGatewayName: a } }
  DxToo: { Type: AWS::DirectConnect::DirectConnectGateway, Properties: { DirectConnectGatewayName: b } }
${rest}`;
const to = (id: string, dx: string, gateway: string, condition = "") => `  ${id}:
    Type: AWS::DirectConnect::DirectConnectGatewayAssociation${condition}
    Properties:
      AssociatedGatewayId: !Ref ${gateway}
      DirectConnectGatewayId: !Ref ${dx}
`;

test("both kinds on one gateway", () => {
  const marked = (message: string) =>
    gateways(`${to("One", "Dx", "Vgw")}${to("Two", "Dx", "Tgw")}#                             ^^^^^^^ error: ${message}
`);
  checkRule(dxGatewayTwoKinds, marked("Two joins Tgw to a Direct Connect gateway that already has Vgw…"));
  checkRule(
    dxGatewayTwoKinds,
    marked("Two は Tgw を Direct Connect ゲートウェイに関連付けているが、そのゲートウェイにはすでに Vgw がある…"),
    {
      messages: "ja",
    },
  );
});

test("also where the gateway is the same parameter", () =>
  checkRule(
    dxGatewayTwoKinds,
    gateways(`${to("One", "Given", "Vgw")}${to("Two", "Given", "Tgw")}#                             ^^^^^^^^^^ error: Two joins Tgw…
`),
  ));

test("a private VIF on the gateway of a transit gateway", () =>
  checkRule(
    dxGatewayTwoKinds,
    gateways(`  Vif:
    Type: AWS::DirectConnect::PrivateVirtualInterface
    Properties: { Vlan: 1, DirectConnectGatewayId: !Ref Dx }
${to("Two", "Dx", "Tgw")}#                             ^^^^^^^ error: Two joins Tgw to a Direct Connect gateway that already has Vif…
`),
  ));

test("two gateways, one kind, gateways that may differ, cases that exclude each other", () => {
  checkRule(dxGatewayTwoKinds, gateways(to("One", "Dx", "Vgw") + to("Two", "DxToo", "Tgw")));
  checkRule(dxGatewayTwoKinds, gateways(to("One", "Dx", "Tgw") + to("Two", "Dx", "Tgw")));
  checkRule(dxGatewayTwoKinds, gateways(to("One", "Given", "Vgw") + to("Two", "Other", "Tgw")));
  checkRule(
    dxGatewayTwoKinds,
    gateways(to("One", "Dx", "Vgw", "\n    Condition: Prod") + to("Two", "Dx", "Tgw", "\n    Condition: Dev")),
  );
});

test("the split is the author's to plan", () =>
  checkNoFix(dxGatewayTwoKinds, gateways(to("One", "Dx", "Vgw") + to("Two", "Dx", "Tgw"))));

test("a CDK program", () =>
  checkRule(
    dxGatewayTwoKinds,
    typescript(
      `const tgw = new ec2.CfnTransitGateway(this, 'Tgw');
new directconnect.CfnPrivateVirtualInterface(this, 'Vif', { vlan: 1, directConnectGatewayId: 'gw-1' });
new directconnect.CfnDirectConnectGatewayAssociation(this, 'Two', { directConnectGatewayId: 'gw-1', associatedGatewayId: tgw.ref });
//                                                                                          ^^^^^^ error: Two joins Tgw to a Direct Connect gateway that already has Vif…`,
      ["ec2", "directconnect"],
    ),
  ));
