import { expect, test } from "vitest";
import { listenerDuplicatePort } from "../../../../server/src/rules/load-balancing/listener-duplicate-port.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";

const rule = listenerDuplicatePort;
const template = (
  second: string,
  { type = "application", first = "HTTP", port = "80", arn = "!Ref Front", before = "" } = {},
): string => `${before}Resources:
  Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: ${type}, Subnets: [subnet-1, subnet-2] } }
  First:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { LoadBalancerArn: !Ref Front, Protocol: ${first}, Port: ${port}, DefaultActions: [] }
  Second:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: ${arn}
      DefaultActions: []
${second}
`;

test("one port twice, as number and as text", () => {
  const found = template(`      Protocol: HTTPS
      Port: '80'
#           ^^^^ error: Second listens on port 80 of Front, where First listens already. A port takes one listener, so creation fails with DuplicateListener. Change the port, or add listener rules to First.`);
  checkRule(rule, found);
  checkNoFix(rule, found);
  expect(relatedPlaces(rule, found)).toEqual(['5:70 "80": The first listener']);
  checkRule(
    rule,
    template(`      Protocol: HTTP
      Port: 80
#           ^^ error: Second のポート 80 では、すでに First が Front のリスナーになっている。リスナーはポートごとに 1 つで、作成は DuplicateListener で失敗する。ポートを変えるか、First のリスナールールにまとめること。`),
    { messages: "ja" },
  );
});

test("a Network Load Balancer: one transport twice", () => {
  checkRule(
    rule,
    template(
      `      Protocol: TLS
      Port: 80
#           ^^ error: Second listens on port 80 of Front…`,
      { type: "network", first: "TCP_UDP" },
    ),
  );
  checkRule(rule, template("      Protocol: UDP\n      Port: 80", { type: "network", first: "TCP" }));
});

test("two listeners of a classic load balancer", () =>
  checkRule(
    rule,
    `Resources:
  Front:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners:
        - { LoadBalancerPort: '80', InstancePort: '80', Protocol: HTTP }
        - { LoadBalancerPort: '80', InstancePort: '81', Protocol: TCP }
#                             ^^^^ error: Front has two listeners on port 80…
`,
  ));

test("other ports, other load balancers, unknown ports, exclusive conditions", () => {
  checkRule(rule, template("      Protocol: HTTP\n      Port: 81"));
  checkRule(rule, template("      Protocol: HTTP\n      Port: 80", { arn: "!ImportValue other" }));
  checkRule(
    rule,
    template("      Protocol: HTTP\n      Port: !Ref Port", { before: "Parameters: { Port: { Type: Number } }\n" }),
  );
  const before = "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(rule, template("      Port: !If [Live, 80, 81]", { port: "!If [Live, 82, 80]", before }));
});

test("a default port is a warning", () =>
  checkRule(
    rule,
    template(
      `      Port: !Ref Port
#           ^^^^^^^^^ warning: With the default of Port (80), Second listens…`,
      { before: "Parameters: { Port: { Type: Number, Default: 80 } }\n" },
    ),
  ));
