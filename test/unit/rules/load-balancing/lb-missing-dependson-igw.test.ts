import { test } from "vitest";
import { lbMissingDependsonIgw } from "../../../../server/src/rules/load-balancing/lb-missing-dependson-igw.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";

const stack = (
  balancer: string,
  scheme = "Scheme: internet-facing",
  type = "AWS::ElasticLoadBalancingV2::LoadBalancer",
) => `
Parameters: { Given: { Type: String } }
Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1], Dev: !Not [!Condition Prod] }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Edge: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Front:
${balancer}    Type: ${type}
    Properties:
      ${scheme}
      Subnets: [!Ref Edge]
`;
const mark = (message: string) => `# ^^^^^ 💡 warning: ${message}\n`;

test("a load balancer that may be first", () => {
  checkRule(
    lbMissingDependsonIgw,
    stack(mark("Front faces the internet but does not wait for Attachment, which connects Vpc to it…")),
  );
  checkRule(
    lbMissingDependsonIgw,
    stack(mark("Front はインターネット向けだが、Vpc をインターネットにつなぐ Attachment を待たない…")),
    {
      messages: "ja",
    },
  );
  checkRule(lbMissingDependsonIgw, stack(mark("Front faces…"), "Name: a"));
  checkRule(
    lbMissingDependsonIgw,
    stack(mark("Front faces…"), "Scheme: internet-facing", "AWS::ElasticLoadBalancing::LoadBalancer"),
  );
});

test("internal, unknown, or a gateway load balancer", () => {
  checkRule(lbMissingDependsonIgw, stack("", "Scheme: internal"));
  checkRule(lbMissingDependsonIgw, stack("", "Scheme: !Ref Given"));
  checkRule(lbMissingDependsonIgw, stack("", "Type: gateway"));
});

test("what waits, directly or through a route, and attachments elsewhere or never there together", () => {
  checkRule(lbMissingDependsonIgw, stack("    DependsOn: Attachment\n"));
  checkRule(
    lbMissingDependsonIgw,
    `${stack("    DependsOn: Late\n")}  Late: { Type: AWS::SNS::Topic, DependsOn: Attachment }\n`,
  );
  checkRule(lbMissingDependsonIgw, stack("").replace(/ {2}Attachment: .*\n/, ""));
  checkRule(
    lbMissingDependsonIgw,
    stack("    Condition: Prod\n").replace(
      "AWS::EC2::VPCGatewayAttachment,",
      "AWS::EC2::VPCGatewayAttachment, Condition: Dev,",
    ),
  );
});

test("makes it wait", () =>
  checkFix(
    lbMissingDependsonIgw,
    stack("", "Type: network # static addresses"),
    stack("", "Type: network # static addresses").replace(
      "    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n",
      "    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    DependsOn: Attachment\n",
    ),
  ));
