import { test } from "vitest";
import { dxGatewayAssociationPrefixes } from "../../../../server/src/rules/connectivity/dx-gateway-association-prefixes.ts";
import { checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const association = (rest: string, gateway = "!Ref Tgw", before = "") => `${before}
Resources:
  Tgw: { Type: AWS::EC2::TransitGateway }
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Association:
    Type: AWS::DirectConnect::DirectConnectGatewayAssociation
    Properties:
      DirectConnectGatewayId: gw-1
      AssociatedGatewayId: ${gateway}
${rest}
`;

test("a transit gateway without prefixes", () => {
  checkRule(
    dxGatewayAssociationPrefixes,
    association(
      "#                          ^^^^^^^^ error: Association associates the transit gateway Tgw without AllowedPrefixesToDirectConnectGateway…",
    ),
  );
  checkRule(
    dxGatewayAssociationPrefixes,
    association("#                          ^^^^^^^^ error: Association は Transit Gateway の Tgw を関連付けているが…"),
    { messages: "ja" },
  );
});

test("with prefixes, also unknown ones", () => {
  checkRule(dxGatewayAssociationPrefixes, association("      AllowedPrefixesToDirectConnectGateway: [10.0.0.0/8]"));
  checkRule(
    dxGatewayAssociationPrefixes,
    association("      AllowedPrefixesToDirectConnectGateway: !Split [',', !ImportValue Prefixes]"),
  );
});

test("a virtual private gateway, and gateways elsewhere", () => {
  for (const gateway of ["!Ref Vgw", "tgw-0123456789abcdef0", "!ImportValue Tgw"]) {
    checkRule(dxGatewayAssociationPrefixes, association("", gateway));
  }
});

test("prefixes in one case only", () =>
  checkRule(
    dxGatewayAssociationPrefixes,
    `
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
  Tgw: { Type: AWS::EC2::TransitGateway }
  Association:
    Type: AWS::DirectConnect::DirectConnectGatewayAssociation
    Properties:
      AssociatedGatewayId: !Ref Tgw
#                          ^^^^^^^^ error: When Prod is false: Association associates…
      AllowedPrefixesToDirectConnectGateway: !If [Prod, [10.0.0.0/8], !Ref AWS::NoValue]
`,
  ));

test("the prefixes are the author's to choose", () => checkNoFix(dxGatewayAssociationPrefixes, association("")));

test("a CDK program", () =>
  checkRule(
    dxGatewayAssociationPrefixes,
    typescript(
      `const tgw = new ec2.CfnTransitGateway(this, 'Tgw');
new directconnect.CfnDirectConnectGatewayAssociation(this, 'Association', { directConnectGatewayId: 'gw-1', associatedGatewayId: tgw.ref });
//                                                                                                                               ^^^^^^^ error: Association associates…`,
      ["ec2", "directconnect"],
    ),
  ));
