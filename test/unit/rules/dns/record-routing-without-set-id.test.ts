import { test } from "vitest";
import { recordRoutingWithoutSetId } from "../../../../server/src/rules/dns/record-routing-without-set-id.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const record = (more: string, before = ""): string => `${before}
Resources:
  Blue:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z123
      Name: www.example.com
      Type: A
      TTL: '60'
      ResourceRecords: [192.0.2.10]
${more}
`;

test("a policy without an identifier", () => {
  checkRule(
    recordRoutingWithoutSetId,
    record(`      Weight: 0
#     ^^^^^^ 💡 error: www.example.com has the routing policy Weight but no SetIdentifier, which tells it from the other records of its name and type. The stack will fail. Add a SetIdentifier that no other of them has.`),
  );
  checkRule(
    recordRoutingWithoutSetId,
    record(`      MultiValueAnswer: true
#     ^^^^^^^^^^^^^^^^ 💡 error: www.example.com にはルーティングポリシーの MultiValueAnswer があるが…`),
    { messages: "ja" },
  );
});

test.each(["Region: eu-west-1", "Failover: PRIMARY", "GeoLocation: { CountryCode: JP }"])("%s", (policy) =>
  checkRule(
    recordRoutingWithoutSetId,
    record(
      `      ${policy}\n#     ${"^".repeat(policy.indexOf(":"))} 💡 error: www.example.com has the routing policy…`,
    ),
  ),
);

test("an identifier without a policy", () =>
  checkRule(
    recordRoutingWithoutSetId,
    record(`      SetIdentifier: blue
#     ^^^^^^^^^^^^^ 💡 error: www.example.com has a SetIdentifier but no routing policy, and a simple record takes none. The stack will fail. Add Weight, Region or another policy, or remove SetIdentifier.
      MultiValueAnswer: false`),
  ));

test("both or neither, and what nobody knows", () => {
  checkRule(recordRoutingWithoutSetId, record("      Weight: 1\n      SetIdentifier: blue"));
  checkRule(recordRoutingWithoutSetId, record("      Comment: simple"));
  checkRule(recordRoutingWithoutSetId, record("      MultiValueAnswer: false"));
  const before = "Parameters: { P: { Type: String } }";
  checkRule(recordRoutingWithoutSetId, record("      Weight: !Ref P", before));
  checkRule(recordRoutingWithoutSetId, record("      SetIdentifier: !Ref P", before));
  checkRule(recordRoutingWithoutSetId, record("      Weight: 1\n      SetIdentifier: !Sub ${AWS::StackName}-blue"));
});

test("both under the same condition", () => {
  const before = "Conditions: { Many: !Equals [!Ref AWS::AccountId, '1'] }";
  checkRule(
    recordRoutingWithoutSetId,
    record(
      `      Weight: !If [Many, 1, !Ref AWS::NoValue]
      SetIdentifier: !If [Many, blue, !Ref AWS::NoValue]`,
      before,
    ),
  );
  checkRule(
    recordRoutingWithoutSetId,
    record(
      `      Weight: !If [Many, 1, !Ref AWS::NoValue]
      SetIdentifier: blue
#     ^^^^^^^^^^^^^ 💡 error: When Many is false: www.example.com has a SetIdentifier…`,
      before,
    ),
  );
});

test("a default is a warning", () =>
  checkRule(
    recordRoutingWithoutSetId,
    record(
      `      MultiValueAnswer: !Ref Many
#     ^^^^^^^^^^^^^^^^ 💡 warning: With the default of Many (true), www.example.com has the routing policy MultiValueAnswer…`,
      "Parameters: { Many: { Type: String, Default: 'true' } }",
    ),
  ));

test("adds an identifier, or removes it", () => {
  checkFix(recordRoutingWithoutSetId, record("      Weight: 1"), record("      Weight: 1\n      SetIdentifier: Blue"));
  checkFix(
    recordRoutingWithoutSetId,
    record("      SetIdentifier: blue\n      Comment: simple"),
    record("      Comment: simple"),
  );
  const json = (more: string): string => `{
  "Resources": {
    "Records": {
      "Type": "AWS::Route53::RecordSetGroup",
      "Properties": {
        "HostedZoneId": "Z123",
        "RecordSets": [
          { "Name": "a.example.com", "Type": "A", "TTL": "60", "ResourceRecords": ["192.0.2.1"] },
          { "Name": "b.example.com", "Type": "A", "TTL": "60", "ResourceRecords": ["192.0.2.2"], "Weight": 1${more} }
        ]
      }
    }
  }
}
`;
  checkFix(recordRoutingWithoutSetId, json(""), json(', "SetIdentifier": "Records-2"'));
});

test("a CDK program", () =>
  checkRule(
    recordRoutingWithoutSetId,
    typescript(
      `new route53.CfnRecordSet(this, 'Blue', { hostedZoneId: 'Z123', name: 'www.example.com', type: 'A', ttl: '60', resourceRecords: ['192.0.2.1'],
  weight: 1,
//^^^^^^ 💡 error: www.example.com has the routing policy Weight…
});`,
      ["route53"],
    ),
  ));
