import { allGuards } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
export const vpcDnsHostnamesWithoutSupport = defineRule({
  id: "vpc-dns-hostnames-without-support",
  group: "addressing",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    unsupported: {
      en: "{id} asks for DNS hostnames with DNS support switched off. AWS accepts EnableDnsHostnames only together with EnableDnsSupport, so the stack will fail. Set EnableDnsSupport to true.",
      ja: "{id} は EnableDnsSupport を無効にしたまま EnableDnsHostnames を有効にしている。両方が有効でないと AWS は受け付けず、作成は失敗する。EnableDnsSupport を true にすること。",
    },
  },
  check({ network }, report) {
    const { conditions } = network.evaluator;
    for (const vpc of network.vpcs) {
      for (const hostnames of vpc.dnsHostnames.known) {
        for (const support of vpc.dnsSupport.known) {
          if (!hostnames.value || support.value) continue;
          const because = [vpc, hostnames, support];
          if (
            !allGuards(
              conditions,
              because.map(({ guard }) => guard),
            )
          )
            continue;
          report({
            at: hostnames.span,
            message: "unsupported",
            data: { id: vpc.id },
            related: [
              { at: support.span, message: { en: "DNS support is off here", ja: "ここで EnableDnsSupport が無効" } },
            ],
            because,
            fixes: () =>
              support.from.length > 0
                ? []
                : [
                    {
                      title: {
                        en: `Switch on DNS support of ${vpc.id}`,
                        ja: `${vpc.id} の EnableDnsSupport を有効にする`,
                      },
                      edits: [{ kind: "replace-value", span: support.span, value: true }],
                      preferred: true,
                    },
                    {
                      title: {
                        en: `Do without DNS hostnames in ${vpc.id}`,
                        ja: `${vpc.id} の EnableDnsHostnames を無効にする`,
                      },
                      edits: [{ kind: "set-property", resource: vpc.id, path: ["EnableDnsHostnames"], value: false }],
                    },
                  ],
          });
        }
      }
    }
  },
});
