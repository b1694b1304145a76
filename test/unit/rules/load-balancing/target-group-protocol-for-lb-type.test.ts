import { expect, test } from "vitest";
import { targetGroupProtocolForLbType } from "../../../../server/src/rules/load-balancing/target-group-protocol-for-lb-type.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";

const rule = targetGroupProtocolForLbType;
const template = (
  action: string,
  { type = "application", protocol = "HTTP", group = "TCP", targets = "instance", before = "" } = {},
): string => `${before}Resources:
  Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: ${type}, Subnets: [subnet-1, subnet-2] } }
  Web: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { Protocol: ${group}, Port: 80, VpcId: vpc-1, TargetType: ${targets} } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Front
      Protocol: ${protocol}
      Port: 80
      DefaultActions:
        - Type: forward
${action}
`;
const direct = "          TargetGroupArn: !Ref Web";
const found = (message: string): string => `${direct}\n#                         ^^^^^^^^ ${message}`;

test("a TCP group behind an Application Load Balancer", () => {
  checkRule(
    rule,
    template(
      found(
        "error: Listener forwards to Web, a target group for TCP, but its load balancer is an Application Load Balancer, whose groups speak HTTP or HTTPS. CloudFormation will fail. Change the protocol of Web, or the type of the load balancer.",
      ),
    ),
  );
  checkNoFix(rule, template(direct));
  expect(relatedPlaces(rule, template(direct))).toEqual([expect.stringContaining("The protocol of Web")]);
});

test("among several groups, and in a rule of the listener", () => {
  checkRule(
    rule,
    template(`          ForwardConfig:
            TargetGroups:
              - { TargetGroupArn: !ImportValue other, Weight: 1 }
              - { TargetGroupArn: !Ref Web, Weight: 1 }
#                                 ^^^^^^^^ error: Listener forwards to Web…`),
  );
  checkRule(
    rule,
    `${template("          TargetGroupArn: !ImportValue other")}  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 1
      Conditions: []
      Actions: [{ Type: forward, TargetGroupArn: !Ref Web }]
#                                                ^^^^^^^^ error: Rule forwards to Web…
`,
  );
});

test("a listener for TCP and UDP wants a group for both", () =>
  checkRule(
    rule,
    template(
      found(
        "error: Listener は TCP_UDP のリスナーだが、転送先 Web のプロトコルは TCP。TCP_UDP のリスナーの転送先は TCP_UDP のターゲットグループに限られ、作成は失敗する。Web のプロトコルを TCP_UDP にすること。",
      ),
      { type: "network", protocol: "TCP_UDP" },
    ),
    { messages: "ja" },
  ));

test("the listener gives the type of a load balancer away that lies elsewhere", () =>
  checkRule(rule, template(found("error: Listener forwards to Web…")).replace("!Ref Front\n", "!ImportValue front\n")));

test("groups that fit, Lambda functions, unknown protocols, exclusive conditions", () => {
  checkRule(rule, template(direct, { group: "HTTPS" }));
  checkRule(rule, template(direct, { type: "network", protocol: "TLS" }));
  checkRule(rule, template(direct, { type: "network", protocol: "TCP", group: "TCP_UDP" }));
  checkRule(rule, template(direct, { type: "gateway", protocol: "!Ref AWS::NoValue", group: "GENEVE" }));
  checkRule(rule, template(direct, { targets: "lambda" }));
  checkRule(rule, template(direct, { group: "!Ref Kind", before: "Parameters: { Kind: { Type: String } }\n" }));
  const before = "Conditions: { Fast: !Equals [!Ref AWS::Region, us-east-1] }\n";
  checkRule(
    rule,
    template(direct, { type: "!If [Fast, network, application]", group: "!If [Fast, TCP, HTTP]", before }),
  );
});

test("a default is a warning", () =>
  checkRule(
    rule,
    template(found("warning: With the default of Kind (TCP), Listener forwards to Web…"), {
      group: "!Ref Kind",
      before: "Parameters: { Kind: { Type: String, Default: TCP } }\n",
    }),
  ));
