import { expect, test } from "vitest";
import { prefixListTooManyEntries } from "../../../../server/src/rules/connectivity/prefix-list-too-many-entries.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const list = (max: string, before = ""): string => `${before}
Resources:
  Offices:
    Type: AWS::EC2::PrefixList
    Properties:
      PrefixListName: offices
      AddressFamily: IPv4
${max}
      Entries:
        - Cidr: 192.0.2.0/24
        - Cidr: 198.51.100.0/24
        - !If [Lab, { Cidr: 203.0.113.0/24 }, !Ref AWS::NoValue]
`;
const lab = "Conditions: { Lab: !Equals [!Ref AWS::Region, us-east-1] }";

test("more entries than there is room for", () => {
  checkRule(
    prefixListTooManyEntries,
    list(
      `      MaxEntries: 1
#                 ^ 💡 error: Offices lists 2 entries but has room for 1 (MaxEntries), so CloudFormation will fail. Raise MaxEntries, which is also what each reference to the list counts in quotas, or drop entries.`,
      lab,
    ),
  );
  expect(relatedPlaces(prefixListTooManyEntries, list("      MaxEntries: 1", lab))).toEqual([
    '9:7 "Entries": 2 entries',
  ]);
});

test("in Japanese", () =>
  checkRule(
    prefixListTooManyEntries,
    list(
      `      MaxEntries: '1'
#                 ^^^ 💡 error: Offices のエントリは 2 個だが、上限 (MaxEntries) は 1 で…`,
      lab,
    ),
    { messages: "ja" },
  ));

test("an entry that may not be there does not count", () =>
  checkRule(prefixListTooManyEntries, list("      MaxEntries: 2", lab)));

test("an unknown size, or entries that are not known", () => {
  checkRule(
    prefixListTooManyEntries,
    list("      MaxEntries: !Ref Max", `${lab}\nParameters: { Max: { Type: Number } }`),
  );
  checkRule(
    prefixListTooManyEntries,
    `
Resources:
  Offices:
    Type: AWS::EC2::PrefixList
    Properties:
      MaxEntries: 0
      Entries: { 'Fn::Transform': { Name: Entries } }
`,
  );
});

test("sizes and lists of conditions that exclude each other", () =>
  checkRule(
    prefixListTooManyEntries,
    `
${lab}
Resources:
  Offices:
    Type: AWS::EC2::PrefixList
    Properties:
      MaxEntries: !If [Lab, 1, 2]
      Entries: !If [Lab, [{ Cidr: 192.0.2.0/24 }], [{ Cidr: 192.0.2.0/24 }, { Cidr: 198.51.100.0/24 }]]
`,
  ));

test("a parameter's default is a warning, and the fix raises it there", () => {
  const before = (max: number): string => `${lab}
Parameters:
  Max:
    Type: Number
    Default: ${max}`;
  checkRule(
    prefixListTooManyEntries,
    list(
      `      MaxEntries: !Ref Max
#                 ^^^^^^^^ 💡 warning: With the default of Max (1), Offices lists 2 entries…`,
      before(1),
    ),
  );
  checkFix(
    prefixListTooManyEntries,
    list("      MaxEntries: !Ref Max", before(1)),
    list("      MaxEntries: !Ref Max", before(2)),
  );
});

test("raises the size", () =>
  checkFix(prefixListTooManyEntries, list("      MaxEntries: 1", lab), list("      MaxEntries: 2", lab)));

test("a CDK program", () =>
  checkRule(
    prefixListTooManyEntries,
    typescript(`new ec2.CfnPrefixList(this, 'Offices', {
  prefixListName: 'offices',
  addressFamily: 'IPv4',
  maxEntries: 1,
//            ^ 💡 error: Offices lists 2 entries but has room for 1…
  entries: [{ cidr: '192.0.2.0/24' }, { cidr: '198.51.100.0/24' }],
});`),
  ));
