import { allGuards } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** Protocols whose listeners decrypt; SSL is one of classic load balancers. */
const encrypted: readonly string[] = ["HTTPS", "TLS", "SSL"];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export const listenerCertificate = defineRule({
  id: "listener-certificate",
  group: "load-balancing",
  severity: "error",
  topic: "load-balancer",
  messages: {
    none: {
      en: "{id} listens for {protocol} without a certificate, so there is nothing to encrypt with and CloudFormation will fail. Give {property} the ARN of one in ACM.",
      ja: "{id} は {protocol} のリスナーだが証明書がなく、暗号化できないため作成は失敗する。{property} に ACM の証明書の ARN を指定すること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    for (const listener of network.listeners) {
      const isClassic = listener.resource.type === "AWS::ElasticLoadBalancing::LoadBalancer";
      for (const protocol of listener.protocol.known) {
        if (!encrypted.includes(protocol.value)) continue;
        for (const guard of listener.certificates.absent) {
          if (!allGuards(conditions, [listener.guard, protocol.guard, guard])) continue;
          report({
            at: protocol.span,
            message: "none",
            data: {
              id: listener.id,
              protocol: protocol.value,
              property: isClassic ? "SSLCertificateId" : "Certificates",
            },
            because: [listener, protocol, { guard }],
          });
        }
      }
    }
  },
});
