import { expect, test } from "vitest";
import { vpnGatewayCount } from "../../../../server/src/rules/connectivity/vpn-gateway-count.ts";
import { checkFix, checkRule, fixTitles, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const connection = (properties: string, before = ""): string => `${before}
Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-1
${properties}
`;
const both = connection(`      VpnGatewayId: vgw-1
      TransitGatewayId: tgw-1`);

test("both gateways", () => {
  checkRule(
    vpnGatewayCount,
    connection(`      VpnGatewayId: vgw-1
      TransitGatewayId: tgw-1
#     ^^^^^^^^^^^^^^^^ 💡 error: Vpn names a virtual private gateway and a transit gateway, but its tunnels end at one of them. CloudFormation takes either VpnGatewayId or TransitGatewayId. Keep the one that leads to your VPCs.`),
  );
  expect(relatedPlaces(vpnGatewayCount, both)).toEqual(['8:7 "VpnGatewayId": The virtual private gateway']);
});

test("no gateway, in Japanese", () =>
  checkRule(
    vpnGatewayCount,
    `
Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
#         ^^^^^^^^^^^^^^^^^^^^^^^ error: Vpn に AWS 側のゲートウェイがなく、トンネルはどの VPC にもつながらない。VPC が 1 つなら VpnGatewayId、複数なら TransitGatewayId を指定すること。
    Properties: { Type: ipsec.1, CustomerGatewayId: cgw-1 }
`,
    { messages: "ja" },
  ));

test("one gateway, or a concentrator", () => {
  for (const gateway of ["VpnGatewayId: vgw-1", "TransitGatewayId: !Ref Tgw", "VpnConcentratorId: vcn-1"]) {
    checkRule(vpnGatewayCount, connection(`      ${gateway}`, "Parameters: { Tgw: { Type: String } }"));
  }
});

test("a connection that Cloud WAN takes, or whose id leaves the template", () => {
  checkRule(
    vpnGatewayCount,
    `${connection("")}  Attachment:
    Type: AWS::NetworkManager::SiteToSiteVpnAttachment
    Properties:
      CoreNetworkId: core-network-1
      VpnConnectionArn: !Sub arn:aws:ec2:\${AWS::Region}:\${AWS::AccountId}:vpn-connection/\${Vpn}
`,
  );
  checkRule(vpnGatewayCount, `${connection("")}Outputs: { Id: { Value: !Ref Vpn } }`);
});

test("one of the two by a condition, or by a parameter that may be empty", () => {
  checkRule(
    vpnGatewayCount,
    connection(
      `      VpnGatewayId: !If [Hub, !Ref AWS::NoValue, vgw-1]
      TransitGatewayId: !If [Hub, tgw-1, !Ref AWS::NoValue]`,
      "Conditions: { Hub: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
  checkRule(
    vpnGatewayCount,
    connection(
      `      VpnGatewayId: !Ref Vgw
      TransitGatewayId: !Ref Tgw`,
      "Parameters: { Vgw: { Type: String }, Tgw: { Type: String, Default: '' } }",
    ),
  );
});

test("the case of a condition in which there is none", () =>
  checkRule(
    vpnGatewayCount,
    `
Conditions: { Hub: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
  Vpn:
    Type: AWS::EC2::VPNConnection
#         ^^^^^^^^^^^^^^^^^^^^^^^ error: When Hub is false: Vpn names no gateway on the AWS side…
    Properties:
      Type: ipsec.1
      CustomerGatewayId: cgw-1
      TransitGatewayId: !If [Hub, tgw-1, !Ref AWS::NoValue]
`,
  ));

test("keeps either", () => {
  expect(fixTitles(vpnGatewayCount, both)).toEqual(["Keep TransitGatewayId only", "Keep VpnGatewayId only"]);
  checkFix(vpnGatewayCount, both, connection("      VpnGatewayId: vgw-1"), { title: "Keep VpnGatewayId" });
});

test("a CDK program", () =>
  checkRule(
    vpnGatewayCount,
    typescript(`new ec2.CfnVPNConnection(this, 'Vpn', {
  type: 'ipsec.1',
  customerGatewayId: 'cgw-1',
  vpnGatewayId: 'vgw-1',
  transitGatewayId: 'tgw-1',
//^^^^^^^^^^^^^^^^ 💡 error: Vpn names a virtual private gateway and a transit gateway…
});`),
  ));
