import { describe, expect, test } from "vitest";
import { hoverInCode, hoverOn } from "../../../../support/check-hover.ts";
import { typescript } from "../../../../support/programs.ts";
import { jsonResource, resource } from "../../../../support/templates.ts";

const rule = (from: string, to = "22", protocol = "tcp") =>
  resource(
    "AWS::EC2::SecurityGroupIngress",
    `IpProtocol: ${protocol}\nFromPort: ${from}\nToPort: ${to}\nCidrIp: 10.0.0.0/8`,
  );

describe("a port of a security group's rule", () => {
  test("names the service first, then what the rule does", async () => {
    const shown = await hoverOn(rule("2$02"));
    expect(shown?.about).toBe("22");
    expect(shown?.markdown).toMatch(/^`22` · SSH\n/);
    expect(shown?.markdown).toContain("Here: lets TCP `22` in from `10.0.0.0/8`.");
    expect(shown?.markdown).toContain("(https://www.iana.org/");
  });

  test("in Japanese, without spaces between Japanese words", async () => {
    const shown = await hoverOn(rule("2$02"), { language: "ja" });
    expect(shown?.markdown).toContain("ここでは: `10.0.0.0/8` からの TCP `22` を許可。");
  });

  test("in JSON, inline in a group", async () => {
    const shown = await hoverOn(
      jsonResource(
        "AWS::EC2::SecurityGroup",
        `"SecurityGroupEgress": [{ "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 54$032, "CidrIp": "0.0.0.0/0" }]`,
      ),
      { notation: "json" },
    );
    expect(shown?.markdown).toMatch(/^`5432` · PostgreSQL/);
    expect(shown?.markdown).toContain("lets TCP `5432` out to anywhere (`0.0.0.0/0`)");
  });

  test("a range has a name of its own, or its ends have", async () => {
    expect((await hoverOn(rule("10$024", "65535")))?.markdown).toContain(
      "64,512 ports · ephemeral ports of any client",
    );
    expect((await hoverOn(rule("$00", "65535")))?.markdown).toContain("`0` – `65535` · 65,536 ports · every port");
    expect((await hoverOn(rule("8$00", "443")))?.markdown).toContain("`80` HTTP, `443` HTTPS");
    expect((await hoverOn(rule("443", "8$00")))?.markdown).toContain("ends before it begins");
  });

  test("what is no port is said to be none", async () => {
    for (const port of ["999999$099999", "-$05", "65$0536"]) {
      expect((await hoverOn(rule(port, "80")))?.markdown).toContain("Not a port");
    }
    expect((await hoverOn(rule("-$01", "-1")))?.markdown).toContain("stands for all ICMP types");
  });

  test("where the protocol covers every port, the number does not count", async () => {
    expect((await hoverOn(rule("2$02", "22", "-1")))?.markdown).toContain("every port is open");
    expect((await hoverOn(rule("2$02", "22", "50")))?.markdown).toContain("protocol ESP covers all ports");
  });

  test("of ICMP is type and code", async () => {
    expect((await hoverOn(rule("$08", "0", "icmp")))?.markdown).toMatch(/^`8` · echo request \(ICMP type\)/);
    expect((await hoverOn(rule("3", "$04", "icmp")))?.markdown).toContain("fragmentation needed (ICMP code)");
    expect((await hoverOn(rule("-$01", "-1", "icmp")))?.markdown).toContain("all ICMP types");
    expect((await hoverOn(rule("$02", "0", "icmpv6")))?.markdown).toContain("packet too big");
    expect((await hoverOn(rule("30$00", "0", "icmp")))?.markdown).toContain("0 to 255");
  });
});

test("words that stand for a port", async () => {
  const shown = await hoverOn(resource("AWS::ElasticLoadBalancingV2::TargetGroup", "HealthCheckPort: traffic$0-port"));
  expect(shown?.markdown).toMatch(/^`traffic-port` · the port on which the target gets its traffic/);
  const group = await hoverOn(resource("AWS::GlobalAccelerator::EndpointGroup", "HealthCheckPort: -$01"));
  expect(group?.markdown).toContain("the listener's port");
});

test("a port without a well-known service shows what the property shows", async () => {
  expect((await hoverOn(rule("234$056", "23456")))?.markdown).toMatch(/^\*\*FromPort\*\* · `integer`/);
});

test("a network ACL's range tells direction and action", async () => {
  const entry = (egress: string) =>
    resource(
      "AWS::EC2::NetworkAclEntry",
      `RuleNumber: 90\nProtocol: 6\nRuleAction: deny\nCidrBlock: 0.0.0.0/0\n${egress}\nPortRange: { From: 33$089, To: 3389 }`,
    );
  expect((await hoverOn(entry("Egress: true")))?.markdown).toContain("rule `90` denies TCP `3389` out to anywhere");
  expect((await hoverOn(entry("NetworkAclId: acl-1")))?.markdown).toContain("rule `90` denies TCP `3389` in from");
  expect((await hoverOn(entry("Egress: !ImportValue X")))?.markdown).not.toContain("Here");
});

test("a parameter's default is explained, a parameter without one is not", async () => {
  const template = (parameter: string) =>
    `Parameters:\n  P: ${parameter}\n${resource("AWS::ElasticLoadBalancingV2::TargetGroup", "Port: !Ref P$0")}`;
  expect((await hoverOn(template("{ Type: Number, Default: 5439 }")))?.markdown).toContain("`5439` · Amazon Redshift");
  const unknown = await hoverOn(template("{ Type: Number }"));
  expect(unknown?.markdown).toBe("**P** · parameter · `Number`\n\nNo default: given at deployment.");
});

describe("in a CDK program", () => {
  test("arguments of Port", async () => {
    const one = await hoverInCode(typescript("sg.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(44$03));"));
    expect(one?.markdown).toMatch(/^`443` · HTTPS/);
    const range = await hoverInCode(typescript("const p = ec2.Port.tcpRange(32768, 60$0999);"));
    expect(range?.markdown).toContain("ephemeral ports of Linux");
  });

  test("members of Port, in both languages of programs", async () => {
    const member = await hoverInCode(typescript("const p = ec2.Port.MYSQL_AU$0RORA;"), { language: "ja" });
    expect(member?.markdown).toMatch(/^`3306` · MySQL/);
    const python = "from aws_cdk import aws_ec2 as ec2\np = ec2.Port.tcp_range(1024, 65$0535)\n";
    const shown = await hoverInCode(python, { program: "python" });
    expect(shown?.markdown).toContain("ephemeral ports of any client");
  });

  test("a port of a listener, and an L1 property by its path", async () => {
    const listener = await hoverInCode(typescript("alb.addListener('L', { port: 84$043 });"));
    expect(listener?.markdown).toMatch(/^`8443` · HTTPS alternate/);
    const l1 = await hoverInCode(
      typescript("new ec2.CfnSecurityGroupIngress(this, 'I', { ipProtocol: 'tcp', fromPort: 2$02, toPort: 22 });"),
    );
    expect(l1?.markdown).toMatch(/^`22` · SSH/);
  });

  test("a number that is handed to something else says nothing", async () => {
    expect(await hoverInCode(typescript("const n = Math.max(44$03, 1);"))).toBeUndefined();
  });
});
