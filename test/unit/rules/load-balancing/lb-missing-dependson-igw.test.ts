import { test } from "vitest";
import { lbMissingDependsonIgw } from "../../../../server/src/rules/load-balancing/lb-missing-dependson-igw.ts";
import { checkFix, checkRule } from "../../../support/check-rule.ts";
import { typescript } from "../../../support/programs.ts";

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

test("subnets and schemes that exclude each other", () => {
  checkRule(
    lbMissingDependsonIgw,
    stack("", "Scheme: !If [Prod, internet-facing, internal]").replace(
      "Subnets: [!Ref Edge]",
      "Subnets: !If [Prod, [subnet-1, subnet-2], [!Ref Edge]]",
    ),
  );
  checkRule(
    lbMissingDependsonIgw,
    stack("", "Type: !If [Prod, gateway, network]").replace(
      "Subnets: [!Ref Edge]",
      "Subnets: !If [Prod, [!Ref Edge], [subnet-1, subnet-2]]",
    ),
  );
  checkRule(
    lbMissingDependsonIgw,
    stack(mark("When Prod is true: Front faces the internet…"), "Scheme: !If [Prod, internet-facing, internal]"),
  );
});

test("one finding, however many subnets", () =>
  checkRule(
    lbMissingDependsonIgw,
    stack(mark("Front faces the internet…"))
      .replace(
        "  Front:",
        "  Other: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }\n  Front:",
      )
      .replace("[!Ref Edge]", "[!Ref Edge, !Ref Other]"),
  ));

test("a CDK program", () =>
  checkRule(
    lbMissingDependsonIgw,
    typescript(
      `const vpc = new ec2.CfnVPC(this, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const igw = new ec2.CfnInternetGateway(this, 'Igw');
new ec2.CfnVPCGatewayAttachment(this, 'Attachment', { vpcId: vpc.ref, internetGatewayId: igw.ref });
const edge = new ec2.CfnSubnet(this, 'Edge', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });
new elasticloadbalancingv2.CfnLoadBalancer(this, 'Front', { scheme: 'internet-facing', type: 'network', subnets: [edge.ref] });
//                                                ^^^^^ 💡 warning: Front faces the internet…`,
      ["ec2", "elasticloadbalancingv2"],
    ),
  ));

test("makes it wait", () =>
  checkFix(
    lbMissingDependsonIgw,
    stack("", "Type: network # static addresses"),
    stack("", "Type: network # static addresses").replace(
      "    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n",
      "    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    DependsOn: Attachment\n",
    ),
  ));

test("makes it wait, in JSON", () => {
  const json = (depends: string): string => `{
  "Resources": {
    "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
    "Igw": { "Type": "AWS::EC2::InternetGateway" },
    "Attachment": {
      "Type": "AWS::EC2::VPCGatewayAttachment",
      "Properties": { "VpcId": { "Ref": "Vpc" }, "InternetGatewayId": { "Ref": "Igw" } }
    },
    "Edge": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
    "Front": {
      "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",${depends}
      "Properties": { "Type": "network", "Subnets": [{ "Ref": "Edge" }] }
    }
  }
}
`;
  checkFix(lbMissingDependsonIgw, json(""), json('\n      "DependsOn": "Attachment",'));
});
