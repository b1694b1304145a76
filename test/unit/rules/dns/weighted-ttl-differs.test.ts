import { expect, test } from "vitest";
import { weightedTtlDiffers } from "../../../../server/src/rules/dns/weighted-ttl-differs.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly name?: string;
  readonly policy?: string;
  readonly conditions?: readonly [string, string];
}
const text = (
  ttl: string,
  { before = "", name = "www.example.com", policy = "Weight: 10", conditions }: Parts = {},
): string => `${before}
Resources:
  Blue:
    Type: AWS::Route53::RecordSet
${conditions ? `    Condition: ${conditions[0]}\n` : ""}    Properties: { HostedZoneId: Z1, Name: www.example.com., Type: A, Weight: 90, SetIdentifier: blue, TTL: '60', ResourceRecords: [192.0.2.1] }
  Green:
    Type: AWS::Route53::RecordSet
${conditions ? `    Condition: ${conditions[1]}\n` : ""}    Properties:
      HostedZoneId: Z1
      Name: ${name}
      Type: A
      ${policy}
      SetIdentifier: green
      ResourceRecords: [192.0.2.2]
      TTL: ${ttl}
`;

test("different TTLs", () => {
  checkRule(
    weightedTtlDiffers,
    text(
      "300\n#          ^^^ 💡 warning: www.example.com has a TTL of 300 seconds here and of 60 in another record of its weighted group. All of a group must have the same: an answer that is cached longer gets more traffic than its weight says. Use one TTL.",
    ),
  );
  checkRule(
    weightedTtlDiffers,
    text(
      "300\n#          ^^^ 💡 warning: www.example.com の TTL はここでは 300 秒、同じ加重グループの別のレコードでは 60 秒…",
    ),
    {
      messages: "ja",
    },
  );
  expect(relatedPlaces(weightedTtlDiffers, text("300"))).toEqual(["5:108 \"'60'\": Here it is 60"]);
});

test("the same, another name, another policy, an unknown TTL", () => {
  checkRule(weightedTtlDiffers, text("60"));
  checkRule(weightedTtlDiffers, text("300", { name: "app.example.com" }));
  checkRule(weightedTtlDiffers, text("300", { policy: "Region: eu-west-1" }));
  checkRule(weightedTtlDiffers, text("!Ref Ttl", { before: "Parameters: { Ttl: { Type: String } }" }));
});

test("an alias", () =>
  checkRule(
    weightedTtlDiffers,
    text("300").replace("ResourceRecords: [192.0.2.2]", "AliasTarget: { DNSName: a.example.com, HostedZoneId: Z1 }"),
  ));

test("records that exclude each other", () =>
  checkRule(
    weightedTtlDiffers,
    text("300", {
      before: "Conditions: { One: !Equals [!Ref AWS::AccountId, '1'], Other: !Not [!Condition One] }",
      conditions: ["One", "Other"],
    }),
  ));

test("a default says so", () =>
  checkRule(
    weightedTtlDiffers,
    text(
      "!Ref Ttl\n#          ^^^^^^^^ 💡 warning: With the default of Ttl (300), www.example.com has a TTL of 300 seconds…",
      {
        before: "Parameters: { Ttl: { Type: String, Default: '300' } }",
      },
    ),
  ));

test("takes the TTL of the other", () => {
  checkFix(weightedTtlDiffers, text("'300' # long"), text("'60' # long"));
  const json = (ttl: string): string => `{
  "Resources": {
    "Records": {
      "Type": "AWS::Route53::RecordSetGroup",
      "Properties": {
        "HostedZoneId": "Z1",
        "RecordSets": [
          { "Name": "a.example.com", "Type": "A", "SetIdentifier": "a", "Weight": 1, "TTL": "60", "ResourceRecords": ["192.0.2.1"] },
          { "Name": "a.example.com", "Type": "A", "SetIdentifier": "b", "Weight": 1, "TTL": "${ttl}", "ResourceRecords": ["192.0.2.2"] }
        ]
      }
    }
  }
}
`;
  checkFix(weightedTtlDiffers, json("30"), json("60"));
});

test("a CDK program", () =>
  checkRule(
    weightedTtlDiffers,
    typescript(
      `new route53.CfnRecordSet(this, 'A', { hostedZoneId: 'Z1', name: 'a.example.com', type: 'A', weight: 1, setIdentifier: 'a', resourceRecords: ['192.0.2.1'], ttl: '60' });
new route53.CfnRecordSet(this, 'B', { hostedZoneId: 'Z1', name: 'a.example.com', type: 'A', weight: 1, setIdentifier: 'b', resourceRecords: ['192.0.2.2'],
  ttl: '300' });
//     ^^^^^ 💡 warning: a.example.com has a TTL of 300 seconds…`,
      ["route53"],
    ),
  ));
