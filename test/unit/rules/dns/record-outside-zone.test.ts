import { expect, test } from "vitest";
import { recordOutsideZone } from "../../../../server/src/rules/dns/record-outside-zone.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const text = (
  name: string,
  { before = "", zone = "example.com", where = "HostedZoneId: !Ref Zone" } = {},
): string => `${before}
Resources:
  Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: ${zone} } }
  Site:
    Type: AWS::Route53::RecordSet
    Properties:
      ${where}
      TTL: '300'
      ResourceRecords: [192.0.2.1]
      Type: A
      Name: ${name}
`;

test("a name of another zone, a short name", () => {
  checkRule(
    recordOutsideZone,
    text(
      "www.example.org\n#           ^^^^^^^^^^^^^^^ error: www.example.org is not in the zone example.com: Route 53 takes record names as complete, it appends nothing. The stack will fail. Write a name that ends in example.com, or name the zone that www.example.org belongs to.",
    ),
  );
  checkRule(recordOutsideZone, text("www\n#           ^^^ error: www はゾーン example.com の名前ではない…"), {
    messages: "ja",
  });
  checkRule(
    recordOutsideZone,
    text("wwwexample.com\n#           ^^^^^^^^^^^^^^ error: wwwexample.com is not in the zone…"),
  );
  expect(relatedPlaces(recordOutsideZone, text("www"))).toEqual(['3:63 "example.com": The name of the zone']);
  checkNoFix(recordOutsideZone, text("www"));
});

test("a zone by its name, a name with an unknown beginning", () => {
  checkRule(
    recordOutsideZone,
    text("www.example.org\n#           ^^^^^^^^^^^^^^^ error: www.example.org is not in the zone example.net: …", {
      where: "HostedZoneName: example.net.",
    }),
  );
  checkRule(
    recordOutsideZone,
    text(
      "!Sub ${AWS::StackName}.example.org\n#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Site is not in the zone example.com…",
    ),
  );
});

test.each(["example.com", "EXAMPLE.COM.", "*.example.com", "a.b.example.com.", "!Sub '${AWS::StackName}.example.com'"])(
  "%s",
  (name) => checkRule(recordOutsideZone, text(name)),
);

test("unknown names and zones", () => {
  const before = "Parameters: { Domain: { Type: String } }";
  checkRule(recordOutsideZone, text("!Ref Domain", { before }));
  checkRule(recordOutsideZone, text("!Sub '${Domain}example.com'", { before }));
  checkRule(recordOutsideZone, text("www.example.org", { before, zone: "!Ref Domain" }));
  checkRule(recordOutsideZone, text("www.example.org", { where: "HostedZoneId: Z1" }));
  checkRule(recordOutsideZone, text("!Sub www.${Domain}", { before, zone: "!Ref Domain" }));
});

test("a name that fits its zone in each case", () =>
  checkRule(
    recordOutsideZone,
    text("!If [Live, www.example.com, www.example.org]", {
      before: "Conditions: { Live: !Equals [!Ref AWS::AccountId, '1'] }",
      zone: "!If [Live, example.com, example.org]",
    }),
  ));

test("defaults are a warning", () =>
  checkRule(
    recordOutsideZone,
    text(
      "!Ref Host\n#           ^^^^^^^^^ warning: With the default of Host (www), www is not in the zone example.com…",
      {
        before: "Parameters: { Host: { Type: String, Default: www } }",
      },
    ),
  ));

test("a CDK program", () =>
  checkRule(
    recordOutsideZone,
    typescript(
      `const zone = new route53.CfnHostedZone(this, 'Zone', { name: 'example.com' });
new route53.CfnRecordSet(this, 'Site', { hostedZoneId: zone.ref, type: 'A', ttl: '60', resourceRecords: ['192.0.2.1'],
  name: 'www' });
//      ^^^^^ error: www is not in the zone example.com…`,
      ["route53"],
    ),
  ));
