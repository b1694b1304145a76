/** What is said to come of security groups and their methods, against what the CDK makes of the same statements. */
import type { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import { describe, expect, test } from "vitest";
import { sgIngressOpenAdminPort } from "../../../../../server/src/rules/security-groups/sg-ingress-open-admin-port.ts";
import { sgIngressOpenAll } from "../../../../../server/src/rules/security-groups/sg-ingress-open-all.ts";
import { asFarAsSaid, type MadeResources, resourcesIn, synthesize } from "../../../../support/cdk-synth.ts";
import { checkFix, checkNoFix, checkRule, findingsOf } from "../../../../support/check-rule.ts";
import { python, read, resources, typescript } from "../support.ts";
import { withoutRuleIds } from "./rule-ids.ts";

interface Program {
  readonly typescript: string;
  readonly python: string;
  build(stack: Stack, vpc: ec2.IVpc): void;
}

/** Each with a `vpc` before it. */
const programs: Readonly<Record<string, Program>> = {
  "a group alone": {
    typescript: "new ec2.SecurityGroup(this, 'A', { vpc });",
    python: 'ec2.SecurityGroup(self, "A", vpc=vpc)',
    build: (stack, vpc) => new ec2.SecurityGroup(stack, "A", { vpc }),
  },
  "names, descriptions, all outbound IPv6": {
    typescript:
      "new ec2.SecurityGroup(this, 'A', { vpc, description: 'Web', securityGroupName: 'web', allowAllIpv6Outbound: true });",
    python:
      'ec2.SecurityGroup(self, "A", vpc=vpc, description="Web", security_group_name="web", allow_all_ipv6_outbound=True)',
    build: (stack, vpc) =>
      new ec2.SecurityGroup(stack, "A", {
        vpc,
        description: "Web",
        securityGroupName: "web",
        allowAllIpv6Outbound: true,
      }),
  },
  "inbound rules of every kind of port": {
    typescript: `const a = new ec2.SecurityGroup(this, 'A', { vpc });
const anyone = ec2.Peer.anyIpv4();
a.addIngressRule(anyone, ec2.Port.tcp(443));
a.addIngressRule(anyone, ec2.Port.tcp(443), 'twice');
a.addIngressRule(anyone, ec2.Port.HTTPS, 'thrice');
a.addIngressRule(anyone, ec2.Port.DNS_UDP);
a.addIngressRule(anyone, ec2.Port.tcpRange(8000, 8080), 'range');
a.addIngressRule(anyone, ec2.Port.udpRange(500, 510));
a.addIngressRule(anyone, ec2.Port.udp(53));
a.addIngressRule(anyone, ec2.Port.allTcp());
a.addIngressRule(anyone, ec2.Port.allUdp());
a.addIngressRule(anyone, ec2.Port.allIcmp());
a.addIngressRule(anyone, ec2.Port.icmpPing());
a.addIngressRule(anyone, ec2.Port.icmpType(3));
a.addIngressRule(anyone, ec2.Port.icmpTypeAndCode(3, 4));
a.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.allIcmpV6());
a.addIngressRule(anyone, ec2.Port.allTraffic());
a.addIngressRule(anyone, ec2.Port.esp());
a.addIngressRule(anyone, ec2.Port.ah());`,
    python: `a = ec2.SecurityGroup(self, "A", vpc=vpc)
anyone = ec2.Peer.any_ipv4()
a.add_ingress_rule(anyone, ec2.Port.tcp(443))
a.add_ingress_rule(anyone, ec2.Port.tcp(443), "twice")
a.add_ingress_rule(anyone, ec2.Port.HTTPS, description="thrice")
a.add_ingress_rule(anyone, ec2.Port.DNS_UDP)
a.add_ingress_rule(peer=anyone, connection=ec2.Port.tcp_range(start_port=8000, end_port=8080), description="range")
a.add_ingress_rule(anyone, ec2.Port.udp_range(500, 510))
a.add_ingress_rule(anyone, ec2.Port.udp(port=53))
a.add_ingress_rule(anyone, ec2.Port.all_tcp())
a.add_ingress_rule(anyone, ec2.Port.all_udp())
a.add_ingress_rule(anyone, ec2.Port.all_icmp())
a.add_ingress_rule(anyone, ec2.Port.icmp_ping())
a.add_ingress_rule(anyone, ec2.Port.icmp_type(3))
a.add_ingress_rule(anyone, ec2.Port.icmp_type_and_code(3, 4))
a.add_ingress_rule(ec2.Peer.any_ipv6(), ec2.Port.all_icmp_v6())
a.add_ingress_rule(anyone, ec2.Port.all_traffic())
a.add_ingress_rule(anyone, ec2.Port.esp())
a.add_ingress_rule(anyone, ec2.Port.ah())`,
    build(stack, vpc) {
      const a = new ec2.SecurityGroup(stack, "A", { vpc });
      const anyone = ec2.Peer.anyIpv4();
      a.addIngressRule(anyone, ec2.Port.tcp(443));
      a.addIngressRule(anyone, ec2.Port.tcp(443), "twice");
      a.addIngressRule(anyone, ec2.Port.HTTPS, "thrice");
      a.addIngressRule(anyone, ec2.Port.DNS_UDP);
      a.addIngressRule(anyone, ec2.Port.tcpRange(8000, 8080), "range");
      a.addIngressRule(anyone, ec2.Port.udpRange(500, 510));
      a.addIngressRule(anyone, ec2.Port.udp(53));
      a.addIngressRule(anyone, ec2.Port.allTcp());
      a.addIngressRule(anyone, ec2.Port.allUdp());
      a.addIngressRule(anyone, ec2.Port.allIcmp());
      a.addIngressRule(anyone, ec2.Port.icmpPing());
      a.addIngressRule(anyone, ec2.Port.icmpType(3));
      a.addIngressRule(anyone, ec2.Port.icmpTypeAndCode(3, 4));
      a.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.allIcmpV6());
      a.addIngressRule(anyone, ec2.Port.allTraffic());
      a.addIngressRule(anyone, ec2.Port.esp());
      a.addIngressRule(anyone, ec2.Port.ah());
    },
  },
  "inbound rules of every kind of peer": {
    typescript: `const a = new ec2.SecurityGroup(this, 'A', { vpc });
const b = new ec2.SecurityGroup(this, 'B', { vpc });
a.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.SSH);
a.addIngressRule(ec2.Peer.ipv6('2001:db8::/32'), ec2.Port.SSH);
a.addIngressRule(ec2.Peer.prefixList('pl-12345678'), ec2.Port.SSH);
a.addIngressRule(ec2.Peer.securityGroupId('sg-12345678'), ec2.Port.SSH);
a.addIngressRule(ec2.Peer.securityGroupId('sg-12345678', '123456789012'), ec2.Port.HTTP);
a.addIngressRule(b, ec2.Port.POSTGRES, 'from b');
a.addIngressRule(a, ec2.Port.POSTGRES);
a.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS);`,
    python: `a = ec2.SecurityGroup(self, "A", vpc=vpc)
b = ec2.SecurityGroup(self, "B", vpc=vpc)
a.add_ingress_rule(ec2.Peer.ipv4("10.0.0.0/8"), ec2.Port.SSH)
a.add_ingress_rule(ec2.Peer.ipv6("2001:db8::/32"), ec2.Port.SSH)
a.add_ingress_rule(ec2.Peer.prefix_list("pl-12345678"), ec2.Port.SSH)
a.add_ingress_rule(ec2.Peer.security_group_id("sg-12345678"), ec2.Port.SSH)
a.add_ingress_rule(ec2.Peer.security_group_id("sg-12345678", "123456789012"), ec2.Port.HTTP)
a.add_ingress_rule(b, ec2.Port.POSTGRES, "from b")
a.add_ingress_rule(a, ec2.Port.POSTGRES)
a.add_ingress_rule(ec2.Peer.ipv4(vpc.vpc_cidr_block), ec2.Port.HTTPS)`,
    build(stack, vpc) {
      const a = new ec2.SecurityGroup(stack, "A", { vpc });
      const b = new ec2.SecurityGroup(stack, "B", { vpc });
      a.addIngressRule(ec2.Peer.ipv4("10.0.0.0/8"), ec2.Port.SSH);
      a.addIngressRule(ec2.Peer.ipv6("2001:db8::/32"), ec2.Port.SSH);
      a.addIngressRule(ec2.Peer.prefixList("pl-12345678"), ec2.Port.SSH);
      a.addIngressRule(ec2.Peer.securityGroupId("sg-12345678"), ec2.Port.SSH);
      a.addIngressRule(ec2.Peer.securityGroupId("sg-12345678", "123456789012"), ec2.Port.HTTP);
      a.addIngressRule(b, ec2.Port.POSTGRES, "from b");
      a.addIngressRule(a, ec2.Port.POSTGRES);
      a.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS);
    },
  },
  "outbound rules are ignored where all is let out, but for IPv6": {
    typescript: `const a = new ec2.SecurityGroup(this, 'A', { vpc });
a.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);
a.addEgressRule(ec2.Peer.anyIpv6(), ec2.Port.HTTPS);`,
    python: `a = ec2.SecurityGroup(self, "A", vpc=vpc)
a.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.HTTPS)
a.add_egress_rule(ec2.Peer.any_ipv6(), ec2.Port.HTTPS)`,
    build(stack, vpc) {
      const a = new ec2.SecurityGroup(stack, "A", { vpc });
      a.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);
      a.addEgressRule(ec2.Peer.anyIpv6(), ec2.Port.HTTPS);
    },
  },
  "a group that lets nothing out, and groups with outbound rules": {
    typescript: `const none = new ec2.SecurityGroup(this, 'None', { vpc, allowAllOutbound: false });
const some = new ec2.SecurityGroup(this, 'Some', { vpc, allowAllOutbound: false });
some.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS, 'web');
some.addEgressRule(none, ec2.Port.tcp(5432));
const six = new ec2.SecurityGroup(this, 'Six', { vpc, allowAllOutbound: false });
six.addEgressRule(ec2.Peer.anyIpv6(), ec2.Port.HTTPS);`,
    python: `none = ec2.SecurityGroup(self, "None", vpc=vpc, allow_all_outbound=False)
some = ec2.SecurityGroup(self, "Some", vpc=vpc, allow_all_outbound=False)
some.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.HTTPS, "web")
some.add_egress_rule(none, ec2.Port.tcp(5432))
six = ec2.SecurityGroup(self, "Six", vpc=vpc, allow_all_outbound=False)
six.add_egress_rule(ec2.Peer.any_ipv6(), ec2.Port.HTTPS)`,
    build(stack, vpc) {
      const none = new ec2.SecurityGroup(stack, "None", { vpc, allowAllOutbound: false });
      const some = new ec2.SecurityGroup(stack, "Some", { vpc, allowAllOutbound: false });
      some.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS, "web");
      some.addEgressRule(none, ec2.Port.tcp(5432));
      const six = new ec2.SecurityGroup(stack, "Six", { vpc, allowAllOutbound: false });
      six.addEgressRule(ec2.Peer.anyIpv6(), ec2.Port.HTTPS);
    },
  },
  "connections between groups": {
    typescript: `const web = new ec2.SecurityGroup(this, 'Web', { vpc });
const app = new ec2.SecurityGroup(this, 'App', { vpc, allowAllOutbound: false });
const db = new ec2.SecurityGroup(this, 'Db', { vpc, allowAllOutbound: false });
web.connections.allowFromAnyIpv4(ec2.Port.HTTPS);
app.connections.allowFrom(web, ec2.Port.tcp(8080), 'web');
app.connections.allowTo(db, ec2.Port.POSTGRES);
db.connections.allowInternally(ec2.Port.POSTGRES);
app.connections.allowToAnyIpv4(ec2.Port.HTTPS, 'updates');
app.connections.allowFrom(ec2.Peer.ipv4('10.1.0.0/16'), ec2.Port.SSH);
db.connections.allowFrom(app.connections, ec2.Port.SSH);`,
    python: `web = ec2.SecurityGroup(self, "Web", vpc=vpc)
app = ec2.SecurityGroup(self, "App", vpc=vpc, allow_all_outbound=False)
db = ec2.SecurityGroup(self, "Db", vpc=vpc, allow_all_outbound=False)
web.connections.allow_from_any_ipv4(ec2.Port.HTTPS)
app.connections.allow_from(web, ec2.Port.tcp(8080), "web")
app.connections.allow_to(db, ec2.Port.POSTGRES)
db.connections.allow_internally(ec2.Port.POSTGRES)
app.connections.allow_to_any_ipv4(ec2.Port.HTTPS, description="updates")
app.connections.allow_from(ec2.Peer.ipv4("10.1.0.0/16"), ec2.Port.SSH)
db.connections.allow_from(app.connections, port_range=ec2.Port.SSH)`,
    build(stack, vpc) {
      const web = new ec2.SecurityGroup(stack, "Web", { vpc });
      const app = new ec2.SecurityGroup(stack, "App", { vpc, allowAllOutbound: false });
      const db = new ec2.SecurityGroup(stack, "Db", { vpc, allowAllOutbound: false });
      web.connections.allowFromAnyIpv4(ec2.Port.HTTPS);
      app.connections.allowFrom(web, ec2.Port.tcp(8080), "web");
      app.connections.allowTo(db, ec2.Port.POSTGRES);
      db.connections.allowInternally(ec2.Port.POSTGRES);
      app.connections.allowToAnyIpv4(ec2.Port.HTTPS, "updates");
      app.connections.allowFrom(ec2.Peer.ipv4("10.1.0.0/16"), ec2.Port.SSH);
      db.connections.allowFrom(app.connections, ec2.Port.SSH);
    },
  },
  "rules that the group is told not to hold itself": {
    typescript: `const a = new ec2.SecurityGroup(this, 'A', { vpc, disableInlineRules: true });
a.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);`,
    python: `a = ec2.SecurityGroup(self, "A", vpc=vpc, disable_inline_rules=True)
a.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.HTTPS)`,
    build(stack, vpc) {
      const a = new ec2.SecurityGroup(stack, "A", { vpc, disableInlineRules: true });
      a.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);
    },
  },
};

const vpcIn = {
  typescript: "const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1 });\n",
  python: 'vpc = ec2.Vpc(self, "Vpc", max_azs=1)\n',
};

function comparable(resources: MadeResources): MadeResources {
  const groups = Object.entries(resources).filter(([, { type }]) => /SecurityGroup/.test(type));
  return withoutRuleIds(Object.fromEntries(groups));
}

describe("groups and rules come out as the CDK makes them", () => {
  const made = synthesize(
    Object.values(programs).map((program) => (stack) => {
      program.build(stack, new ec2.Vpc(stack, "Vpc", { maxAzs: 1 }) as ec2.IVpc);
    }),
  );
  test.each(Object.keys(programs).map((name, index) => [name, index] as const))("%s", (name, index) => {
    const program = programs[name];
    const expected = made[index];
    if (!program || !expected) throw new Error("The CDK refuses it.");
    for (const text of [typescript(vpcIn.typescript + program.typescript), python(vpcIn.python + program.python)]) {
      const said = comparable(resourcesIn(read(text).template, () => true));
      expect(said).toEqual(asFarAsSaid(comparable(expected), said));
    }
  });
});

describe("rules find what methods open, where it is written", () => {
  const group = `${vpcIn.typescript}const web = new ec2.SecurityGroup(this, 'Web', { vpc });\n`;
  const groupInPython = `${vpcIn.python}web = ec2.SecurityGroup(self, "Web", vpc=vpc)\n`;
  const inOther = `${group}const other = new ec2.SecurityGroup(this, 'Other', { vpc });\n`;

  test("a port for administrators", () => {
    checkRule(
      sgIngressOpenAdminPort,
      typescript(`${group}web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'SSH');
                   ^^^^^^^^^^^^^^^^^^ 💡 warning: Web lets the whole internet (0.0.0.0/0) in on SSH (22)…
web.addIngressRule(ec2.Peer.ipv4('0.0.0.0/0'), ec2.Port.RDP);
                                 ^^^^^^^^^^^ 💡 warning: Web lets the whole internet (0.0.0.0/0) in on RDP (3389)…
web.connections.allowFromAnyIpv4(ec2.Port.SSH);
web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));`),
    );
    checkRule(
      sgIngressOpenAdminPort,
      python(`${groupInPython}web.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22), "SSH")
                     ^^^^^^^^^^^^^^^^^^^ 💡 warning: Web lets the whole internet (0.0.0.0/0) in on SSH (22)…
web.connections.allow_from_any_ipv4(ec2.Port.tcp_range(20, 25))
                ^^^^^^^^^^^^^^^^^^^ warning: Web lets the whole internet (0.0.0.0/0) in on ports 20-25…`),
    );
  });

  test("rules that are resources of their own", () => {
    checkRule(
      sgIngressOpenAdminPort,
      typescript(`${vpcIn.typescript}const web = new ec2.SecurityGroup(this, 'Web', { vpc, disableInlineRules: true });
web.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.SSH);
                   ^^^^^^^^^^^^^^^^^^ warning: Web/from ::/0:22 lets the whole internet (::/0) in on SSH (22)…`),
    );
  });

  test.each([
    ["other addresses", group, "web.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.SSH);"],
    ["another group", inOther, "web.addIngressRule(other, ec2.Port.SSH);"],
    ["another port", group, "web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);"],
    ["an unknown port", group, "web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(props.port));"],
    ["an unknown peer", group, "web.addIngressRule(props.peer, ec2.Port.SSH);"],
    ["what goes out", group, "web.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.SSH);"],
    ["half a statement", group, "web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22"],
  ])("nothing is found: %s", (_, before, statement) => {
    const found = findingsOf(typescript(before + statement)).map(({ rule }) => rule);
    expect(found.filter((rule) => /^sg-/.test(rule))).toEqual([]);
  });

  test("a rule that only one branch adds is found for that branch", () => {
    checkRule(
      sgIngressOpenAdminPort,
      typescript(`${group}if (props.isDevelopment) {
  web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.SSH, 'SSH');
                     ^^^^^^^^^^^^^^^^^^ 💡 warning: When props.isDevelopment is true: Web lets…
}`),
    );
  });

  test("fixes are written in the program's own words", () => {
    const title = "Web: Let in one address only";
    for (const [before, after] of [
      [
        "web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.SSH);",
        "web.addIngressRule(ec2.Peer.ipv4('203.0.113.10/32'), ec2.Port.SSH);",
      ],
      [
        "web.addIngressRule(ec2.Peer.ipv4('0.0.0.0/0'), ec2.Port.SSH);",
        "web.addIngressRule(ec2.Peer.ipv4('203.0.113.10/32'), ec2.Port.SSH);",
      ],
    ] as const) {
      checkFix(sgIngressOpenAdminPort, typescript(group + before), typescript(group + after), { title });
    }
    checkFix(
      sgIngressOpenAdminPort,
      python(`${groupInPython}web.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.SSH)`),
      python(`${groupInPython}web.add_ingress_rule(ec2.Peer.ipv4("203.0.113.10/32"), ec2.Port.SSH)`),
      { title },
    );
    checkNoFix(sgIngressOpenAdminPort, typescript(`${group}web.connections.allowFromAnyIpv4(ec2.Port.SSH);`));
  });

  test("all traffic", () => {
    checkRule(
      sgIngressOpenAll,
      typescript(`${group}web.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.allTraffic());
                   ^^^^^^^^^^^^^^^^^^ 💡 warning: Web lets the whole internet (0.0.0.0/0) in on every port…`),
    );
  });
});

test("what isn't known of a group leaves its lists open", () => {
  const text = typescript(`${vpcIn.typescript}const a = new ec2.SecurityGroup(this, 'A', { vpc, ...props.group });
new ec2.CfnInstance(this, 'I', { securityGroupIds: [a.securityGroupId] });`);
  expect(resources(text)).toMatchObject({
    A: "AWS::EC2::SecurityGroup { GroupDescription: ?, VpcId: !Ref Vpc, SecurityGroupIngress: [?], SecurityGroupEgress: [?, ?] } open",
    I: "AWS::EC2::Instance { SecurityGroupIds: [!GetAtt A.GroupId] }",
  });
});
