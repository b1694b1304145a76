import { expect, test } from "vitest";
import { recordAliasWithTtl } from "../../../../server/src/rules/dns/record-alias-with-ttl.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const record = (more: string, before = ""): string => `${before}
Resources:
  Site:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z123
      Name: www.example.com
      Type: A
${more}
`;
const alias = "      AliasTarget: { DNSName: a.eu-west-1.elb.amazonaws.com, HostedZoneId: Z32O12XQLNTSW2 }";

test("a TTL and values beside the alias", () => {
  checkRule(
    recordAliasWithTtl,
    record(`${alias}
      TTL: '300'
#     ^^^ 💡 error: www.example.com is an alias, which takes the TTL of its target, and yet has one of its own. The stack will fail. Remove TTL.
      ResourceRecords: [192.0.2.1]
#     ^^^^^^^^^^^^^^^ 💡 error: www.example.com is an alias, which answers with the addresses of its target, and yet lists values of its own. The stack will fail. Remove ResourceRecords, or AliasTarget if the values are meant.`),
  );
  checkRule(
    recordAliasWithTtl,
    record(`${alias}
      TTL: 0
#     ^^^ 💡 error: www.example.com はエイリアスで、TTL はターゲットのものが使われるのに…`),
    { messages: "ja" },
  );
  expect(relatedPlaces(recordAliasWithTtl, record(`${alias}\n      TTL: '300'`))).toEqual([
    '9:7 "AliasTarget": The alias',
  ]);
});

test("one without the other, and parameters that may be empty", () => {
  checkRule(recordAliasWithTtl, record(alias));
  checkRule(recordAliasWithTtl, record("      TTL: '300'\n      ResourceRecords: [192.0.2.1]"));
  checkRule(
    recordAliasWithTtl,
    record(`${alias}\n      TTL: !Ref Ttl`, "Parameters: { Ttl: { Type: String, Default: '' } }"),
  );
});

test("either, by condition", () =>
  checkRule(
    recordAliasWithTtl,
    record(
      `      AliasTarget: !If [Alias, { DNSName: a.example.net, HostedZoneId: Z1 }, !Ref AWS::NoValue]
      TTL: !If [Alias, !Ref AWS::NoValue, '300']
      ResourceRecords: !If [Alias, !Ref AWS::NoValue, [192.0.2.1]]`,
      "Conditions: { Alias: !Equals [!Ref AWS::AccountId, '1'] }",
    ),
  ));

test("a default is a warning", () =>
  checkRule(
    recordAliasWithTtl,
    record(
      `${alias}
      TTL: !Ref Ttl
#     ^^^ 💡 warning: With the default of Ttl (300), www.example.com is an alias…`,
      "Parameters: { Ttl: { Type: String, Default: '300' } }",
    ),
  ));

test("removes it", () => {
  checkFix(recordAliasWithTtl, record(`      TTL: '300' # why\n${alias}`), record(alias));
  const json = (more: string): string => `{
  "Resources": {
    "Records": {
      "Type": "AWS::Route53::RecordSetGroup",
      "Properties": {
        "HostedZoneId": "Z123",
        "RecordSets": [
          { "Name": "a.example.com", "Type": "A",${more} "AliasTarget": { "DNSName": "b.example.com", "HostedZoneId": "Z123" } }
        ]
      }
    }
  }
}
`;
  checkFix(recordAliasWithTtl, json(' "ResourceRecords": ["192.0.2.1"],'), json(""));
});

test("a CDK program", () =>
  checkRule(
    recordAliasWithTtl,
    typescript(
      `new route53.CfnRecordSet(this, 'Site', { hostedZoneId: 'Z123', name: 'www.example.com', type: 'A', aliasTarget: { dnsName: 'b.example.com', hostedZoneId: 'Z123' },
  ttl: '60',
//^^^ 💡 error: www.example.com is an alias…
});`,
      ["route53"],
    ),
  ));
