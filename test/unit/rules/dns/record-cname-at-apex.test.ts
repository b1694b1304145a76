import { test } from "vitest";
import { recordCnameAtApex } from "../../../../server/src/rules/dns/record-cname-at-apex.ts";
import { checkFix, checkNoFix, checkRule } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

interface Parts {
  readonly before?: string;
  readonly zone?: string;
  readonly where?: string;
  readonly name?: string;
}
const text = (
  type: string,
  { before = "", zone = "example.com", where = "HostedZoneId: !Ref Zone", name = "example.com." }: Parts = {},
): string => `${before}
Resources:
  Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: ${zone} } }
  Site:
    Type: AWS::Route53::RecordSet
    Properties:
      ${where}
      Name: ${name}
      TTL: '300'
      ResourceRecords: [site.example.net]
      Type: ${type}
`;
const mark = "CNAME\n#           ^^^^^ error: ";
const domain = "Parameters: { Domain: { Type: String } }";

test("the name of a zone of the template", () => {
  checkRule(
    recordCnameAtApex,
    text(
      `${mark}example.com. is the name of the hosted zone itself, and a CNAME cannot stand there, beside the zone's own NS and SOA records. The stack will fail. Use an alias record of type A or AAAA.`,
    ),
  );
  checkRule(recordCnameAtApex, text(`${mark}EXAMPLE.com はホストゾーンそのものの名前で…`, { name: "EXAMPLE.com" }), {
    messages: "ja",
  });
  checkNoFix(recordCnameAtApex, text("CNAME"));
});

test("the same parameter for both, and the zone by its name", () => {
  checkRule(
    recordCnameAtApex,
    text(`${mark}Site is the name of the hosted zone itself…`, {
      before: domain,
      zone: "!Ref Domain",
      name: "!Sub '${Domain}.'",
    }),
  );
  checkRule(
    recordCnameAtApex,
    text(`${mark}Site is the name…`, {
      before: domain,
      where: "HostedZoneName: !Join ['', [!Ref Domain, .]]",
      name: "!Ref Domain",
    }),
  );
});

test("another name, another type, an unknown zone", () => {
  checkRule(recordCnameAtApex, text("CNAME", { name: "www.example.com" }));
  checkRule(recordCnameAtApex, text("A"));
  checkRule(recordCnameAtApex, text("CNAME", { where: "HostedZoneId: Z123" }));
  checkRule(recordCnameAtApex, text("CNAME", { before: domain, name: "!Ref Domain" }));
  checkRule(recordCnameAtApex, text("CNAME", { before: domain, zone: "!Ref Domain", name: "!Sub www.${Domain}" }));
});

test("a type that is never CNAME at the apex", () =>
  checkRule(
    recordCnameAtApex,
    text("!If [Bare, A, CNAME]", {
      before: "Conditions: { Bare: !Equals [!Ref AWS::AccountId, '1'] }",
      name: "!If [Bare, example.com, www.example.com]",
    }),
  ));

test("defaults are a warning", () =>
  checkRule(
    recordCnameAtApex,
    text(
      `${mark.replace("error", "warning")}With the default of Domain (example.com), Site is the name of the hosted zone itself…`,
      { before: "Parameters: { Domain: { Type: String, Default: example.com } }", name: "!Ref Domain" },
    ),
  ));

test("becomes an alias of a distribution or a load balancer", () => {
  const json = (type: string, rest: string): string => `{
  "Resources": {
    "Zone": { "Type": "AWS::Route53::HostedZone", "Properties": { "Name": "example.com" } },
    "Lb": { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": { "Subnets": ["subnet-1", "subnet-2"] } },
    "Site": {
      "Type": "AWS::Route53::RecordSetGroup",
      "Properties": {
        "HostedZoneId": { "Ref": "Zone" },
        "RecordSets": [
          {
            "Name": "example.com",
            "Type": "${type}",
${rest}
          }
        ]
      }
    }
  }
}
`;
  checkFix(
    recordCnameAtApex,
    json("CNAME", `            "TTL": "60",\n            "ResourceRecords": [{ "Fn::GetAtt": ["Lb", "DNSName"] }]`),
    json(
      "A",
      `            "AliasTarget": {
              "DNSName": { "Fn::GetAtt": ["Lb", "DNSName"] },
              "HostedZoneId": { "Fn::GetAtt": ["Lb", "CanonicalHostedZoneID"] }
            }`,
    ),
  );
  const yaml = (rest: string): string => `
Resources:
  Cdn: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Enabled: true } } }
  Site:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneName: example.com.
      Name: example.com
${rest}`;
  checkFix(
    recordCnameAtApex,
    yaml(`      Type: CNAME # the site
      TTL: '300'
      ResourceRecords:
        - !GetAtt Cdn.DomainName
`),
    yaml(`      Type: A # the site
      AliasTarget:
        DNSName: !GetAtt Cdn.DomainName
        HostedZoneId: Z2FDTNDATAQYW2
`),
  );
});

test("a CDK program", () =>
  checkRule(
    recordCnameAtApex,
    python(
      `route53.CfnRecordSet(self, 'Site', hosted_zone_name='example.com.', name='example.com', resource_records=['a.example.net'], ttl='60',
    type='CNAME')
#        ^^^^^^^ error: example.com is the name of the hosted zone itself…`,
      ["route53"],
    ),
  ));
