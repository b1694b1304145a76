import { expect, test } from "vitest";
import { listenerProtocolForLbType } from "../../../../server/src/rules/load-balancing/listener-protocol-for-lb-type.ts";
import { checkFix, checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";

const rule = listenerProtocolForLbType;
const template = (type: string, listener: string, before = ""): string => `${before}Resources:
  Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: ${type}, Subnets: [subnet-1, subnet-2] } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Front
${listener}
      DefaultActions: [{ Type: forward, TargetGroupArn: !ImportValue group }]
`;

test("TCP on an Application Load Balancer", () => {
  checkRule(
    rule,
    template(
      "application",
      `      Protocol: TCP
#               ^^^ error: Listener listens for TCP, but Front is an Application Load Balancer, whose listeners speak HTTP or HTTPS. CloudFormation will fail. Change the protocol, or the type of Front.`,
    ),
  );
  checkNoFix(rule, template("application", "      Protocol: TCP"));
  expect(relatedPlaces(rule, template("application", "      Protocol: TCP"))).toEqual([
    '2:81 "application": Front is an Application Load Balancer',
  ]);
});

test("HTTP on a Network Load Balancer", () => {
  checkRule(
    rule,
    template(
      "network",
      `      Protocol: HTTPS
#               ^^^^^ 💡 error: Listener のプロトコルは HTTPS だが、Front は NLB で、リスナーに指定できるのは TCP、TLS、UDP、TCP_UDP、QUIC、TCP_QUIC のいずれか。作成は失敗する。プロトコルか Front のタイプを変えること。`,
    ),
    { messages: "ja" },
  );
  checkFix(
    rule,
    template("network", "      Protocol: HTTP # plain\n      Port: 80"),
    template("network", "      Protocol: TCP # plain\n      Port: 80"),
  );
});

test("anything on a Gateway Load Balancer", () => {
  checkRule(
    rule,
    template(
      "gateway",
      `      Port: 6081
#     ^^^^ 💡 error: Listener has a Port, but Front is a Gateway Load Balancer, which takes in all traffic on all ports. CloudFormation will fail. Remove Port.`,
    ),
  );
  checkFix(rule, template("gateway", "      Port: 6081\n      Tags: []"), template("gateway", "      Tags: []"));
});

test("protocols that fit, load balancers from elsewhere, unknown types and protocols", () => {
  checkRule(rule, template("application", "      Protocol: HTTPS"));
  for (const protocol of ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"])
    checkRule(rule, template("network", `      Protocol: ${protocol}`));
  checkRule(rule, template("gateway", "      Protocol: !Ref AWS::NoValue"));
  checkRule(rule, template("application", "      Protocol: TCP").replace("!Ref Front", "!ImportValue front"));
  const before = "Parameters: { Type: { Type: String } }\n";
  checkRule(rule, template("!Ref Type", "      Protocol: TCP", before));
  checkRule(rule, template("application", "      Protocol: !Ref Type", before));
});

test("conditions and defaults", () => {
  const conditions = "Conditions: { Fast: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(rule, template("!If [Fast, network, application]", "      Protocol: !If [Fast, TCP, HTTP]", conditions));
  checkRule(
    rule,
    template(
      "application",
      `      Protocol: !Ref Protocol
#               ^^^^^^^^^^^^^ warning: With the default of Protocol (TCP), Listener listens for TCP…`,
      "Parameters: { Protocol: { Type: String, Default: TCP } }\n",
    ),
  );
});

test("in JSON", () => {
  const json = (protocol: string): string => `{
  "Resources": {
    "Front": { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": { "Type": "network", "Subnets": ["subnet-1"] } },
    "Listener": {
      "Type": "AWS::ElasticLoadBalancingV2::Listener",
      "Properties": { "LoadBalancerArn": { "Fn::GetAtt": ["Front", "LoadBalancerArn"] }, "Protocol": "${protocol}", "Port": 80, "DefaultActions": [] }
    }
  }
}
`;
  checkFix(rule, json("HTTP"), json("TCP"));
});
