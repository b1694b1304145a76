import { resourcesOfType } from "../../template/resources-by-type.ts";
import { textOf } from "../../template/values.ts";
import { waysOfProperty } from "../basis.ts";
import { rewriteValue } from "../rewrite.ts";
import { defineRule } from "../rule.ts";

/** Policies that still accept TLS 1.0 or 1.1, with the oldest version that they take. */
const outdated: ReadonlyMap<string, string> = new Map([
  ["ELBSecurityPolicy-2015-05", "1.0"],
  ["ELBSecurityPolicy-2016-08", "1.0"],
  ["ELBSecurityPolicy-TLS-1-0-2015-04", "1.0"],
  ["ELBSecurityPolicy-TLS-1-1-2017-01", "1.1"],
  ["ELBSecurityPolicy-FS-2018-06", "1.0"],
  ["ELBSecurityPolicy-FS-1-1-2019-08", "1.1"],
  ["ELBSecurityPolicy-TLS13-1-0-2021-06", "1.0"],
  ["ELBSecurityPolicy-TLS13-1-0-PQ-2025-09", "1.0"],
  ["ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04", "1.0"],
  ["ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09", "1.0"],
  ["ELBSecurityPolicy-TLS13-1-1-2021-06", "1.1"],
  ["ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04", "1.1"],
]);

/** What AWS recommends, the same for Application and Network Load Balancers; who needs FIPS stays with it. */
function currentFor(policy: string): string {
  return policy.includes("-FIPS-")
    ? "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09"
    : "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";
}

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html and
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
 */
export const listenerWeakTls = defineRule({
  id: "listener-weak-tls",
  group: "load-balancing",
  severity: "warning",
  topic: "load-balancer",
  messages: {
    old: {
      en: "{id} accepts TLS {version} by its policy {policy}. Browsers and audits have given up everything below TLS 1.2. Take {current}, which offers TLS 1.3 and 1.2.",
      ja: "{id} のポリシー {policy} は TLS {version} を受け付ける。TLS 1.2 未満は主要なブラウザーで無効化され、監査でも指摘される。TLS 1.3 と 1.2 の {current} にすること。",
    },
  },
  check({ template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::ElasticLoadBalancingV2::Listener")) {
      for (const way of waysOfProperty(evaluator, resource, "SslPolicy")) {
        const policy = textOf(way.value) ?? "";
        const version = outdated.get(policy);
        if (version === undefined) continue;
        const current = currentFor(policy);
        report({
          at: way.span,
          message: "old",
          data: { id: resource.id, version, policy, current },
          because: [way],
          tags: ["deprecated"],
          fixes: () =>
            rewriteValue(template, { span: way.span, from: way.from, text: policy }, current, {
              en: `Take ${current} for ${resource.id}`,
              ja: `${resource.id} のポリシーを ${current} にする`,
            }),
        });
      }
    }
  },
});
