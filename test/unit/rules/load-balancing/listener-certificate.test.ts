import { test } from "vitest";
import { listenerCertificate } from "../../../../server/src/rules/load-balancing/listener-certificate.ts";
import { checkRule } from "../../../support/check-rule.ts";

const rule = listenerCertificate;
const template = (listener: string, before = ""): string => `${before}Resources:
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: arn
${listener}
      DefaultActions: []
`;

test("HTTPS without a certificate", () => {
  checkRule(
    rule,
    template(`      Protocol: HTTPS
#               ^^^^^ error: Https listens for HTTPS without a certificate, so there is nothing to encrypt with and CloudFormation will fail. Give Certificates the ARN of one in ACM.`),
  );
  checkRule(
    rule,
    template(`      Protocol: TLS
#               ^^^ error: Https は TLS のリスナーだが証明書がなく、暗号化できないため作成は失敗する。Certificates に ACM の証明書の ARN を指定すること。
      Certificates: []`),
    { messages: "ja" },
  );
});

test("a classic load balancer", () =>
  checkRule(
    rule,
    `Resources:
  Front:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners:
        - { LoadBalancerPort: '443', InstancePort: '80', Protocol: ssl }
#                                                                  ^^^ error: Front listens for SSL without a certificate, so there is nothing to encrypt with and CloudFormation will fail. Give SSLCertificateId the ARN…
        - { LoadBalancerPort: '444', InstancePort: '80', Protocol: HTTPS, SSLCertificateId: arn }
        - { LoadBalancerPort: '80', InstancePort: '80', Protocol: HTTP }
`,
  ));

test("certificates, known or not, and other protocols", () => {
  checkRule(rule, template("      Protocol: HTTPS\n      Certificates: [{ CertificateArn: arn }]"));
  const before = "Parameters: { Arn: { Type: String }, Speech: { Type: String } }\n";
  checkRule(rule, template("      Protocol: HTTPS\n      Certificates: [{ CertificateArn: !Ref Arn }]", before));
  checkRule(rule, template("      Protocol: !Ref Speech", before));
  checkRule(rule, template("      Protocol: TCP"));
});

test("conditions and defaults", () => {
  const before = "Conditions: { Safe: !Equals [!Ref AWS::Region, us-east-1] }\n";
  const certificate = "      Certificates: !If [Safe, [{ CertificateArn: arn }], !Ref AWS::NoValue]";
  checkRule(rule, template(`      Protocol: !If [Safe, HTTPS, HTTP]\n${certificate}`, before));
  checkRule(
    rule,
    template(
      `      Protocol: HTTPS
#               ^^^^^ error: When Safe is false: Https listens for HTTPS…
${certificate}`,
      before,
    ),
  );
  checkRule(
    rule,
    template(
      `      Protocol: !Ref Speech
#               ^^^^^^^^^^^ warning: With the default of Speech (HTTPS), Https listens…`,
      "Parameters: { Speech: { Type: String, Default: HTTPS } }\n",
    ),
  );
});
