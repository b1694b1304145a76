import { expect, test } from "vitest";
import { apigwVpcLinkTarget } from "../../../../server/src/rules/apis/apigw-vpc-link-target.ts";
import { checkNoFix, checkRule, relatedPlaces } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

const link = (target: string, { properties = "Scheme: internal", before = "" } = {}): string => `${before}Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { ${properties}, Subnets: [subnet-1, subnet-2] }
  Link:
    Type: AWS::ApiGateway::VpcLink
    Properties:
      Name: link
${target}
`;
const toBalancer = "      TargetArns: [!Ref Balancer]";

test("an Application Load Balancer, the default type", () => {
  checkRule(
    apigwVpcLinkTarget,
    link(`      TargetArns: [!Ref Balancer]
#                  ^^^^^^^^^^^^^ error: Link leads to Balancer, an Application Load Balancer. This kind of VPC link takes a Network Load Balancer only, and CloudFormation will fail. For an Application Load Balancer use AWS::ApiGatewayV2::VpcLink; REST APIs take that one, too.`),
  );
  expect(relatedPlaces(apigwVpcLinkTarget, link(toBalancer))).toEqual(['2:3 "Balancer": The load balancer']);
  checkNoFix(apigwVpcLinkTarget, link(toBalancer));
});

test("a Gateway Load Balancer by its ARN, in Japanese", () =>
  checkRule(
    apigwVpcLinkTarget,
    link(
      `      TargetArns:
        - !GetAtt Balancer.LoadBalancerArn
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Link のターゲット Balancer は Gateway Load Balancer。この種類の VPC リンクに指定できるのは Network Load Balancer だけで、作成は失敗する。ALB につなぐなら AWS::ApiGatewayV2::VpcLink を使うこと。REST API でも利用できる。`,
      { properties: "Type: gateway" },
    ),
    { messages: "ja" },
  ));

test("a Network Load Balancer, unknown types and targets", () => {
  const before = "Parameters: { Kind: { Type: String } }\n";
  checkRule(apigwVpcLinkTarget, link(toBalancer, { properties: "Type: network" }));
  checkRule(apigwVpcLinkTarget, link(toBalancer, { properties: "Type: !Ref Kind", before }));
  checkRule(apigwVpcLinkTarget, link("      TargetArns: [!ImportValue balancer]"));
});

test("a type by a condition or a default", () => {
  checkRule(
    apigwVpcLinkTarget,
    link(
      `      TargetArns: [!Ref Balancer]
#                  ^^^^^^^^^^^^^ error: When Live is false: Link leads to Balancer, an Application Load Balancer…`,
      {
        properties: "Type: !If [Live, network, application]",
        before: "Conditions: { Live: !Equals [!Ref AWS::Region, us-east-1] }\n",
      },
    ),
  );
  checkRule(
    apigwVpcLinkTarget,
    link(
      `      TargetArns: [!Ref Balancer]
#                  ^^^^^^^^^^^^^ warning: With the default of Kind (application), Link leads to Balancer…`,
      { properties: "Type: !Ref Kind", before: "Parameters: { Kind: { Type: String, Default: application } }\n" },
    ),
  );
});

test("a CDK program", () =>
  checkRule(
    apigwVpcLinkTarget,
    typescript(
      `const balancer = new elasticloadbalancingv2.CfnLoadBalancer(this, 'Balancer', { type: 'application' });
new apigateway.CfnVpcLink(this, 'Link', {
  name: 'link',
  targetArns: [balancer.ref],
//             ^^^^^^^^^^^^ error: Link leads to Balancer, an Application Load Balancer…
});`,
      ["elasticloadbalancingv2", "apigateway"],
    ),
  ));
