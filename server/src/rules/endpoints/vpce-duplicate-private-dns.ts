import { propertyFacts, readBoolean } from "../../network/facts.ts";
import type { Fact, Network, VpcEndpoint } from "../../network/model.ts";
import { allGuards, type Basis, linkKey } from "../basis.ts";
import { removalOf } from "../removal.ts";
import { linkText } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { serviceKeys, waysOfType } from "./endpoint-types.ts";

/**
 * EC2's answer is "private-dns-enabled cannot be set because there is already a conflicting DNS domain":
 * https://github.com/hashicorp/terraform-provider-aws/issues/17535
 */
export const vpceDuplicatePrivateDns = defineRule({
  id: "vpce-duplicate-private-dns",
  group: "endpoints",
  severity: "error",
  topic: "privatelink",
  messages: {
    second: {
      en: "{id} claims the private DNS names of its service in {vpc}, which {other} has already taken. The stack will fail. One endpoint serves all subnets of {vpc}; remove {id}, or switch private DNS off on it.",
      ja: "{id} は {vpc} でサービスのプライベート DNS 名を使おうとしているが、同じサービスの {other} が先に使っている。作成は失敗する。エンドポイントは 1 つで {vpc} の全サブネットに足りるので、{id} を削除するか、プライベート DNS を無効にすること。",
    },
  },
  check({ network, evaluator: { conditions } }, report) {
    const byName = new Map<string, Claim[]>();
    for (const claim of network.endpoints.flatMap((endpoint) => claimsOf(network, endpoint))) {
      const before = byName.get(claim.key) ?? [];
      const first = before.find(
        (other) =>
          other.endpoint !== claim.endpoint &&
          allGuards(
            conditions,
            [...other.because, ...claim.because].map(({ guard }) => guard),
          ),
      );
      byName.set(claim.key, [...before, claim]);
      if (!first) continue;
      report({
        at: claim.enabled.span,
        message: "second",
        data: { id: claim.endpoint.id, other: first.endpoint.id, vpc: claim.vpc ?? { en: "the VPC", ja: "VPC" } },
        related: [
          {
            at: first.enabled.span,
            message: { en: `${first.endpoint.id} has private DNS`, ja: `${first.endpoint.id} のプライベート DNS` },
          },
        ],
        because: [...first.because, ...claim.because],
        fixes: () => [...switchOff(claim), ...removalOf(network, claim.endpoint.resource)],
      });
    }
  },
});

interface Claim {
  readonly endpoint: VpcEndpoint;
  readonly enabled: Fact<boolean>;
  /** Equal for the same names in the same VPC. */
  readonly key: string;
  readonly vpc: string | undefined;
  readonly because: readonly Basis[];
}

function claimsOf({ evaluator }: Network, endpoint: VpcEndpoint): readonly Claim[] {
  const privateDns = propertyFacts(evaluator, endpoint, "PrivateDnsEnabled", readBoolean).known;
  return privateDns
    .filter(({ value }) => value)
    .flatMap((enabled) =>
      waysOfType(endpoint, "Interface").flatMap(({ because }) =>
        endpoint.vpc.known.flatMap((vpc) =>
          serviceKeys(evaluator, endpoint).flatMap((service) => {
            const place = linkKey(vpc.value);
            if (place === undefined) return [];
            return [
              {
                endpoint,
                enabled,
                key: `${place} ${service.key}`,
                vpc: linkText(vpc.value),
                because: [...because, enabled, vpc, service],
              },
            ];
          }),
        ),
      ),
    );
}

function switchOff({ endpoint: { id }, enabled }: Claim): readonly Fix[] {
  if (enabled.from.length > 0) return [];
  return [
    {
      title: { en: `Switch off private DNS of ${id}`, ja: `${id} のプライベート DNS を無効にする` },
      edits: [{ kind: "replace-value", span: enabled.span, value: false }],
      preferred: true,
    },
  ];
}
