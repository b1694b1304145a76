import { describe, expect, test } from "vitest";
import { targetSgFromLb } from "../../../../server/src/rules/load-balancing/target-sg-from-lb.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";
import { twoSubnets } from "../../../support/load-balancing.ts";

const rule = targetSgFromLb;

const admitting = (source: string, port = "80"): string =>
  `{ IpProtocol: tcp, FromPort: ${port}, ToPort: ${port}, ${source}, Description: Load balancer }`;
const fromFront = admitting("SourceSecurityGroupId: !Ref FrontGroup");
const fromElsewhere = admitting("SourceSecurityGroupId: !Ref Jump", "22");

interface Options {
  readonly rules?: string;
  readonly balancer?: string;
  readonly target?: string;
  readonly group?: string;
  readonly before?: string;
  readonly more?: string;
}

const instance = (mark = ""): string => `      Targets:
        - Id: !Ref Server
${mark}`;

const template = ({
  rules = fromElsewhere,
  balancer = "SecurityGroups: [!Ref FrontGroup]",
  target = instance(),
  group = "Port: 80, Protocol: HTTP",
  before = "",
  more = "",
}: Options): string => `${before}
Resources:
${twoSubnets()}
  FrontGroup: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: Clients } }
  Jump: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: Administrators } }
  ServerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: Servers
      SecurityGroupIngress:
        - ${rules}
  Server: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref A, SecurityGroupIds: [!Ref ServerGroup] } }
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Subnets: [!Ref A, !Ref B], ${balancer} }
  Http:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Front
      Port: 80
      Protocol: HTTP
      DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Servers }]
  Servers:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      VpcId: !Ref Vpc
${group
  .split(", ")
  .map((line) => `      ${line}`)
  .join("\n")}
${target}
${more}`;

describe("an instance", () => {
  test("whose group lets only others in", () => {
    checkRule(
      rule,
      template({
        target: instance(
          "#             ^^^^^^^^^^^ 💡 warning: Server gets traffic of Front on port 80, but its security group (ServerGroup) doesn't let FrontGroup in there, so the target never becomes healthy. Add an inbound rule for TCP port 80 with FrontGroup as its source.",
        ),
      }),
    );
    checkRule(
      rule,
      template({
        target: instance(
          "#             ^^^^^^^^^^^ 💡 warning: Server は Front からポート 80 で転送を受けるが、そのセキュリティグループ (ServerGroup) は FrontGroup からの通信を許可しておらず、ターゲットは正常にならない。FrontGroup を送信元とする TCP ポート 80 のインバウンドルールを加えること。",
        ),
      }),
      { messages: "ja" },
    );
  });

  test.each([
    ["the group of the balancer", fromFront],
    ["the block of the VPC", admitting("CidrIp: 10.0.0.0/16")],
    ["everybody", admitting("CidrIp: 0.0.0.0/0")],
    ["a part of the VPC, where the balancer may be", admitting("CidrIp: 10.0.0.0/24")],
    ["a prefix list that nobody knows", admitting("SourcePrefixListId: pl-1")],
    ["a group from elsewhere", admitting("SourceSecurityGroupId: sg-1")],
  ])("lets in %s", (_, rules) => checkRule(rule, template({ rules })));

  test("groups that are not here, that leave the template, or of which more is known elsewhere", () => {
    checkRule(rule, template({ balancer: "SecurityGroups: [sg-1]" }));
    checkRule(rule, template({ more: "Outputs: { Group: { Value: !Ref ServerGroup } }" }));
    checkRule(
      rule,
      template({
        more: `  More: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt ServerGroup.GroupId, IpProtocol: '-1', SourceSecurityGroupId: !Ref FrontGroup } }`,
      }),
    );
    checkRule(
      rule,
      template({ group: "Port: !Ref Port, Protocol: HTTP", before: "Parameters: { Port: { Type: Number } }" }),
    );
  });

  test("its own port counts more than that of the target group", () => {
    const target = "      Targets: [{ Id: !Ref Server, Port: 8080 }]\n";
    checkRule(
      rule,
      template({
        target: `${target}#                     ^^^^^^^^^^^ 💡 warning: Server gets traffic of Front on port 8080…`,
        rules: fromFront,
      }),
    );
    checkRule(rule, template({ target, rules: admitting("SourceSecurityGroupId: !Ref FrontGroup", "8080") }));
  });

  test("a port for health checks alone", () =>
    checkRule(
      rule,
      template({
        rules: fromFront,
        group: "Port: 80, Protocol: HTTP, HealthCheckPort: '8081'",
        target: instance("#             ^^^^^^^^^^^ 💡 warning: Server is checked by Front on port 8081…"),
      }),
    ));

  test("conditions that exclude each other, and a default", () => {
    checkRule(
      rule,
      template({
        before: "Conditions: { Prod: !Equals [!Ref AWS::Region, us-east-1] }",
        rules: `!If [Prod, ${fromElsewhere}, ${fromFront}]`,
        target: "      Targets: !If [Prod, !Ref AWS::NoValue, [{ Id: !Ref Server }]]",
      }),
    );
    checkRule(
      rule,
      template({
        before: "Parameters: { Port: { Type: Number, Default: 8000 } }",
        group: "Port: !Ref Port, Protocol: HTTP",
        rules: fromFront,
        target: instance("#             ^^^^^^^^^^^ 💡 warning: With the default of Port (8000), Server gets…"),
      }),
    );
  });
});

describe("other targets", () => {
  const service = (mark: string) => `  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A], SecurityGroups: [!Ref ServerGroup] } }
      LoadBalancers:
        - ContainerPort: 3000
          TargetGroupArn: !Ref Servers
${mark}`;

  test("tasks of a service, on the port of the container", () => {
    checkRule(
      rule,
      template({
        target: "",
        rules: fromFront,
        group: "Port: 80, Protocol: HTTP, TargetType: ip",
        more: service("#                         ^^^^^^^^^^^^ 💡 warning: Service gets traffic of Front on port 3000…"),
      }),
    );
    checkRule(
      rule,
      template({ target: "", rules: admitting("SourceSecurityGroupId: !Ref FrontGroup", "3000"), more: service("") }),
    );
  });

  test("instances of a scaling group, by its launch template", () =>
    checkRule(
      rule,
      template({
        target: "",
        more: `  Launch:
    Type: AWS::EC2::LaunchTemplate
    Properties: { LaunchTemplateData: { SecurityGroupIds: [!Ref ServerGroup] } }
  Fleet:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: '1' }
      TargetGroupARNs: [!Ref Servers]
#                       ^^^^^^^^^^^^ 💡 warning: Fleet gets traffic of Front on port 80…
`,
      }),
    ));

  test("Lambda functions have no port", () => checkRule(rule, template({ group: "TargetType: lambda" })));
});

test("a Network Load Balancer without groups comes from its subnets", () => {
  const balancer = "Type: network";
  const group = "Port: 80, Protocol: TCP";
  checkRule(
    rule,
    template({
      balancer,
      group,
      target: instance(
        "#             ^^^^^^^^^^^ 💡 warning: Server gets traffic of Front on port 80, but its security group (ServerGroup) doesn't let Vpc in there…",
      ),
      rules: admitting("CidrIp: 198.51.100.0/24"),
    }),
  );
  checkRule(rule, template({ balancer, group, rules: admitting("CidrIp: 10.0.1.0/24") }));
  expect(fixTitles(rule, template({ balancer, group, rules: admitting("CidrIp: 198.51.100.0/24") }))).toEqual([
    "Let Vpc in to ServerGroup on port 80",
  ]);
});

test("the fix adds a rule for the group of the balancer", () =>
  checkFix(
    rule,
    template({}),
    template({
      rules: `${fromElsewhere}
        - IpProtocol: tcp
          FromPort: 80
          ToPort: 80
          SourceSecurityGroupId: !GetAtt FrontGroup.GroupId`,
    }),
  ));

test("as a resource of its own where the balancer's group depends on the target's", () =>
  checkFix(
    rule,
    template({}).replace(
      "GroupDescription: Clients }",
      "GroupDescription: Clients, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, DestinationSecurityGroupId: !Ref ServerGroup }] }",
    ),
    template({
      rules: `${fromElsewhere}
  ServerGroupPort80:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt ServerGroup.GroupId
      IpProtocol: tcp
      FromPort: 80
      ToPort: 80
      SourceSecurityGroupId: !GetAtt FrontGroup.GroupId`,
    }).replace(
      "GroupDescription: Clients }",
      "GroupDescription: Clients, SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, DestinationSecurityGroupId: !Ref ServerGroup }] }",
    ),
  ));
