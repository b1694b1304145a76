import { test } from "vitest";
import { sgIngressOpenOtherPort } from "../../../../server/src/rules/security-groups/sg-ingress-open-other-port.ts";
import { checkRule } from "../../../support/check-rule.ts";

const rule = sgIngressOpenOtherPort;

interface Options {
  readonly port?: string;
  readonly source?: string;
  readonly mark?: string;
  readonly listener?: string;
  readonly before?: string;
  readonly more?: string;
  readonly protocol?: string;
}

const template = ({
  port = "8080",
  source = "0.0.0.0/0",
  mark = "",
  listener = "443",
  before = "",
  more = "",
  protocol = "tcp",
}: Options): string => `${before}
Resources:
  Edge:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Clients
      SecurityGroupIngress:
        - IpProtocol: ${protocol}
          FromPort: ${port}
          ToPort: ${port}
          CidrIp: ${source}
${mark}
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Subnets: [subnet-1, subnet-2], SecurityGroups: [!Ref Edge] }
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { LoadBalancerArn: !Ref Front, Protocol: HTTPS, Port: ${listener}, DefaultActions: [] }
${more}`;

test("a port without a listener", () => {
  checkRule(
    rule,
    template({
      mark: "#                 ^^^^^^^^^ information: Edge lets the whole internet (0.0.0.0/0) in on TCP port 8080, but Front, which alone wears Edge, has no listener there (443). Take the rule out, or add the listener.",
    }),
  );
  checkRule(
    rule,
    template({
      mark: "#                 ^^^^^^^^^ information: Edge は TCP ポート 8080 をインターネット全体 (0.0.0.0/0) に開けているが、Edge を使う唯一の Front にはこのポートのリスナーがない (443)。ルールを外すか、リスナーを加えること。",
    }),
    { messages: "ja" },
  );
});

test("a port with a listener, those of the web, part of the internet, ports that other rules tell of", () => {
  checkRule(rule, template({ listener: "8080" }));
  checkRule(rule, template({ port: "80" }));
  checkRule(rule, template({ source: "198.51.100.0/24" }));
  checkRule(rule, template({ port: "22" }));
  checkRule(rule, template({ port: "3306" }));
});

test("UDP is another transport than that of HTTPS", () =>
  checkRule(
    rule,
    template({
      protocol: "udp",
      listener: "8080",
      mark: "#                 ^^^^^^^^^ information: Edge lets the whole internet (0.0.0.0/0) in on UDP port 8080…",
    }),
  ));

test("what may use the port: other wearers, unknown ports, groups and balancers that leave", () => {
  checkRule(
    rule,
    template({ more: "  Web: { Type: AWS::EC2::Instance, Properties: { SecurityGroupIds: [!Ref Edge] } }" }),
  );
  checkRule(rule, template({ more: "  Other: { Type: AWS::New::Kind, Properties: { Groups: [!Ref Edge] } }" }));
  checkRule(rule, template({ listener: "!Ref Port", before: "Parameters: { Port: { Type: Number } }" }));
  checkRule(rule, template({ more: "Outputs: { Group: { Value: !Ref Edge } }" }));
  checkRule(rule, template({ more: "Outputs: { Balancer: { Value: !Ref Front } }" }));
});

test("its DNS name may leave the template: nobody adds a listener by it", () =>
  checkRule(
    rule,
    template({
      more: "Outputs: { Name: { Value: !GetAtt Front.DNSName }, Url: { Value: !Sub 'https://${Front.DNSName}/' } }",
      mark: "#                 ^^^^^^^^^ information: …",
    }),
  ));

test("a default that may be another port", () =>
  checkRule(
    rule,
    template({
      listener: "!Ref Port",
      before: "Parameters: { Port: { Type: Number, Default: 443 } }",
      mark: "#                 ^^^^^^^^^ information: With the default of Port (443), Edge lets…",
    }),
  ));

test("a listener of either outcome of a condition uses the port", () => {
  const before = "Conditions: { Test: !Equals [!Ref AWS::Region, us-east-1] }";
  checkRule(rule, template({ before, listener: "!If [Test, 8080, 443]" }));
  checkRule(
    rule,
    template({
      before,
      source: "!If [Test, 0.0.0.0/0, 10.0.0.0/8]",
      mark: "#                            ^^^^^^^^^ information: When Test is true: Edge lets…",
    }),
  );
});

test("a group without load balancer, and one whose balancer has no listener yet", () => {
  checkRule(rule, template({}).replace("SecurityGroups: [!Ref Edge]", "Scheme: internal"));
  checkRule(rule, template({}).replace("LoadBalancerArn: !Ref Front", "LoadBalancerArn: arn"));
});
