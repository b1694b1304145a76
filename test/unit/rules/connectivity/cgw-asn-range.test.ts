import { expect, test } from "vitest";
import { cgwAsnRange } from "../../../../server/src/rules/connectivity/cgw-asn-range.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python, typescript } from "../../../support/programs.ts";

const gateway = (properties: string, before = ""): string => `${before}
Resources:
  Office:
    Type: AWS::EC2::CustomerGateway
    Properties:
      Type: ipsec.1
      IpAddress: 203.0.113.1
${properties}
`;

test("an ASN too large for BgpAsn", () =>
  checkRule(
    cgwAsnRange,
    gateway(`      BgpAsn: 4200000000
#             ^^^^^^^^^^ 💡 error: Office gives 4200000000 as BgpAsn, which takes 1 to 2147483647, so CloudFormation will fail. Larger ASNs go into BgpAsnExtended.`),
  ));

test("one too small for BgpAsnExtended, in Japanese", () =>
  checkRule(
    cgwAsnRange,
    gateway(`      BgpAsnExtended: 65010
#                     ^^^^^ 💡 error: Office の BgpAsnExtended は 65010 だが、BgpAsnExtended に書けるのは 2147483648 以上で、作成は失敗する。この ASN は BgpAsn に書く。`),
    { messages: "ja" },
  ));

test("numbers that are no ASN", () => {
  checkRule(
    cgwAsnRange,
    gateway(`      BgpAsn: 0
#             ^ error: Office gives 0 as its ASN, which is none…`),
  );
  checkRule(
    cgwAsnRange,
    gateway(`      BgpAsnExtended: 4294967296
#                     ^^^^^^^^^^ error: Office gives 4294967296 as its ASN, which is none…`),
  );
});

test("numbers that AWS keeps: everywhere, or in one Region", () => {
  checkRule(
    cgwAsnRange,
    gateway(`      BgpAsn: "7224"
#             ^^^^^^ error: Office has ASN 7224, which AWS keeps for itself in every Region…`),
  );
  checkRule(
    cgwAsnRange,
    gateway(`      BgpAsn: 10124
#             ^^^^^ warning: Office has ASN 10124, which AWS keeps for itself in ap-northeast-1…`),
  );
});

test("both properties", () => {
  const both = gateway(`      BgpAsn: 65000
      BgpAsnExtended: 4200000000`);
  checkRule(
    cgwAsnRange,
    both.replace("4200000000", "4200000000\n#     ^^^^^^^^^^^^^^ 💡 error: Office gives BgpAsn and BgpAsnExtended…"),
  );
  expect(relatedPlaces(cgwAsnRange, both)).toEqual(['8:7 "BgpAsn": BgpAsn is here']);
});

test("the ends of the ranges", () => {
  for (const asn of ["BgpAsn: 1", "BgpAsn: 2147483647", "BgpAsnExtended: 2147483648", "BgpAsnExtended: 4294967295"]) {
    checkRule(cgwAsnRange, gateway(`      ${asn}`));
  }
});

test("an unknown ASN, none, and one of the two by a condition", () => {
  checkRule(cgwAsnRange, gateway("      BgpAsn: !Ref Asn", "Parameters: { Asn: { Type: Number } }"));
  checkRule(cgwAsnRange, gateway(""));
  checkRule(
    cgwAsnRange,
    gateway(
      `      BgpAsn: !If [Large, !Ref AWS::NoValue, 65000]
      BgpAsnExtended: !If [Large, 4200000000, !Ref AWS::NoValue]`,
      "Conditions: { Large: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("only the branch that is too large, and no fix that would move the other", () => {
  const template = gateway(
    "      BgpAsn: !If [Large, 4200000000, 65000]",
    "Conditions: { Large: !Equals [!Ref AWS::Region, us-east-1] }",
  );
  checkRule(
    cgwAsnRange,
    template.replace(
      "65000]",
      "65000]\n#                         ^^^^^^^^^^ error: When Large is true: Office gives 4200000000 as BgpAsn…",
    ),
  );
  checkNoFix(cgwAsnRange, template);
});

test("a parameter's default is a warning", () =>
  checkRule(
    cgwAsnRange,
    gateway(
      `      BgpAsn: !Ref Asn
#             ^^^^^^^^ 💡 warning: With the default of Asn (4200000000), Office gives 4200000000…`,
      "Parameters: { Asn: { Type: Number, Default: 4200000000 } }",
    ),
  ));

test("writes it under the other name", () => {
  checkFix(cgwAsnRange, gateway("      BgpAsn: 4200000000"), gateway("      BgpAsnExtended: 4200000000"));
  checkFix(cgwAsnRange, gateway("      BgpAsnExtended: 65010"), gateway("      BgpAsn: 65010"));
});

test("keeps one of the two", () =>
  checkFix(
    cgwAsnRange,
    gateway(`      BgpAsn: 65000
      BgpAsnExtended: 4200000000`),
    gateway("      BgpAsnExtended: 4200000000"),
    { title: "Remove BgpAsn" },
  ));

test("CDK programs", () => {
  checkRule(
    cgwAsnRange,
    typescript(`new ec2.CfnCustomerGateway(this, 'Office', {
  type: 'ipsec.1',
  ipAddress: '203.0.113.1',
  bgpAsn: 4200000000,
//        ^^^^^^^^^^ 💡 error: Office gives 4200000000 as BgpAsn…
});`),
  );
  checkFix(
    cgwAsnRange,
    python("ec2.CfnCustomerGateway(self, 'Office', type='ipsec.1', ip_address='203.0.113.1', bgp_asn=4200000000)"),
    python(
      "ec2.CfnCustomerGateway(self, 'Office', type='ipsec.1', ip_address='203.0.113.1', bgp_asn_extended=4200000000)",
    ),
  );
});
