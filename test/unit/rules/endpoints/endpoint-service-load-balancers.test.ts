import { test } from "vitest";
import { endpointServiceLoadBalancers } from "../../../../server/src/rules/endpoints/endpoint-service-load-balancers.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const service = (arns: string, before = "") => `${before}
Resources:
  Service:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      AcceptanceRequired: true
${arns}
`;

test("no load balancer", () => {
  const marked = (message: string) => `
Resources:
  Service:
    Type: AWS::EC2::VPCEndpointService
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: ${message}
    Properties: { AcceptanceRequired: true }
`;
  checkRule(endpointServiceLoadBalancers, marked("Service has no load balancer behind it…"));
  checkRule(endpointServiceLoadBalancers, marked("Service の背後にロードバランサーがなく…"), { messages: "ja" });
});

test("both kinds", () =>
  checkRule(
    endpointServiceLoadBalancers,
    service(`      NetworkLoadBalancerArns: [arn:nlb]
      GatewayLoadBalancerArns: [arn:gwlb]
#     ^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: Service names Network and Gateway Load Balancers…`),
  ));

test("one kind, also where its list is not known", () => {
  for (const arns of [
    "NetworkLoadBalancerArns: [!Ref Nlb]",
    "GatewayLoadBalancerArns: !Split [',', !ImportValue Arns]",
    "NetworkLoadBalancerArns: !Ref Arns",
  ]) {
    checkRule(
      endpointServiceLoadBalancers,
      service(`      ${arns}`, "Parameters: { Nlb: { Type: String }, Arns: { Type: CommaDelimitedList } }"),
    );
  }
});

test("a kind for each case, and one case without", () => {
  const prod = "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(
    endpointServiceLoadBalancers,
    service(
      `      NetworkLoadBalancerArns: !If [Prod, [a], !Ref AWS::NoValue]
      GatewayLoadBalancerArns: !If [Prod, !Ref AWS::NoValue, [b]]`,
      prod,
    ),
  );
  checkRule(
    endpointServiceLoadBalancers,
    `${prod}
Resources:
  Service:
    Type: AWS::EC2::VPCEndpointService
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: When Prod is false: Service has no load balancer behind it…
    Properties: { NetworkLoadBalancerArns: !If [Prod, [a], !Ref AWS::NoValue] }
`,
  );
});

test("keeps one kind", () =>
  checkFix(
    endpointServiceLoadBalancers,
    service("      NetworkLoadBalancerArns: [a] # the API\n      GatewayLoadBalancerArns: [b]"),
    service("      NetworkLoadBalancerArns: [a] # the API"),
    { title: "Keep NetworkLoadBalancerArns only" },
  ));

test("a CDK program", () =>
  checkRule(
    endpointServiceLoadBalancers,
    typescript(`new ec2.CfnVPCEndpointService(this, 'Service', { acceptanceRequired: true });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ error: Service has no load balancer behind it…`),
  ));
