import { expect, test } from "vitest";
import { aliasCloudfrontZoneId } from "../../../../server/src/rules/dns/alias-cloudfront-zone-id.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const text = (
  zone: string,
  { before = "", name = "!GetAtt Cdn.DomainName", health = "false" } = {},
): string => `${before}
Resources:
  Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: example.com } }
  Cdn: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Enabled: true } } }
  Site:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Zone
      Name: www.example.com
      Type: A
      AliasTarget:
        DNSName: ${name}
        EvaluateTargetHealth: ${health}
        HostedZoneId: ${zone}
`;

test("the zone of the record, another zone", () => {
  checkRule(
    aliasCloudfrontZoneId,
    text(
      "!Ref Zone\n#                     ^^^^^^^^^ 💡 error: Zone is not the zone of CloudFront, where www.example.com leads: in an alias, HostedZoneId is the zone of the target, for every distribution Z2FDTNDATAQYW2. The stack will fail. Set it to Z2FDTNDATAQYW2.",
    ),
  );
  checkRule(
    aliasCloudfrontZoneId,
    text(
      "Z2FDTNDATAQYW3\n#                     ^^^^^^^^^^^^^^ 💡 error: Z2FDTNDATAQYW3 は www.example.com の向かう CloudFront のゾーンではない…",
      {
        name: "d111111abcdef8.cloudfront.net",
      },
    ),
    { messages: "ja" },
  );
  expect(relatedPlaces(aliasCloudfrontZoneId, text("!Ref Zone"))).toEqual([
    '12:18 "!GetAtt Cdn.DomainName": The distribution',
  ]);
});

test("the right ones, another target, unknown zones", () => {
  checkRule(aliasCloudfrontZoneId, text("Z2FDTNDATAQYW2"));
  checkRule(aliasCloudfrontZoneId, text("Z3RFFRIM2A3IF5"));
  checkRule(aliasCloudfrontZoneId, text("Z3RFFRIM2A3IF5", { name: "d1.cloudfront.cn." }));
  checkRule(aliasCloudfrontZoneId, text("!Ref Zone", { name: "other.example.com" }));
  checkRule(aliasCloudfrontZoneId, text("!Ref Id", { before: "Parameters: { Id: { Type: String } }" }));
  checkRule(
    aliasCloudfrontZoneId,
    text("!ImportValue Id", { name: "!Ref Name", before: "Parameters: { Name: { Type: String } }" }),
  );
});

test("health that cannot be evaluated", () =>
  checkRule(
    aliasCloudfrontZoneId,
    text("Z2FDTNDATAQYW2", {
      health:
        "true\n#                             ^^^^ 💡 error: www.example.com leads to CloudFront, whose health Route 53 cannot evaluate. The stack will fail. Set EvaluateTargetHealth to false.",
    }),
  ));

test("another zone only where the target is another one", () =>
  checkRule(
    aliasCloudfrontZoneId,
    text("!If [Cdn, Z2FDTNDATAQYW2, !Ref Zone]", {
      before: "Conditions: { Cdn: !Equals [!Ref AWS::AccountId, '1'] }",
      name: "!If [Cdn, !GetAtt Cdn.DomainName, other.example.com]",
    }),
  ));

test("values of mappings and defaults of parameters", () => {
  const mapped = (id: string): string => `Mappings: { Zones: { Cdn: { Id: ${id} } } }`;
  checkRule(aliasCloudfrontZoneId, text("!FindInMap [Zones, Cdn, Id]", { before: mapped("Z2FDTNDATAQYW2") }));
  checkRule(
    aliasCloudfrontZoneId,
    text(
      "!FindInMap [Zones, Cdn, Id]\n#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Z1 is not the zone of CloudFront…",
      {
        before: mapped("Z1"),
      },
    ),
  );
  checkRule(
    aliasCloudfrontZoneId,
    text(
      "!Ref Id\n#                     ^^^^^^^ warning: With the default of Id (Z1), Z1 is not the zone of CloudFront…",
      {
        before: "Parameters: { Id: { Type: String, Default: Z1 } }",
      },
    ),
  );
});

test("sets them", () => {
  checkFix(aliasCloudfrontZoneId, text("!Ref Zone"), text("Z2FDTNDATAQYW2"));
  checkFix(aliasCloudfrontZoneId, text("Z2FDTNDATAQYW2", { health: "true" }), text("Z2FDTNDATAQYW2"));
  const json = (zone: string): string => `{
  "Resources": {
    "Records": {
      "Type": "AWS::Route53::RecordSetGroup",
      "Properties": {
        "HostedZoneId": "Z123",
        "RecordSets": [
          { "Name": "a.example.com", "Type": "A", "AliasTarget": { "DNSName": "d1.cloudfront.net", "HostedZoneId": "${zone}" } }
        ]
      }
    }
  }
}
`;
  checkFix(aliasCloudfrontZoneId, json("Z123"), json("Z2FDTNDATAQYW2"));
});

test("a CDK program", () =>
  checkRule(
    aliasCloudfrontZoneId,
    typescript(
      `new route53.CfnRecordSet(this, 'Site', { hostedZoneId: 'Z123', name: 'www.example.com', type: 'A', aliasTarget: { dnsName: 'd1.cloudfront.net',
  hostedZoneId: 'Z123' } });
//              ^^^^^^ 💡 error: Z123 is not the zone of CloudFront…`,
      ["route53"],
    ),
  ));
