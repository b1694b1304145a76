/** Load balancers and their listeners, against what the CDK makes of them. */
import type { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as elbv2 from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { expect, test } from "vitest";
import { asFarAsSaid, type MadeResources, resourcesIn, synthesize } from "../../../../support/cdk-synth.ts";
import { findingsOf } from "../../../../support/check-rule.ts";
import { python, read, resources, typescript } from "../support.ts";

const modules = ["ec2", "elasticloadbalancingv2"];

const inTypeScript = typescript(
  `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const lb = new elasticloadbalancingv2.ApplicationLoadBalancer(this, 'Lb', { vpc, internetFacing: true });
lb.addListener('Web', { port: 80, defaultAction });
lb.addListener('Admin', { port: 8443, protocol: elasticloadbalancingv2.ApplicationProtocol.HTTP, open: false, defaultAction });
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
const inner = new elasticloadbalancingv2.ApplicationLoadBalancer(this, 'Inner', { vpc, securityGroup: group });
const listener = inner.addListener('Web', { protocol: elasticloadbalancingv2.ApplicationProtocol.HTTP, open: false, defaultAction });
listener.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.0.0.0/8'));
new elasticloadbalancingv2.NetworkLoadBalancer(this, 'Nlb', { vpc, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } });`,
  modules,
);

const inPython = python(
  `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
lb = elasticloadbalancingv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc, internet_facing=True)
lb.add_listener("Web", port=80, default_action=default_action)
lb.add_listener("Admin", port=8443, protocol=elasticloadbalancingv2.ApplicationProtocol.HTTP, open=False, default_action=default_action)
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
inner = elasticloadbalancingv2.ApplicationLoadBalancer(self, "Inner", vpc=vpc, security_group=group)
listener = inner.add_listener("Web", protocol=elasticloadbalancingv2.ApplicationProtocol.HTTP, open=False, default_action=default_action)
listener.connections.allow_default_port_from(ec2.Peer.ipv4("10.0.0.0/8"))
elasticloadbalancingv2.NetworkLoadBalancer(self, "Nlb", vpc=vpc, vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC))`,
  modules,
);

function build(stack: Stack): void {
  const vpc = new ec2.Vpc(stack, "Vpc", { maxAzs: 2 }) as ec2.IVpc;
  const defaultAction = elbv2.ListenerAction.fixedResponse(404);
  const lb = new elbv2.ApplicationLoadBalancer(stack, "Lb", { vpc, internetFacing: true });
  lb.addListener("Web", { port: 80, defaultAction });
  lb.addListener("Admin", { port: 8443, protocol: elbv2.ApplicationProtocol.HTTP, open: false, defaultAction });
  const securityGroup = new ec2.SecurityGroup(stack, "Group", { vpc });
  const inner = new elbv2.ApplicationLoadBalancer(stack, "Inner", { vpc, securityGroup });
  const listener = inner.addListener("Web", { protocol: elbv2.ApplicationProtocol.HTTP, open: false, defaultAction });
  listener.connections.allowDefaultPortFrom(ec2.Peer.ipv4("10.0.0.0/8"));
  new elbv2.NetworkLoadBalancer(stack, "Nlb", { vpc, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } });
}

/** Without the order of creation, and what a group of a balancer lets out: that depends on its targets. */
function comparable(all: MadeResources): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, { type }]) => /SecurityGroup|LoadBalancing/.test(type))
      .map(([id, { type, properties }]) => {
        const { SecurityGroupEgress: _, ...others } = properties as Readonly<Record<string, unknown>>;
        const { LoadBalancerAttributes: __, ...plain } = others;
        return [id, { type, properties: id.startsWith("Group") ? others : plain }];
      }),
  );
}

test("load balancers come out as the CDK makes them", () => {
  const [made] = synthesize([build]);
  if (!made) throw new Error("The CDK refuses it.");
  for (const text of [inTypeScript, inPython]) {
    const said = comparable(resourcesIn(read(text).template, () => true));
    const expected = comparable(made);
    expect(Object.keys(said).sort()).toEqual(Object.keys(expected).sort());
    for (const [id, each] of Object.entries(said)) {
      // The groups of a network load balancer depend on a feature flag.
      if (id !== "Nlb") expect(each, id).toEqual(asFarAsSaid(expected[id], each));
    }
    expect(resources(text).Nlb).toContain(
      "Scheme: internal, Subnets: [!Ref Vpc/PublicSubnet1, !Ref Vpc/PublicSubnet2]",
    );
  }
});

test("nothing is wrong with them", () => {
  const found = [inTypeScript, inPython].map((text) =>
    findingsOf(text).filter(({ severity }) => severity === "error" || severity === "warning"),
  );
  expect(found.map((each) => each.map(({ rule, message }) => `${rule}: ${message.en}`))).toEqual([[], []]);
});
