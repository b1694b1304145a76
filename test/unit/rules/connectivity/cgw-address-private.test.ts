import { expect, test } from "vitest";
import { cgwAddressPrivate } from "../../../../server/src/rules/connectivity/cgw-address-private.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const site = (address: string, { vpn = "", more = "", before = "" } = {}): string => `${before}Resources:
  Office:
    Type: AWS::EC2::CustomerGateway
    Properties:
      Type: ipsec.1
      BgpAsn: 65010
${address}
  Vpn:
    Type: AWS::EC2::VPNConnection
    Properties:
      Type: ipsec.1
      CustomerGatewayId: !Ref Office
      TransitGatewayId: tgw-0123456789abcdef0
${vpn}${more}`;
const inside = "      IpAddress: 10.0.0.1";

test("a private address", () => {
  checkRule(
    cgwAddressPrivate,
    site(`      IpAddress: 10.0.0.1
#                ^^^^^^^^ warning: Office has the private address 10.0.0.1, which Vpn can't reach over the internet. Write the public address of your device or of the NAT device before it. For a VPN over Direct Connect set OutsideIpAddressType: PrivateIpv4 on Vpn.`),
  );
  expect(relatedPlaces(cgwAddressPrivate, site(inside))).toEqual(['8:3 "Vpn": The VPN connection']);
  checkNoFix(cgwAddressPrivate, site(inside));
});

test("a shared address, in Japanese", () =>
  checkRule(
    cgwAddressPrivate,
    site(`      IpAddress: 100.64.1.1
#                ^^^^^^^^^^ warning: Office の IP アドレス 100.64.1.1 はプライベートで、Vpn からインターネット経由で届かない。機器か、その手前の NAT 装置のパブリック IP を書くこと。Direct Connect 上の VPN なら、Vpn に OutsideIpAddressType: PrivateIpv4 を指定する。`),
    { messages: "ja" },
  ));

test("public and IPv6 addresses, unknown ones", () => {
  for (const address of ["203.0.113.1", "172.32.0.1", "2001:db8::1", "!Ref Address"])
    checkRule(
      cgwAddressPrivate,
      site(`      IpAddress: ${address}`, { before: "Parameters: { Address: { Type: String } }\n" }),
    );
});

test("tunnels over Direct Connect, or of a type that nobody knows", () => {
  const before = "Parameters: { Kind: { Type: String } }\n";
  for (const kind of ["PrivateIpv4", "!Ref Kind"])
    checkRule(cgwAddressPrivate, site(inside, { vpn: `      OutsideIpAddressType: ${kind}\n`, before }));
  checkRule(
    cgwAddressPrivate,
    site(
      `      IpAddress: 10.0.0.1
#                ^^^^^^^^ warning: Office has the private address 10.0.0.1…`,
      { vpn: "      OutsideIpAddressType: PublicIpv4\n" },
    ),
  );
});

test("a certificate, no connection, an id that leaves the template", () => {
  checkRule(
    cgwAddressPrivate,
    site(`${inside}\n      CertificateArn: arn:aws:acm:us-east-1:123456789012:certificate/1`),
  );
  checkRule(cgwAddressPrivate, site(inside).replace("!Ref Office", "cgw-0123456789abcdef0"));
  checkRule(cgwAddressPrivate, site(inside, { more: "Outputs: { Id: { Value: !Ref Office } }\n" }));
});

test("defaults and conditions", () => {
  checkRule(
    cgwAddressPrivate,
    site(
      `      IpAddress: !Ref Address
#                ^^^^^^^^^^^^ warning: With the default of Address (192.168.1.1), Office has the private address 192.168.1.1…`,
      { before: "Parameters: { Address: { Type: String, Default: 192.168.1.1 } }\n" },
    ),
  );
  const before = "Conditions: { Test: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(
    cgwAddressPrivate,
    site("      IpAddress: !If [Test, 10.0.0.1, 203.0.113.1]", { before }).replace(
      "!Ref Office",
      "!If [Test, cgw-0123456789abcdef0, !Ref Office]",
    ),
  );
});

test("a CDK program", () =>
  checkRule(
    cgwAddressPrivate,
    python(`office = ec2.CfnCustomerGateway(self, 'Office', type='ipsec.1', bgp_asn=65010,
    ip_address='192.168.0.1',
#              ^^^^^^^^^^^^^ warning: Office has the private address 192.168.0.1…
)
ec2.CfnVPNConnection(self, 'Vpn', type='ipsec.1', customer_gateway_id=office.ref, transit_gateway_id='tgw-1')`),
  ));
