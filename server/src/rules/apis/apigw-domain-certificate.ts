import { readText } from "../../network/facts.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { canHold } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { endpointTypes, type TypedEndpoint } from "./endpoint-type.ts";
import { readAnything, resourcesOf, settingOf } from "./parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html */
export const apigwDomainCertificate = defineRule({
  id: "apigw-domain-certificate",
  group: "apis",
  severity: "error",
  topic: "api-gateway-endpoint-types",
  messages: {
    notForRegional: {
      en: '{id} is a Regional domain name, but CertificateArn is for edge-optimized ones. The stack will fail ("Cannot import certificates for EDGE while REGIONAL is active"). Use RegionalCertificateArn, with a certificate of this Region.',
      ja: "{id} はリージョンのドメイン名だが、CertificateArn はエッジ最適化用の指定で、作成は失敗する (「Cannot import certificates for EDGE while REGIONAL is active」)。このリージョンの証明書を RegionalCertificateArn に指定すること。",
    },
    notForEdge: {
      en: '{id} is an edge-optimized domain name, but RegionalCertificateArn is for Regional ones. The stack will fail ("Cannot import certificates for REGIONAL while EDGE is active"). Use CertificateArn, with a certificate in us-east-1, or make the domain REGIONAL.',
      ja: "{id} はエッジ最適化のドメイン名だが、RegionalCertificateArn はリージョン用の指定で、作成は失敗する (「Cannot import certificates for REGIONAL while EDGE is active」)。us-east-1 の証明書を CertificateArn に指定するか、ドメイン名を REGIONAL にすること。",
    },
    otherRegion: {
      en: "{id} is an edge-optimized domain name, whose certificate must be in us-east-1; this one is in {region}. The stack will fail. Take one in us-east-1, or make the domain REGIONAL.",
      ja: "{id} はエッジ最適化のドメイン名で、証明書は us-east-1 のものが必要だが、これは {region} にある。作成は失敗する。us-east-1 の証明書に替えるか、ドメイン名を REGIONAL にすること。",
    },
  },
  check({ evaluator }, report) {
    for (const domain of resourcesOf(evaluator, "AWS::ApiGateway::DomainName")) {
      const { id, resource } = domain.owner;
      const types = endpointTypes(evaluator, domain);
      for (const endpoint of types) {
        const { because, type, written } = endpoint;
        // While it moves from one type to the other, a domain name has both, each with its certificate.
        if (type === "PRIVATE" || hasBoth(evaluator, types, endpoint)) continue;
        const wrong = type === "REGIONAL" ? "CertificateArn" : "RegionalCertificateArn";
        for (const certificate of written ? settingOf(evaluator, domain, wrong, readAnything(evaluator)).known : []) {
          report({
            at: certificate.span,
            message: type === "REGIONAL" ? "notForRegional" : "notForEdge",
            data: { id },
            related: written
              ? [{ at: written.span, message: { en: "The endpoint type", ja: "エンドポイントの種類" } }]
              : [],
            because: [...because, certificate],
            fixes: () => (type === "REGIONAL" ? asRegionalCertificate(resource) : []),
          });
        }
        if (type !== "EDGE") continue;
        for (const certificate of settingOf(evaluator, domain, "CertificateArn", readText).known) {
          const region = /^arn:aws:acm:([a-z\d-]+):/.exec(certificate.value)?.[1];
          if (region === undefined || region === "us-east-1") continue;
          report({
            at: certificate.span,
            message: "otherRegion",
            data: { id, region },
            related: written
              ? [{ at: written.span, message: { en: "The endpoint type", ja: "エンドポイントの種類" } }]
              : [],
            because: [...because, certificate],
          });
        }
      }
    }
  },
});

function hasBoth({ conditions }: Evaluator, types: readonly TypedEndpoint[], one: TypedEndpoint): boolean {
  return types.some(
    (other) =>
      other.type !== one.type &&
      other.written &&
      one.written &&
      canHold(conditions, other.written.guard, one.written.guard),
  );
}

function asRegionalCertificate({ id, properties }: Resource): readonly Fix[] {
  if (propertyOf(properties, "RegionalCertificateArn")) return [];
  return [
    {
      title: {
        en: `Give ${id} the certificate as RegionalCertificateArn`,
        ja: `${id} の証明書を RegionalCertificateArn に指定する`,
      },
      edits: [{ kind: "rename-property", resource: id, path: ["CertificateArn"], to: "RegionalCertificateArn" }],
      preferred: true,
    },
  ];
}
