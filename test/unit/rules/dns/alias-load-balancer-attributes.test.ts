import { expect, test } from "vitest";
import { aliasLoadBalancerAttributes } from "../../../../server/src/rules/dns/alias-load-balancer-attributes.ts";
import { checkFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const text = (zone: string, { before = "", name = "!GetAtt Front.DNSName" } = {}): string => `${before}
Resources:
  Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: example.com } }
  Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [subnet-1, subnet-2] } }
  Back: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [subnet-1, subnet-2], Scheme: internal } }
  Tcp: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [subnet-1], Type: network } }
  Old: { Type: AWS::ElasticLoadBalancing::LoadBalancer, Properties: { Listeners: [] } }
  Site:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Zone
      Name: www.example.com
      Type: A
      AliasTarget:
        DNSName: ${name}
        HostedZoneId: ${zone}
`;
const marked = (zone: string, message: string): string =>
  `${zone}\n#                     ${"^".repeat(zone.length)} 💡 ${message}`;

test("the zone of the record", () => {
  checkRule(
    aliasLoadBalancerAttributes,
    text(
      marked(
        "!Ref Zone",
        "error: Zone is not the zone of Front, where www.example.com leads: in an alias, HostedZoneId is the zone of the target. The stack will fail. Use CanonicalHostedZoneID of Front.",
      ),
    ),
  );
  expect(relatedPlaces(aliasLoadBalancerAttributes, text("!Ref Zone"))).toEqual([
    '15:18 "!GetAtt Front.DNSName": The load balancer',
  ]);
});

test("another load balancer: of another kind an error, of the same one a warning", () => {
  checkRule(
    aliasLoadBalancerAttributes,
    text(marked("!GetAtt Tcp.CanonicalHostedZoneID", "error: Tcp は www.example.com の向かう Front のゾーンではない…")),
    { messages: "ja" },
  );
  checkRule(
    aliasLoadBalancerAttributes,
    text(
      marked(
        "!GetAtt Back.CanonicalHostedZoneID",
        "warning: www.example.com has the DNS name of Front but the zone of Back. They go together by luck at best, where both are of one kind and Region. Take both from Front.",
      ),
    ),
  );
});

test("another attribute", () =>
  checkRule(
    aliasLoadBalancerAttributes,
    text(marked("!GetAtt Old.CanonicalHostedZoneName", "error: Old.CanonicalHostedZoneName is not the zone of Old…"), {
      name: "!GetAtt Old.DNSName",
    }),
  ));

test("what goes together, and what is elsewhere", () => {
  checkRule(aliasLoadBalancerAttributes, text("!GetAtt Front.CanonicalHostedZoneID"));
  checkRule(
    aliasLoadBalancerAttributes,
    text("!GetAtt Old.CanonicalHostedZoneNameID", { name: "!GetAtt Old.DNSName" }),
  );
  checkRule(aliasLoadBalancerAttributes, text("Z35SXDOTRQ7X7K"));
  checkRule(aliasLoadBalancerAttributes, text("!Ref Zone", { name: "other.example.com" }));
  checkRule(aliasLoadBalancerAttributes, text("!Ref Id", { before: "Parameters: { Id: { Type: String } }" }));
});

test("the right zone in each case", () =>
  checkRule(
    aliasLoadBalancerAttributes,
    text("!If [Live, !GetAtt Front.CanonicalHostedZoneID, !GetAtt Tcp.CanonicalHostedZoneID]", {
      before: "Conditions: { Live: !Equals [!Ref AWS::AccountId, '1'] }",
      name: "!If [Live, !GetAtt Front.DNSName, !GetAtt Tcp.DNSName]",
    }),
  ));

test("takes the zone of the load balancer", () => {
  checkFix(aliasLoadBalancerAttributes, text("!Ref Zone # ours"), text("!GetAtt Front.CanonicalHostedZoneID # ours"));
  const json = (zone: string): string => `{
  "Resources": {
    "Zone": { "Type": "AWS::Route53::HostedZone", "Properties": { "Name": "example.com" } },
    "Lb": { "Type": "AWS::ElasticLoadBalancing::LoadBalancer", "Properties": { "Listeners": [] } },
    "Records": {
      "Type": "AWS::Route53::RecordSetGroup",
      "Properties": {
        "HostedZoneId": { "Ref": "Zone" },
        "RecordSets": [{ "Name": "a.example.com", "Type": "A", "AliasTarget": { "DNSName": { "Fn::GetAtt": ["Lb", "DNSName"] }, "HostedZoneId": ${zone} } }]
      }
    }
  }
}
`;
  checkFix(
    aliasLoadBalancerAttributes,
    json('{ "Ref": "Zone" }'),
    json('{ "Fn::GetAtt": ["Lb", "CanonicalHostedZoneNameID"] }'),
  );
});

test("a CDK program", () =>
  checkRule(
    aliasLoadBalancerAttributes,
    typescript(
      `const zone = new route53.CfnHostedZone(this, 'Zone', { name: 'example.com' });
const lb = new elasticloadbalancingv2.CfnLoadBalancer(this, 'Lb', { subnets: ['subnet-1', 'subnet-2'] });
new route53.CfnRecordSet(this, 'Site', { hostedZoneId: zone.ref, name: 'www.example.com', type: 'A', aliasTarget: { dnsName: lb.attrDnsName,
  hostedZoneId: zone.ref } });
//              ^^^^^^^^ 💡 error: Zone is not the zone of Lb…`,
      ["route53", "elasticloadbalancingv2"],
    ),
  ));
