import { expect, test } from "vitest";
import { apigwDomainCertificate } from "../../../../server/src/rules/apis/apigw-domain-certificate.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { python } from "../../../support/programs.ts";

const domain = (properties: string, before = ""): string => `${before}Resources:
  Domain:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: api.example.com
${properties}`;
const regional = "      EndpointConfiguration: { Types: [REGIONAL] }\n";
const edge = "      EndpointConfiguration: { Types: [EDGE] }\n";
const conditions = `Conditions:
  Prod: !Equals [!Ref AWS::Region, us-east-1]
`;
const arn = (region: string): string => `arn:aws:acm:${region}:111122223333:certificate/1`;

test("a Regional domain with an edge certificate", () =>
  checkRule(
    apigwDomainCertificate,
    domain(`${regional}      CertificateArn: !Ref Certificate
#                     ^^^^^^^^^^^^^^^^ 💡 error: Domain is a Regional domain name, but CertificateArn is for edge-optimized ones. The stack will fail ("Cannot import certificates for EDGE while REGIONAL is active"). Use RegionalCertificateArn, with a certificate of this Region.
`),
  ));

test("a Regional domain is told of the property, not of the Region", () =>
  checkRule(
    apigwDomainCertificate,
    domain(`${regional}      CertificateArn: ${arn("eu-west-1")}
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: Domain is a Regional domain name, but CertificateArn is for edge-optimized ones.…
`),
  ));

test("an edge-optimized domain with a Regional certificate, in Japanese", () =>
  checkRule(
    apigwDomainCertificate,
    domain(`${edge}      RegionalCertificateArn: !ImportValue Certificate
#                             ^^^^^^^^^^^^^^^^^^^^^^^^ error: Domain はエッジ最適化のドメイン名だが、RegionalCertificateArn はリージョン用の指定で…
`),
    { messages: "ja" },
  ));

test("an edge-optimized domain with a certificate of another Region, by default as well", () => {
  checkRule(
    apigwDomainCertificate,
    domain(`${edge}      CertificateArn: ${arn("eu-west-1")}
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Domain is an edge-optimized domain name, whose certificate must be in us-east-1; this one is in eu-west-1. The stack will fail. Take one in us-east-1, or make the domain REGIONAL.
`),
  );
  checkRule(
    apigwDomainCertificate,
    domain(
      `      CertificateArn: !Ref Arn
#                     ^^^^^^^^ warning: With the default of Arn (${arn("ap-northeast-1").slice(0, 40)}…
`,
      `Parameters:
  Arn: { Type: String, Default: '${arn("ap-northeast-1")}' }
`,
    ),
  );
});

test.each([
  ["a Regional domain", `${regional}      RegionalCertificateArn: ${arn("eu-west-1")}\n`],
  ["an edge-optimized one", `${edge}      CertificateArn: ${arn("us-east-1")}\n`],
  ["a certificate of unknown Region", `${edge}      CertificateArn: !Ref Certificate\n`],
  ["another partition", `      CertificateArn: arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/1\n`],
  ["no type written", "      RegionalCertificateArn: !Ref Certificate\n"],
  [
    "a domain that moves",
    "      EndpointConfiguration: { Types: [EDGE, REGIONAL] }\n      CertificateArn: !Ref A\n      RegionalCertificateArn: !Ref B\n",
  ],
])("%s", (_, properties) => checkRule(apigwDomainCertificate, domain(properties)));

test("an unknown type, and conditions that exclude each other", () => {
  checkRule(
    apigwDomainCertificate,
    domain(
      "      EndpointConfiguration: { Types: [!Ref Kind] }\n      CertificateArn: !Ref Certificate\n",
      "Parameters:\n  Kind: { Type: String }\n",
    ),
  );
  checkRule(
    apigwDomainCertificate,
    domain(
      `      EndpointConfiguration: { Types: [!If [Prod, EDGE, REGIONAL]] }
      CertificateArn: !If [Prod, !Ref A, !Ref AWS::NoValue]
      RegionalCertificateArn: !If [Prod, !Ref AWS::NoValue, !Ref A]
`,
      conditions,
    ),
  );
  checkRule(
    apigwDomainCertificate,
    domain(
      `      EndpointConfiguration: { Types: [!If [Prod, EDGE, REGIONAL]] }
      CertificateArn: !Ref A
#                     ^^^^^^ 💡 error: When Prod is false: Domain is a Regional domain name…
`,
      conditions,
    ),
  );
});

test("points at the type", () =>
  expect(relatedPlaces(apigwDomainCertificate, domain(`${regional}      CertificateArn: !Ref A\n`))).toEqual([
    '6:40 "REGIONAL": The endpoint type',
  ]));

test("takes the other property", () =>
  checkFix(
    apigwDomainCertificate,
    domain(`${regional}      CertificateArn: !Ref A # from the stack of names\n`),
    domain(`${regional}      RegionalCertificateArn: !Ref A # from the stack of names\n`),
  ));

test("takes the other property in JSON", () =>
  checkFix(
    apigwDomainCertificate,
    '{ "Resources": { "D": { "Type": "AWS::ApiGateway::DomainName", "Properties": { "CertificateArn": "a", "EndpointConfiguration": { "Types": ["REGIONAL"] } } } } }',
    '{ "Resources": { "D": { "Type": "AWS::ApiGateway::DomainName", "Properties": { "RegionalCertificateArn": "a", "EndpointConfiguration": { "Types": ["REGIONAL"] } } } } }',
  ));

test("no fix where both properties are there", () =>
  checkNoFix(
    apigwDomainCertificate,
    domain(`${regional}      CertificateArn: !Ref A\n      RegionalCertificateArn: !Ref B\n`),
  ));

test("a CDK program", () =>
  checkRule(
    apigwDomainCertificate,
    python(
      `apigateway.CfnDomainName(self, "Domain", domain_name="a.example.com", certificate_arn="a",
#                                                                                     ^^^ 💡 error: Domain is a Regional domain name…
    endpoint_configuration=apigateway.CfnDomainName.EndpointConfigurationProperty(types=["REGIONAL"]))`,
      ["apigateway"],
    ),
  ));
