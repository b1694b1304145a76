import { expect, test } from "vitest";
import { lbSgListenerPort } from "../../../../server/src/rules/load-balancing/lb-sg-listener-port.ts";
import { checkFix, checkRule, fixTitles } from "../../../support/check-rule.ts";

const rule = lbSgListenerPort;
interface Options {
  readonly port?: string;
  readonly mark?: string;
  readonly groups?: string;
  readonly before?: string;
  readonly more?: string;
}
const template = (
  rules: string,
  { port = "80", mark = "", groups = "[!Ref Open]", before = "", more = "" }: Options = {},
): string => `${before}Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Open:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Clients
      VpcId: !Ref Vpc
      SecurityGroupIngress:
${rules}
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Scheme: internal, Subnets: [subnet-1, subnet-2], SecurityGroups: ${groups} }
  Http:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Front
      Protocol: HTTP
      Port: ${port}
${mark}      DefaultActions: [{ Type: forward, TargetGroupArn: !ImportValue group }]
${more}`;
const https = "        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16, Description: TLS }";
const http = "        - { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16, Description: plain }";

test("no rule for the port", () => {
  checkRule(
    rule,
    template(https, {
      mark: "#           ^^ 💡 warning: Http listens on port 80, but no security group of Front (Open) lets anybody in there, so clients time out. Add an inbound rule for TCP port 80.\n",
    }),
  );
  checkRule(
    rule,
    template(https, {
      mark: "#           ^^ 💡 warning: Http はポート 80 で待ち受けるが、Front のセキュリティグループ (Open) はこのポートを誰にも許可しておらず、クライアントはタイムアウトする。TCP ポート 80 のインバウンドルールを加えること。\n",
    }),
    { messages: "ja" },
  );
});

test("a rule for the port, in the group or beside it", () => {
  checkRule(rule, template(http));
  checkRule(
    rule,
    template(https, {
      more: "  More: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Open, IpProtocol: '-1', SourceSecurityGroupId: sg-1 } }\n",
    }),
  );
});

test("groups from elsewhere, groups that leave the template, unknown ports and rules", () => {
  checkRule(rule, template(https, { groups: "[!Ref Open, sg-1]" }));
  checkRule(rule, template(https, { groups: "!Ref AWS::NoValue" }));
  checkRule(rule, template(https, { more: "Outputs: { Group: { Value: !Ref Open } }\n" }));
  const before = "Parameters: { Port: { Type: Number } }\n";
  checkRule(rule, template(https, { port: "!Ref Port", before }));
  checkRule(
    rule,
    template("        - { IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/16 }", { before }),
  );
});

test("a default port, and a port of one condition", () => {
  checkRule(
    rule,
    template(https, {
      port: "!Ref Port",
      before: "Parameters: { Port: { Type: Number, Default: 80 } }\n",
      mark: "#           ^^^^^^^^^ 💡 warning: With the default of Port (80), Http listens on port 80…\n",
    }),
  );
});

test("opens the port for the VPC", () => {
  expect(fixTitles(rule, template(https))).toEqual(["Let Vpc in through Open on port 80"]);
  checkFix(
    rule,
    template(https),
    template(
      `${https}\n        - IpProtocol: tcp\n          FromPort: 80\n          ToPort: 80\n          CidrIp: !GetAtt Vpc.CidrBlock`,
    ),
  );
});
