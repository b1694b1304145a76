/** Load balancers, listeners and target groups, against what the CDK makes of the same statements. */
import { SslPolicy } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { describe, expect, test } from "vitest";
import { sslPolicies } from "../../../../../server/src/frontends/cdk/l2/listener-ends.ts";
import { listenerWeakTls } from "../../../../../server/src/rules/load-balancing/listener-weak-tls.ts";
import { propertyOf } from "../../../../../server/src/template/expression.ts";
import { expectAsSynthesized, stackInPython, stackInTypeScript } from "../../../../support/cdk-programs.ts";
import { checkRule } from "../../../../support/check-rule.ts";
import { read, resources, shown } from "../support.ts";
import { expectItsFindings, type TwinProgram } from "./twin-programs.ts";

const types = /SecurityGroup|LoadBalancing|EC2::Instance$|AutoScalingGroup$/;
const flag = "@aws-cdk/aws-elasticloadbalancingv2:networkLoadBalancerWithSecurityGroupByDefault";

const machine = `{ vpc, instanceType: new ec2.InstanceType('t3.micro'), machineImage: ec2.MachineImage.latestAmazonLinux2023() }`;
const machineInPython = `vpc=vpc, instance_type=ec2.InstanceType("t3.micro"), machine_image=ec2.MachineImage.latest_amazon_linux2023()`;

const programs: Readonly<Record<string, TwinProgram>> = {
  "application load balancers and their groups": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const defaultAction = elbv2.ListenerAction.fixedResponse(404);
const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc, internetFacing: true });
lb.addListener('Web', { port: 80, defaultAction });
lb.addListener('Admin', { port: 8443, protocol: elbv2.ApplicationProtocol.HTTP, open: false, defaultAction });
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
const inner = new elbv2.ApplicationLoadBalancer(this, 'Inner', { vpc, securityGroup: group });
const listener = inner.addListener('Web', { protocol: elbv2.ApplicationProtocol.HTTP, open: false, defaultAction });
listener.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.0.0.0/8'));
const both = new elbv2.ApplicationLoadBalancer(this, 'Both', { vpc, ipAddressType: elbv2.IpAddressType.DUAL_STACK });
new elbv2.ApplicationListener(this, 'Alone', { loadBalancer: both, port: 80, defaultAction });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
default_action = elbv2.ListenerAction.fixed_response(404)
lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc, internet_facing=True)
lb.add_listener("Web", port=80, default_action=default_action)
lb.add_listener("Admin", port=8443, protocol=elbv2.ApplicationProtocol.HTTP, open=False, default_action=default_action)
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
inner = elbv2.ApplicationLoadBalancer(self, "Inner", vpc=vpc, security_group=group)
listener = inner.add_listener("Web", protocol=elbv2.ApplicationProtocol.HTTP, open=False, default_action=default_action)
listener.connections.allow_default_port_from(ec2.Peer.ipv4("10.0.0.0/8"))
both = elbv2.ApplicationLoadBalancer(self, "Both", vpc=vpc, ip_address_type=elbv2.IpAddressType.DUAL_STACK)
elbv2.ApplicationListener(self, "Alone", load_balancer=both, port=80, default_action=default_action)`,
  },
  "targets of application load balancers": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc });
const listener = lb.addListener('Web', { port: 80 });
const instance = new ec2.Instance(this, 'I', ${machine});
listener.addTargets('App', {
  port: 8080,
  targets: [new elbv2_targets.InstanceTarget(instance, 9090)],
  healthCheck: { path: '/up', port: '9191', interval: cdk.Duration.minutes(1), timeout: cdk.Duration.seconds(5), healthyThresholdCount: 3 },
});
const fleet = new autoscaling.AutoScalingGroup(this, 'Fleet', ${machine});
listener.addTargets('Fleet', { port: 8080, targets: [fleet], priority: 10, conditions: [elbv2.ListenerCondition.pathPatterns(['/x'])] });
const group = new elbv2.ApplicationTargetGroup(this, 'Group', { vpc, port: 443, targetType: elbv2.TargetType.IP, targets: [new elbv2_targets.IpTarget('10.0.1.1')] });
const other = new elbv2.ApplicationTargetGroup(this, 'Other', { vpc, protocol: elbv2.ApplicationProtocol.HTTP });
other.addTarget(fleet);
listener.addTargetGroups('More', { targetGroups: [group], priority: 20, conditions: [elbv2.ListenerCondition.pathPatterns(['/y'])] });
const second = lb.addListener('Second', { port: 443, certificates: [{ certificateArn: 'arn:x' }], defaultTargetGroups: [group, other] });
second.addAction('Forward', { action: elbv2.ListenerAction.forward([other]), priority: 3, conditions: [elbv2.ListenerCondition.hostHeaders(['a'])] });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc)
listener = lb.add_listener("Web", port=80)
instance = ec2.Instance(self, "I", ${machineInPython})
listener.add_targets(
    "App",
    port=8080,
    targets=[elbv2_targets.InstanceTarget(instance, 9090)],
    health_check=elbv2.HealthCheck(path="/up", port="9191", interval=cdk.Duration.minutes(1), timeout=cdk.Duration.seconds(5), healthy_threshold_count=3),
)
fleet = autoscaling.AutoScalingGroup(self, "Fleet", ${machineInPython})
listener.add_targets("Fleet", port=8080, targets=[fleet], priority=10, conditions=[elbv2.ListenerCondition.path_patterns(["/x"])])
group = elbv2.ApplicationTargetGroup(self, "Group", vpc=vpc, port=443, target_type=elbv2.TargetType.IP, targets=[elbv2_targets.IpTarget("10.0.1.1")])
other = elbv2.ApplicationTargetGroup(self, "Other", vpc=vpc, protocol=elbv2.ApplicationProtocol.HTTP)
other.add_target(fleet)
listener.add_target_groups("More", target_groups=[group], priority=20, conditions=[elbv2.ListenerCondition.path_patterns(["/y"])])
second = lb.add_listener("Second", port=443, certificates=[elbv2.ListenerCertificate("arn:x")], default_target_groups=[group, other])
second.add_action("Forward", action=elbv2.ListenerAction.forward([other]), priority=3, conditions=[elbv2.ListenerCondition.host_headers(["a"])])`,
  },
  "network load balancers": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
const fleet = new autoscaling.AutoScalingGroup(this, 'Fleet', ${machine});
const instance = new ec2.Instance(this, 'I', ${machine});
const plain = new elbv2.NetworkLoadBalancer(this, 'Plain', { vpc, crossZoneEnabled: true, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } });
plain.addListener('Tcp', { port: 443 }).addTargets('App', { port: 8443, targets: [fleet] });
plain.connections.allowFromAnyIpv4(ec2.Port.tcp(443));
const grouped = new elbv2.NetworkLoadBalancer(this, 'Grouped', { vpc, internetFacing: true, securityGroups: [group] });
grouped.connections.allowFromAnyIpv4(ec2.Port.tcp(443), 'Clients');
const dns = new elbv2.NetworkTargetGroup(this, 'Dns', { vpc, port: 53, protocol: elbv2.Protocol.UDP, targets: [new elbv2_targets.InstanceTarget(instance)] });
grouped.addListener('Dns', { port: 53, protocol: elbv2.Protocol.UDP, defaultTargetGroups: [dns] });
const secure = new elbv2.NetworkListener(this, 'Secure', { loadBalancer: grouped, port: 443, certificates: [{ certificateArn: 'arn:x' }] });
secure.addTargets('Tls', { port: 443 });
grouped.addListener('Other', { port: 8080 }).addTargetGroups('Groups', new elbv2.NetworkTargetGroup(this, 'More', { vpc, port: 80 }));
grouped.addListener('Last', { port: 81, defaultAction: elbv2.NetworkListenerAction.forward([new elbv2.NetworkTargetGroup(this, 'T', { vpc, port: 80 })]) });
new elbv2.NetworkLoadBalancer(this, 'Without', { vpc, disableSecurityGroups: true });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
fleet = autoscaling.AutoScalingGroup(self, "Fleet", ${machineInPython})
instance = ec2.Instance(self, "I", ${machineInPython})
plain = elbv2.NetworkLoadBalancer(self, "Plain", vpc=vpc, cross_zone_enabled=True, vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC))
plain.add_listener("Tcp", port=443).add_targets("App", port=8443, targets=[fleet])
plain.connections.allow_from_any_ipv4(ec2.Port.tcp(443))
grouped = elbv2.NetworkLoadBalancer(self, "Grouped", vpc=vpc, internet_facing=True, security_groups=[group])
grouped.connections.allow_from_any_ipv4(ec2.Port.tcp(443), "Clients")
dns = elbv2.NetworkTargetGroup(self, "Dns", vpc=vpc, port=53, protocol=elbv2.Protocol.UDP, targets=[elbv2_targets.InstanceTarget(instance)])
grouped.add_listener("Dns", port=53, protocol=elbv2.Protocol.UDP, default_target_groups=[dns])
secure = elbv2.NetworkListener(self, "Secure", load_balancer=grouped, port=443, certificates=[elbv2.ListenerCertificate("arn:x")])
secure.add_targets("Tls", port=443)
grouped.add_listener("Other", port=8080).add_target_groups("Groups", elbv2.NetworkTargetGroup(self, "More", vpc=vpc, port=80))
grouped.add_listener("Last", port=81, default_action=elbv2.NetworkListenerAction.forward([elbv2.NetworkTargetGroup(self, "T", vpc=vpc, port=80)]))
elbv2.NetworkLoadBalancer(self, "Without", vpc=vpc, disable_security_groups=True)`,
  },
};

describe("load balancers come out as the CDK makes them", () => {
  test.each(Object.entries(programs))("%s", (_, { inTypeScript, inPython }) => {
    const { template } = read(stackInTypeScript(inTypeScript));
    for (const enabled of [false, true]) {
      expectAsSynthesized({ template, statements: inTypeScript, types, flags: { [flag]: enabled } });
    }
    expect(shown(read(stackInPython(inPython)).template)).toEqual(shown(template));
  });

  test.each(Object.entries(programs))("nothing is wrong with them: %s", (_, program) => {
    expect(program.findings).toBeUndefined();
    expectItsFindings(program);
  });
});

test("what isn't known of listeners and targets stays unknown", () => {
  const text = stackInTypeScript(`const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1 });
const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc });
const listener = lb.addListener('Web', { port: props.port });
listener.addTargets('App', { port: 80, targets: [props.service] });
listener.addTargets('Also', { ...props.more });
if (props.extra) listener.addAction('Extra', { action: props.action });
for (const name of names) listener.addTargets(name, { port: 80 });`);
  const all = resources(text);
  expect(all["Lb/Web"]).toContain("DefaultActions: [{ TargetGroupArn: !Ref Lb/Web/AppGroup, Type: forward }");
  expect(all["Lb/Web"]).toContain("!If [props.extra, ?, !Ref AWS::NoValue], ?]");
  expect(all["Lb/Web"]).toContain("Port: ?, Protocol: ?");
  expect(all["Lb/Web/AppGroup"]).toBe(
    "AWS::ElasticLoadBalancingV2::TargetGroup { Port: 80, Protocol: HTTP, VpcId: !Ref Vpc, Targets: [?] } open",
  );
  expect(all["Lb/Web/AlsoGroup"]).toBe(
    "AWS::ElasticLoadBalancingV2::TargetGroup { Protocol: ?, VpcId: !Ref Vpc, Targets: [?] } open",
  );
  expect(Object.keys(all).filter((id) => /^Lb\/Web/.test(id))).toHaveLength(3);
});

test("policies for TLS are called as in the library, and weak ones are found where they are chosen", () => {
  expect(sslPolicies).toEqual(
    Object.fromEntries(Object.keys(sslPolicies).map((name) => [name, SslPolicy[name as keyof typeof SslPolicy]])),
  );
  checkRule(
    listenerWeakTls,
    stackInTypeScript(`const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc });
lb.addListener('Web', {
  port: 443,
  certificates: [props.certificate],
  sslPolicy: elbv2.SslPolicy.RECOMMENDED,
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Lb/Web accepts TLS 1.0…
  defaultAction: elbv2.ListenerAction.fixedResponse(404),
});`),
  );
});

test("a fix doesn't write a text where a member of an enum stands", () => {
  const text = stackInTypeScript(`const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const lb = new elbv2.NetworkLoadBalancer(this, 'Lb', { vpc });
lb.addListener('Dns', { port: 53, protocol: elbv2.Protocol.UDP });`);
  const document = read(text);
  const protocol = propertyOf(document.template.resources.get("Lb/Dns")?.properties, "Protocol")?.value;
  expect(protocol).toMatchObject({ value: "UDP" });
  const span = protocol?.span;
  expect(span && document.render([{ kind: "replace-value", span, value: "TCP" }])).toBeUndefined();
});
