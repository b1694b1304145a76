import { expect, test } from "vitest";
import { recordValueFormat } from "../../../../server/src/rules/dns/record-value-format.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const text = (type: string, values: string, before = ""): string => `${before}
Resources:
  App:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z1
      Name: app.example.com
      TTL: '300'
      Type: ${type}
      ResourceRecords:
        - ${values}
`;
const marked = (value: string, message: string): string => `${value}\n#         ${"^".repeat(value.length)} ${message}`;

test("an A record with a name", () => {
  const whole = text(
    "A",
    marked(
      "app.example.net",
      "💡 error: app.example.net is not what a record of type A holds: an IPv4 address. Route 53 refuses app.example.com, and the stack will fail.",
    ),
  );
  checkRule(recordValueFormat, whole);
  expect(relatedPlaces(recordValueFormat, text("A", "app.example.net"))).toEqual(['9:13 "A": The type is A']);
});

test.each([
  ["A", "10.0.0", "error: 10.0.0 is not what a record of type A holds…"],
  ["A", "300.1.1.1", "error: 300.1.1.1 is not what…"],
  ["A", "2001:db8::1", "💡 error: 2001:db8::1 is not what…"],
  ["AAAA", "192.0.2.1", "💡 error: 192.0.2.1 is not what a record of type AAAA holds: an IPv6 address…"],
  [
    "MX",
    "mail.example.com",
    "error: mail.example.com is not what a record of type MX holds: a priority and a mail server…",
  ],
  ["SRV", "10 5269 xmpp.example.com", "error: 10 5269 xmpp.example.com is not what…"],
  ["TXT", "v=spf1 -all", "💡 error: v=spf1 -all is not what a record of type TXT holds: text in double quotes…"],
  ["SPF", "v=spf1 -all", "💡 error: v=spf1 -all is not what a record of type SPF holds…"],
  ["CAA", "letsencrypt.org", "error: letsencrypt.org is not what a record of type CAA holds…"],
])("%s: %s", (type, value, message) => checkRule(recordValueFormat, text(type, marked(value, message))));

test("in Japanese", () =>
  checkRule(
    recordValueFormat,
    text("AAAA", marked("192.0.2.1", "💡 error: 192.0.2.1 は AAAA レコードの値の形式ではない…")),
    {
      messages: "ja",
    },
  ));

test.each([
  ["A", "192.0.2.1"],
  ["AAAA", "2001:db8::1"],
  ["AAAA", "'::ffff:192.0.2.1'"],
  ["MX", "10 mail.example.com."],
  ["SRV", "1 10 5269 xmpp.example.com"],
  ["TXT", "'\"v=spf1 -all\"'"],
  ["TXT", '\'"first part" "second part"\''],
  ["CAA", "'0 issue \"amazon.com\"'"],
  ["CNAME", "app.example.net"],
  ["A", "!GetAtt Server.PublicIp"],
  ["A", "!Ref Address"],
  ["A", "!ImportValue Address"],
])("%s: %s", (type, value) =>
  checkRule(recordValueFormat, text(type, value, "Parameters: { Address: { Type: String } }")),
);

test("the type of each value", () =>
  checkRule(
    recordValueFormat,
    text(
      "!If [Name, CNAME, A]",
      "!If [Name, app.example.net, 192.0.2.1]",
      "Conditions: { Name: !Equals [!Ref AWS::AccountId, '1'] }",
    ),
  ));

test("a default is a warning without a fix", () => {
  const before = "Parameters: { Address: { Type: String, Default: app.example.net } }";
  checkRule(
    recordValueFormat,
    text(
      "A",
      marked(
        "!Ref Address",
        "warning: With the default of Address (app.example.net), app.example.net is not what a record of type A holds…",
      ),
      before,
    ),
  );
  checkNoFix(recordValueFormat, text("A", "!Ref Address", before));
});

test("changes the type, or adds quotes", () => {
  checkFix(recordValueFormat, text("A", "app.example.net"), text("CNAME", "app.example.net"));
  checkFix(recordValueFormat, text("A # v6", "2001:db8::1"), text("AAAA # v6", "2001:db8::1"));
  checkFix(recordValueFormat, text("TXT", "v=spf1 -all"), text("TXT", "'\"v=spf1 -all\"'"));
  checkNoFix(
    recordValueFormat,
    text("A", "app.example.net").replace("HostedZoneId: Z1", "HostedZoneName: app.example.com."),
  );
  const json = (value: string): string => `{
  "Resources": {
    "Records": {
      "Type": "AWS::Route53::RecordSetGroup",
      "Properties": {
        "HostedZoneId": "Z1",
        "RecordSets": [{ "Name": "a.example.com", "Type": "TXT", "TTL": "60", "ResourceRecords": [${value}] }]
      }
    }
  }
}
`;
  checkFix(recordValueFormat, json('"v=spf1 -all"'), json('"\\"v=spf1 -all\\""'));
});

test("changes no type where another record of the name stands in the way", () => {
  const beside = (type: string, value: string): string =>
    `  Other: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: Z1, Name: app.example.com, TTL: '60', Type: ${type}, ResourceRecords: ['${value}'] } }\n`;
  checkNoFix(recordValueFormat, text("A", "app.example.net") + beside("MX", "10 mail.example.com"));
  checkNoFix(recordValueFormat, text("A", "2001:db8::1") + beside("AAAA", "2001:db8::2"));
  checkFix(
    recordValueFormat,
    text("A", "2001:db8::1") + beside("MX", "10 mail.example.com"),
    text("AAAA", "2001:db8::1") + beside("MX", "10 mail.example.com"),
  );
});

test("a CDK program", () =>
  checkRule(
    recordValueFormat,
    python(
      `route53.CfnRecordSet(self, 'App', hosted_zone_id='Z1', name='app.example.com', ttl='60', type='A',
    resource_records=['app.example.net'])
#                     ^^^^^^^^^^^^^^^^^ 💡 error: app.example.net is not what a record of type A holds…`,
      ["route53"],
    ),
  ));
