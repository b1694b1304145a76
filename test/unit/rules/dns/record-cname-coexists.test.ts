import { expect, test } from "vitest";
import { recordCnameCoexists } from "../../../../server/src/rules/dns/record-cname-coexists.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly name?: string;
  readonly zone?: string;
  readonly conditions?: readonly [string, string];
  readonly own?: string;
}
const text = (
  type: string,
  { before = "", name = "WWW.example.com.", zone = "Z1", conditions, own = "www.example.com" }: Parts = {},
): string => `${before}
Resources:
  A:
    Type: AWS::Route53::RecordSet
${conditions ? `    Condition: ${conditions[0]}\n` : ""}    Properties:
      HostedZoneId: Z1
      Name: ${own}
      TTL: '60'
      ResourceRecords: [a.example.net]
      Type: ${type}
  B:
    Type: AWS::Route53::RecordSet
${conditions ? `    Condition: ${conditions[1]}\n` : ""}    Properties:
      HostedZoneId: ${zone}
      Name: ${name}
      TTL: '60'
      ResourceRecords: ['"text"']
      Type: TXT
`;
const mark = "CNAME\n#           ^^^^^ error: ";

test("another record of the same name", () => {
  checkRule(
    recordCnameCoexists,
    text(
      `${mark}www.example.com is a CNAME in A, and B has a record of type TXT of the same name in the zone. A CNAME allows no other record beside it, so the stack will fail. Keep one of the two.`,
    ),
  );
  checkRule(
    recordCnameCoexists,
    text(`${mark}www.example.com は A で CNAME だが、同じゾーンの同じ名前に B の TXT レコードもある…`),
    {
      messages: "ja",
    },
  );
  expect(relatedPlaces(recordCnameCoexists, text("CNAME"))).toEqual(['18:13 "TXT": The other record of this name']);
  checkNoFix(recordCnameCoexists, text("CNAME"));
});

test("names that are put together of the same parts", () =>
  checkRule(
    recordCnameCoexists,
    text(`${mark}A is a CNAME in A, and B…`, {
      before: "Parameters: { Domain: { Type: String } }",
      own: "!Sub www.${Domain}",
      name: "!Join ['.', [www, !Ref Domain]]",
    }),
  ));

test("in one group", () =>
  checkRule(
    recordCnameCoexists,
    `
Resources:
  Records:
    Type: AWS::Route53::RecordSetGroup
    Properties:
      HostedZoneName: example.com.
      RecordSets:
        - { Name: a.example.com, TTL: '60', ResourceRecords: [192.0.2.1], Type: A }
        - { Name: a.example.com, TTL: '60', ResourceRecords: [b.example.net], Type: CNAME }
#                                                                                   ^^^^^ error: a.example.com is a CNAME in Records, and Records has a record of type A…
`,
  ));

test("another name, another zone, no CNAME, several CNAMEs, unknown names", () => {
  checkRule(recordCnameCoexists, text("CNAME", { name: "example.com" }));
  checkRule(recordCnameCoexists, text("CNAME", { zone: "Z2" }));
  checkRule(recordCnameCoexists, text("MX"));
  checkRule(recordCnameCoexists, text("CNAME").replace("Type: TXT", "Type: CNAME"));
  checkRule(recordCnameCoexists, text("CNAME", { name: "!Ref N", before: "Parameters: { N: { Type: String } }" }));
});

test("records that exclude each other", () => {
  const before = "Conditions: { One: !Equals [!Ref AWS::AccountId, '1'], Other: !Not [!Condition One] }";
  checkRule(recordCnameCoexists, text("CNAME", { before, conditions: ["One", "Other"] }));
  checkRule(
    recordCnameCoexists,
    text(`${mark}When One is true: www.example.com is a CNAME…`, { before, conditions: ["One", "One"] }),
  );
});

test("a default of the type is a warning", () =>
  checkRule(
    recordCnameCoexists,
    text("!Ref T\n#           ^^^^^^ warning: With the default of T (CNAME), www.example.com is a CNAME…", {
      before: "Parameters: { T: { Type: String, Default: CNAME } }",
    }),
  ));

test("a CDK program", () =>
  checkRule(
    recordCnameCoexists,
    typescript(
      `new route53.CfnRecordSet(this, 'A', { hostedZoneId: 'Z1', name: 'a.example.com', type: 'TXT', ttl: '60', resourceRecords: ['"x"'] });
new route53.CfnRecordSet(this, 'B', { hostedZoneId: 'Z1', name: 'a.example.com', ttl: '60', resourceRecords: ['b.example.net'],
  type: 'CNAME' });
//      ^^^^^^^ error: a.example.com is a CNAME in B…`,
      ["route53"],
    ),
  ));
