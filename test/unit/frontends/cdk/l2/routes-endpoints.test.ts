/** Endpoints, routes, subnets made one by one, and the subnets of a Vpc, against what the CDK makes of them. */
import type { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import { describe, expect, test } from "vitest";
import { asFarAsSaid, resourcesIn, synthesize } from "../../../../support/cdk-synth.ts";
import { python, read, resources, typescript } from "../support.ts";
import { withoutRuleIds } from "./rule-ids.ts";

interface Program {
  readonly typescript: string;
  readonly python: string;
  build(stack: Stack, vpc: ec2.IVpc): void;
}

const programs: Readonly<Record<string, Program>> = {
  "gateway endpoints": {
    typescript: `vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
new ec2.GatewayVpcEndpoint(this, 'Dynamo', {
  vpc,
  service: ec2.GatewayVpcEndpointAwsService.DYNAMODB,
  subnets: [{ subnetType: ec2.SubnetType.PUBLIC }],
});`,
    python: `vpc.add_gateway_endpoint("S3", service=ec2.GatewayVpcEndpointAwsService.S3)
ec2.GatewayVpcEndpoint(
    self, "Dynamo",
    vpc=vpc,
    service=ec2.GatewayVpcEndpointAwsService.DYNAMODB,
    subnets=[ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC)],
)`,
    build(stack, vpc) {
      vpc.addGatewayEndpoint("S3", { service: ec2.GatewayVpcEndpointAwsService.S3 });
      new ec2.GatewayVpcEndpoint(stack, "Dynamo", {
        vpc,
        service: ec2.GatewayVpcEndpointAwsService.DYNAMODB,
        subnets: [{ subnetType: ec2.SubnetType.PUBLIC }],
      });
    },
  },
  "interface endpoints": {
    typescript: `vpc.addInterfaceEndpoint('Ssm', { service: ec2.InterfaceVpcEndpointAwsService.SSM });
const group = new ec2.SecurityGroup(this, 'G', { vpc });
new ec2.InterfaceVpcEndpoint(this, 'Keyspaces', {
  vpc,
  service: ec2.InterfaceVpcEndpointAwsService.KEYSPACES,
  securityGroups: [group],
  privateDnsEnabled: false,
  subnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
});
const own = vpc.addInterfaceEndpoint('Own', {
  service: new ec2.InterfaceVpcEndpointService('com.amazonaws.vpce.eu-west-1.vpce-svc-1', 8443),
  open: false,
});
own.connections.allowDefaultPortFrom(group);
own.connections.allowDefaultPortFromAnyIpv4('anyone');`,
    python: `vpc.add_interface_endpoint("Ssm", service=ec2.InterfaceVpcEndpointAwsService.SSM)
group = ec2.SecurityGroup(self, "G", vpc=vpc)
ec2.InterfaceVpcEndpoint(
    self, "Keyspaces",
    vpc=vpc,
    service=ec2.InterfaceVpcEndpointAwsService.KEYSPACES,
    security_groups=[group],
    private_dns_enabled=False,
    subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS),
)
own = vpc.add_interface_endpoint(
    "Own",
    service=ec2.InterfaceVpcEndpointService("com.amazonaws.vpce.eu-west-1.vpce-svc-1", 8443),
    open=False,
)
own.connections.allow_default_port_from(group)
own.connections.allow_default_port_from_any_ipv4("anyone")`,
    build(stack, vpc) {
      vpc.addInterfaceEndpoint("Ssm", { service: ec2.InterfaceVpcEndpointAwsService.SSM });
      const group = new ec2.SecurityGroup(stack, "G", { vpc });
      new ec2.InterfaceVpcEndpoint(stack, "Keyspaces", {
        vpc,
        service: ec2.InterfaceVpcEndpointAwsService.KEYSPACES,
        securityGroups: [group],
        privateDnsEnabled: false,
        subnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      });
      const own = vpc.addInterfaceEndpoint("Own", {
        service: new ec2.InterfaceVpcEndpointService("com.amazonaws.vpce.eu-west-1.vpce-svc-1", 8443),
        open: false,
      });
      own.connections.allowDefaultPortFrom(group);
      own.connections.allowDefaultPortFromAnyIpv4("anyone");
    },
  },
  "the subnets of a Vpc": {
    typescript: `
new ec2.CfnRoute(this, 'R', {
  routeTableId: vpc.privateSubnets[0].routeTable.routeTableId,
  destinationCidrBlock: '10.9.0.0/16',
  transitGatewayId: 'tgw-1',
});
new ec2.CfnNatGateway(this, 'N', { subnetId: vpc.publicSubnets[0].subnetId, connectivityType: 'private' });
const chosen = vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS });
new ec2.CfnTransitGatewayAttachment(this, 'T', {
  vpcId: vpc.vpcId,
  transitGatewayId: 'tgw-1',
  subnetIds: chosen.subnetIds,
});
(vpc.privateSubnets[1] as ec2.PrivateSubnet).addRoute('Away', {
  routerType: ec2.RouterType.TRANSIT_GATEWAY,
  routerId: 'tgw-1',
  destinationCidrBlock: '10.8.0.0/16',
});`,
    python: `ec2.CfnRoute(
    self, "R",
    route_table_id=vpc.private_subnets[0].route_table.route_table_id,
    destination_cidr_block="10.9.0.0/16",
    transit_gateway_id="tgw-1",
)
ec2.CfnNatGateway(self, "N", subnet_id=vpc.public_subnets[0].subnet_id, connectivity_type="private")
chosen = vpc.select_subnets(subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS)
ec2.CfnTransitGatewayAttachment(
    self, "T", vpc_id=vpc.vpc_id, transit_gateway_id="tgw-1", subnet_ids=chosen.subnet_ids
)
vpc.private_subnets[1].add_route(
    "Away",
    router_type=ec2.RouterType.TRANSIT_GATEWAY,
    router_id="tgw-1",
    destination_cidr_block="10.8.0.0/16",
)`,
    build(stack, vpc) {
      const [publicOne] = vpc.publicSubnets;
      const [one, two] = vpc.privateSubnets;
      if (!publicOne || !one || !(two instanceof ec2.Subnet)) throw new Error("There are no subnets.");
      new ec2.CfnRoute(stack, "R", {
        routeTableId: one.routeTable.routeTableId,
        destinationCidrBlock: "10.9.0.0/16",
        transitGatewayId: "tgw-1",
      });
      new ec2.CfnNatGateway(stack, "N", { subnetId: publicOne.subnetId, connectivityType: "private" });
      const chosen = vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS });
      new ec2.CfnTransitGatewayAttachment(stack, "T", {
        vpcId: vpc.vpcId,
        transitGatewayId: "tgw-1",
        subnetIds: chosen.subnetIds,
      });
      two.addRoute("Away", {
        routerType: ec2.RouterType.TRANSIT_GATEWAY,
        routerId: "tgw-1",
        destinationCidrBlock: "10.8.0.0/16",
      });
    },
  },
  "subnets made one by one": {
    typescript: `const edge = new ec2.PublicSubnet(this, 'Edge', {
  vpcId: vpc.vpcId,
  cidrBlock: '10.0.200.0/24',
  availabilityZone: 'eu-west-1a',
  mapPublicIpOnLaunch: true,
});
const igw = new ec2.CfnInternetGateway(this, 'Gateway');
edge.addRoute('Out', { routerType: ec2.RouterType.GATEWAY, routerId: igw.ref });
const inner = new ec2.PrivateSubnet(this, 'Inner', {
  vpcId: vpc.vpcId,
  cidrBlock: '10.0.201.0/24',
  availabilityZone: 'eu-west-1a',
});
inner.addDefaultNatRoute('nat-1');`,
    python: `edge = ec2.PublicSubnet(
    self, "Edge",
    vpc_id=vpc.vpc_id,
    cidr_block="10.0.200.0/24",
    availability_zone="eu-west-1a",
    map_public_ip_on_launch=True,
)
igw = ec2.CfnInternetGateway(self, "Gateway")
edge.add_route("Out", router_type=ec2.RouterType.GATEWAY, router_id=igw.ref)
inner = ec2.PrivateSubnet(
    self, "Inner", vpc_id=vpc.vpc_id, cidr_block="10.0.201.0/24", availability_zone="eu-west-1a"
)
inner.add_default_nat_route("nat-1")`,
    build(stack, vpc) {
      const edge = new ec2.PublicSubnet(stack, "Edge", {
        vpcId: vpc.vpcId,
        cidrBlock: "10.0.200.0/24",
        availabilityZone: "eu-west-1a",
        mapPublicIpOnLaunch: true,
      });
      const igw = new ec2.CfnInternetGateway(stack, "Gateway");
      edge.addRoute("Out", { routerType: ec2.RouterType.GATEWAY, routerId: igw.ref });
      const inner = new ec2.PrivateSubnet(stack, "Inner", {
        vpcId: vpc.vpcId,
        cidrBlock: "10.0.201.0/24",
        availabilityZone: "eu-west-1a",
      });
      inner.addDefaultNatRoute("nat-1");
    },
  },
};

describe("what they make is what the CDK makes", () => {
  const made = synthesize(
    Object.values(programs).map((program) => (stack) => {
      program.build(stack, new ec2.Vpc(stack, "Vpc", { maxAzs: 2 }) as ec2.IVpc);
    }),
  );
  test.each(Object.keys(programs).map((name, index) => [name, index] as const))("%s", (name, index) => {
    const program = programs[name];
    const expected = made[index];
    if (!program || !expected) throw new Error("The CDK refuses it.");
    for (const text of [
      typescript(`const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });\n${program.typescript}`),
      python(`vpc = ec2.Vpc(self, "Vpc", max_azs=2)\n${program.python}`),
    ]) {
      const said = withoutRuleIds(resourcesIn(read(text).template, () => true));
      expect(said).toEqual(asFarAsSaid(withoutRuleIds(expected), said));
    }
  });
});

test("what isn't known is said to be unknown", () => {
  const text = typescript(`
new ec2.InterfaceVpcEndpoint(this, 'E', { vpc: props.vpc, service: ec2.InterfaceVpcEndpointAwsService.SSM, open: false });
new ec2.GatewayVpcEndpoint(this, 'G', { vpc: ec2.Vpc.fromLookup(this, 'V', { isDefault: true }), service: props.service });
const vpc = new ec2.Vpc(this, 'Vpc');
new ec2.CfnNatGateway(this, 'Third', { subnetId: vpc.publicSubnets[2].subnetId });
new ec2.CfnNatGateway(this, 'Second', { subnetId: vpc.publicSubnets[1].subnetId });
new ec2.CfnTransitGatewayAttachment(this, 'All', { subnetIds: vpc.publicSubnets.map(s => s.subnetId) });`);
  expect(resources(text)).toMatchObject({
    E: expect.stringContaining("VpcId: ?, ServiceName: !Join [, [com.amazonaws., !Ref AWS::Region, .ssm]]"),
    G: "AWS::EC2::VPCEndpoint { ServiceName: ?, VpcEndpointType: Gateway, VpcId: ?, RouteTableIds: ? } open",
    Third: "AWS::EC2::NatGateway { SubnetId: ? }",
    Second: "AWS::EC2::NatGateway { SubnetId: !Ref Vpc/PublicSubnet2 }",
    All: "AWS::EC2::TransitGatewayAttachment { SubnetIds: ? }",
  });
  expect(resources(text).E).toContain("SubnetIds: ?");
});
