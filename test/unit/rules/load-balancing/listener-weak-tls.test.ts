import { test } from "vitest";
import { listenerWeakTls } from "../../../../server/src/rules/load-balancing/listener-weak-tls.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const listener = (policy: string, before = "") => `${before}
Resources:
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: arn
      Protocol: HTTPS
      Certificates: [{ CertificateArn: arn }]
      DefaultActions: []
      SslPolicy: ${policy}
`;

test("a policy that takes old versions", () => {
  checkRule(
    listenerWeakTls,
    listener(`ELBSecurityPolicy-2016-08
#                ^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Https accepts TLS 1.0 by its policy ELBSecurityPolicy-2016-08…`),
  );
  checkRule(
    listenerWeakTls,
    listener(`ELBSecurityPolicy-FS-1-1-2019-08
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Https のポリシー ELBSecurityPolicy-FS-1-1-2019-08 は TLS 1.1 を受け付ける…`),
    { messages: "ja" },
  );
});

test.each([
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04",
  "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
  "ELBSecurityPolicy-FS-1-2-2019-08",
  "ELBSecurityPolicy-TLS13-1-0-2099-01",
  "!ImportValue Policy",
])("but not %s", (policy) => checkRule(listenerWeakTls, listener(policy)));

test.each([
  ["ELBSecurityPolicy-FS-2018-06", "1.0"],
  ["ELBSecurityPolicy-TLS13-1-0-PQ-2025-09", "1.0"],
  ["ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04", "1.1"],
])("%s accepts TLS %s", (policy, version) =>
  checkRule(
    listenerWeakTls,
    listener(`${policy}
#                ${"^".repeat(policy.length)} 💡 warning: Https accepts TLS ${version} by its policy ${policy}…`),
  ),
);

test("stays with FIPS", () =>
  checkFix(
    listenerWeakTls,
    listener("ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04"),
    listener("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09"),
  ));

test("by default, and in one case", () => {
  checkRule(
    listenerWeakTls,
    listener(
      `!Ref Policy
#                ^^^^^^^^^^^ 💡 warning: With the default of Policy (ELBSecurityPolicy-2016-08), Https accepts TLS 1.0…`,
      "Parameters: { Policy: { Type: String, Default: ELBSecurityPolicy-2016-08 } }",
    ),
  );
  checkRule(
    listenerWeakTls,
    listener(
      `!If [Old, ELBSecurityPolicy-2016-08, ELBSecurityPolicy-TLS13-1-2-2021-06]
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: When Old is true: Https accepts TLS 1.0…`,
      "Conditions: { Old: !Equals [!Ref AWS::Region, us-east-1] }",
    ),
  );
});

test("takes a current policy", () => {
  checkFix(
    listenerWeakTls,
    listener("ELBSecurityPolicy-2016-08 # old clients"),
    listener("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09 # old clients"),
  );
  checkFix(
    listenerWeakTls,
    `{ "Resources": { "L": { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": { "SslPolicy": "ELBSecurityPolicy-TLS-1-1-2017-01" } } } }`,
    `{ "Resources": { "L": { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": { "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" } } } }`,
  );
});

test("a CDK program", () =>
  checkRule(
    listenerWeakTls,
    typescript(
      `new elasticloadbalancingv2.CfnListener(this, 'Https', { loadBalancerArn: 'arn', defaultActions: [], sslPolicy: 'ELBSecurityPolicy-2016-08' });
//                                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Https accepts TLS 1.0…`,
      ["elasticloadbalancingv2"],
    ),
  ));
