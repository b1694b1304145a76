import { expect, test } from "vitest";
import { prefixListFamily } from "../../../../server/src/rules/connectivity/prefix-list-family.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const list = (rest: string, before = ""): string => `${before}
Resources:
  Offices:
    Type: AWS::EC2::PrefixList
    Properties:
      MaxEntries: 5
${rest}
`;
const mixed = list(`      AddressFamily: IPv4
      Entries:
        - Cidr: 192.0.2.0/24
        - Cidr: 2001:db8::/32`);

test("an entry of the other family", () => {
  checkRule(
    prefixListFamily,
    list(`      AddressFamily: IPv4
      Entries:
        - Cidr: 192.0.2.0/24
        - Cidr: 2001:db8::/32
#               ^^^^^^^^^^^^^ error: Offices is a list of IPv4 ranges, but 2001:db8::/32 is IPv6. A prefix list holds one family only, so CloudFormation will fail. Put the entry into a list of its own.`),
  );
  expect(relatedPlaces(prefixListFamily, mixed)).toEqual(['7:22 "IPv4": The family of the list']);
  checkNoFix(prefixListFamily, mixed);
});

test("a name of AWS's, in Japanese", () =>
  checkRule(
    prefixListFamily,
    list(`      PrefixListName: com.amazonaws.offices
#                     ^^^^^^^^^^^^^^^^^^^^^ error: Offices の名前は com.amazonaws.offices だが…`),
    { messages: "ja" },
  ));

test("entries of the family, and what is no block", () =>
  checkRule(
    prefixListFamily,
    list(`      PrefixListName: offices.com.amazonaws
      AddressFamily: IPv6
      Entries:
        - Cidr: 2001:db8::/32
        - Cidr: not-a-block`),
  ));

test("an unknown family or entry, and families of other conditions", () => {
  checkRule(
    prefixListFamily,
    list(
      `      AddressFamily: !Ref Family
      Entries: [{ Cidr: 2001:db8::/32 }, { Cidr: !ImportValue Office }]`,
      "Parameters: { Family: { Type: String } }",
    ),
  );
  checkRule(
    prefixListFamily,
    list(
      `      AddressFamily: !If [Six, IPv6, IPv4]
      Entries:
        - Cidr: !If [Six, 2001:db8::/32, 192.0.2.0/24]`,
      "Conditions: { Six: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("a parameter's default is a warning", () =>
  checkRule(
    prefixListFamily,
    list(
      `      AddressFamily: IPv6
      Entries:
        - Cidr: !Ref Office
#               ^^^^^^^^^^^ warning: With the default of Office (192.0.2.0/24), Offices is a list of IPv6 ranges…`,
      "Parameters: { Office: { Type: String, Default: 192.0.2.0/24 } }",
    ),
  ));

test("a CDK program", () =>
  checkRule(
    prefixListFamily,
    typescript(`new ec2.CfnPrefixList(this, 'Offices', {
  prefixListName: 'offices',
  addressFamily: 'IPv6',
  maxEntries: 1,
  entries: [
    { cidr: '192.0.2.0/24' },
//          ^^^^^^^^^^^^^^ error: Offices is a list of IPv6 ranges…
  ],
});`),
  ));
