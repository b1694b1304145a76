/** Network ACLs, flow logs, VPN connections, endpoint services, prefix lists and instances, against synthesis. */
import { describe, expect, test } from "vitest";
import { expectAsSynthesized, stackInPython, stackInTypeScript } from "../../../../support/cdk-programs.ts";
import { findingsOf } from "../../../../support/check-rule.ts";
import { read, resources, shown } from "../support.ts";
import { expectItsFindings, type TwinProgram } from "./twin-programs.ts";

const types =
  /EC2::(NetworkAcl|SubnetNetworkAcl|FlowLog|CustomerGateway|VPN|VPCEndpointService|PrefixList|Instance$|SecurityGroup)/;

const machine = `instanceType: new ec2.InstanceType('t3.micro'), machineImage: ec2.MachineImage.latestAmazonLinux2023()`;
const machineInPython = `instance_type=ec2.InstanceType("t3.micro"), machine_image=ec2.MachineImage.latest_amazon_linux2023()`;

const programs: Readonly<Record<string, TwinProgram>> = {
  "network ACLs": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc');
const acl = new ec2.NetworkAcl(this, 'Acl', { vpc, subnetSelection: { subnetType: ec2.SubnetType.PUBLIC } });
acl.addEntry('In', { cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 100, traffic: ec2.AclTraffic.tcpPort(443) });
acl.addEntry('Out', { cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 100, traffic: ec2.AclTraffic.tcpPortRange(1024, 65535), direction: ec2.TrafficDirection.EGRESS });
acl.addEntry('Deny', { cidr: ec2.AclCidr.ipv6('2001:db8::/32'), ruleNumber: 90, traffic: ec2.AclTraffic.tcpPort(443), direction: ec2.TrafficDirection.INGRESS, ruleAction: ec2.Action.DENY });
acl.addEntry('Icmp', { cidr: ec2.AclCidr.ipv4('10.0.0.0/8'), ruleNumber: 110, traffic: ec2.AclTraffic.icmp({ code: -1, type: 8 }) });
acl.addEntry('Icmp6', { cidr: ec2.AclCidr.anyIpv6(), ruleNumber: 120, traffic: ec2.AclTraffic.icmpv6({ code: -1, type: -1 }) });
acl.addEntry('Udp', { cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 130, traffic: ec2.AclTraffic.udpPort(53) });
acl.addEntry('Udps', { cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 140, traffic: ec2.AclTraffic.udpPortRange(5000, 5100) });
const other = new ec2.NetworkAcl(this, 'Other', { vpc });
other.associateWithSubnet('Private', { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS });
new ec2.NetworkAclEntry(this, 'All', { networkAcl: other, cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 150, traffic: ec2.AclTraffic.allTraffic(), direction: ec2.TrafficDirection.INGRESS });
new ec2.NetworkAclEntry(this, 'Back', { networkAcl: other, cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 150, traffic: ec2.AclTraffic.allTraffic(), direction: ec2.TrafficDirection.EGRESS });
const small = new ec2.Vpc(this, 'Small', { maxAzs: 1 });
const third = new ec2.NetworkAcl(this, 'Third', { vpc: small });
new ec2.SubnetNetworkAclAssociation(this, 'Assoc', { networkAcl: third, subnet: small.publicSubnets[0] });
small.privateSubnets[0].associateNetworkAcl('Own', third);
third.addEntry('Web', { cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 1, traffic: ec2.AclTraffic.allTraffic() });
third.addEntry('WebBack', { cidr: ec2.AclCidr.anyIpv4(), ruleNumber: 1, traffic: ec2.AclTraffic.allTraffic(), direction: ec2.TrafficDirection.EGRESS });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc")
acl = ec2.NetworkAcl(self, "Acl", vpc=vpc, subnet_selection=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC))
acl.add_entry("In", cidr=ec2.AclCidr.any_ipv4(), rule_number=100, traffic=ec2.AclTraffic.tcp_port(443))
acl.add_entry("Out", cidr=ec2.AclCidr.any_ipv4(), rule_number=100, traffic=ec2.AclTraffic.tcp_port_range(1024, 65535), direction=ec2.TrafficDirection.EGRESS)
acl.add_entry("Deny", cidr=ec2.AclCidr.ipv6("2001:db8::/32"), rule_number=90, traffic=ec2.AclTraffic.tcp_port(443), direction=ec2.TrafficDirection.INGRESS, rule_action=ec2.Action.DENY)
acl.add_entry("Icmp", cidr=ec2.AclCidr.ipv4("10.0.0.0/8"), rule_number=110, traffic=ec2.AclTraffic.icmp(code=-1, type=8))
acl.add_entry("Icmp6", cidr=ec2.AclCidr.any_ipv6(), rule_number=120, traffic=ec2.AclTraffic.icmpv6(code=-1, type=-1))
acl.add_entry("Udp", cidr=ec2.AclCidr.any_ipv4(), rule_number=130, traffic=ec2.AclTraffic.udp_port(53))
acl.add_entry("Udps", cidr=ec2.AclCidr.any_ipv4(), rule_number=140, traffic=ec2.AclTraffic.udp_port_range(start_port=5000, end_port=5100))
other = ec2.NetworkAcl(self, "Other", vpc=vpc)
other.associate_with_subnet("Private", subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS)
ec2.NetworkAclEntry(self, "All", network_acl=other, cidr=ec2.AclCidr.any_ipv4(), rule_number=150, traffic=ec2.AclTraffic.all_traffic(), direction=ec2.TrafficDirection.INGRESS)
ec2.NetworkAclEntry(self, "Back", network_acl=other, cidr=ec2.AclCidr.any_ipv4(), rule_number=150, traffic=ec2.AclTraffic.all_traffic(), direction=ec2.TrafficDirection.EGRESS)
small = ec2.Vpc(self, "Small", max_azs=1)
third = ec2.NetworkAcl(self, "Third", vpc=small)
ec2.SubnetNetworkAclAssociation(self, "Assoc", network_acl=third, subnet=small.public_subnets[0])
small.private_subnets[0].associate_network_acl("Own", third)
third.add_entry("Web", cidr=ec2.AclCidr.any_ipv4(), rule_number=1, traffic=ec2.AclTraffic.all_traffic())
third.add_entry("WebBack", cidr=ec2.AclCidr.any_ipv4(), rule_number=1, traffic=ec2.AclTraffic.all_traffic(), direction=ec2.TrafficDirection.EGRESS)`,
  },
  "flow logs": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1, flowLogs: { all: {}, rejected: { destination: ec2.FlowLogDestination.toS3(), trafficType: ec2.FlowLogTrafficType.REJECT } } });
vpc.addFlowLog('Plain');
vpc.addFlowLog('Fast', { destination: ec2.FlowLogDestination.toCloudWatchLogs(), maxAggregationInterval: ec2.FlowLogMaxAggregationInterval.ONE_MINUTE });
new ec2.FlowLog(this, 'Alone', { resourceType: ec2.FlowLogResourceType.fromVpc(vpc), trafficType: ec2.FlowLogTrafficType.ACCEPT });
new ec2.FlowLog(this, 'Subnet', { resourceType: ec2.FlowLogResourceType.fromSubnet(vpc.publicSubnets[0]), destination: ec2.FlowLogDestination.toS3() });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=1, flow_logs={"all": ec2.FlowLogOptions(), "rejected": ec2.FlowLogOptions(destination=ec2.FlowLogDestination.to_s3(), traffic_type=ec2.FlowLogTrafficType.REJECT)})
vpc.add_flow_log("Plain")
vpc.add_flow_log("Fast", destination=ec2.FlowLogDestination.to_cloud_watch_logs(), max_aggregation_interval=ec2.FlowLogMaxAggregationInterval.ONE_MINUTE)
ec2.FlowLog(self, "Alone", resource_type=ec2.FlowLogResourceType.from_vpc(vpc), traffic_type=ec2.FlowLogTrafficType.ACCEPT)
ec2.FlowLog(self, "Subnet", resource_type=ec2.FlowLogResourceType.from_subnet(vpc.public_subnets[0]), destination=ec2.FlowLogDestination.to_s3())`,
  },
  "VPN connections": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 1, vpnConnections: { office: { ip: '203.0.113.1', staticRoutes: ['192.168.0.0/16', '172.16.0.0/12'] } } });
vpc.addVpnConnection('Dynamic', { ip: '203.0.113.2', asn: 65010, tunnelOptions: [{ tunnelInsideCidr: '169.254.10.0/30' }] });
const later = new ec2.Vpc(this, 'Later', { maxAzs: 1 });
new ec2.VpnConnection(this, 'Alone', { vpc: later, ip: '203.0.113.3', asn: 65040 });
const own = new ec2.Vpc(this, 'Own', { maxAzs: 1 });
own.enableVpnGateway({ type: 'ipsec.1', amazonSideAsn: 65020 });
const fixed = own.addVpnConnection('Static', { ip: '203.0.113.4', staticRoutes: [] });
const gateway = new ec2.VpnGateway(this, 'Gateway', { type: 'ipsec.1', amazonSideAsn: 65030 });
new ec2.CfnVPNGatewayRoutePropagation(this, 'P', { routeTableIds: [later.publicSubnets[0].routeTable.routeTableId], vpnGatewayId: later.vpnGatewayId });
new ec2.CfnVPNConnectionRoute(this, 'R', { destinationCidrBlock: '192.168.0.0/16', vpnConnectionId: fixed.vpnId });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=1, vpn_connections={"office": ec2.VpnConnectionOptions(ip="203.0.113.1", static_routes=["192.168.0.0/16", "172.16.0.0/12"])})
vpc.add_vpn_connection("Dynamic", ip="203.0.113.2", asn=65010, tunnel_options=[ec2.VpnTunnelOption(tunnel_inside_cidr="169.254.10.0/30")])
later = ec2.Vpc(self, "Later", max_azs=1)
ec2.VpnConnection(self, "Alone", vpc=later, ip="203.0.113.3", asn=65040)
own = ec2.Vpc(self, "Own", max_azs=1)
own.enable_vpn_gateway(type="ipsec.1", amazon_side_asn=65020)
fixed = own.add_vpn_connection("Static", ip="203.0.113.4", static_routes=[])
gateway = ec2.VpnGateway(self, "Gateway", type="ipsec.1", amazon_side_asn=65030)
ec2.CfnVPNGatewayRoutePropagation(self, "P", route_table_ids=[later.public_subnets[0].route_table.route_table_id], vpn_gateway_id=later.vpn_gateway_id)
ec2.CfnVPNConnectionRoute(self, "R", destination_cidr_block="192.168.0.0/16", vpn_connection_id=fixed.vpn_id)`,
    findings: [
      "route-vgw-missing-dependson: P lets Later/VpnGateway propagate its routes but does not wait for Later/VPCVPNGW, which attaches it. AWS asks for this dependency; without it the stack may fail. Add DependsOn: Later/VPCVPNGW.",
    ],
  },
  "endpoint services and prefix lists": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const nlb = new elbv2.NetworkLoadBalancer(this, 'Nlb', { vpc });
new ec2.VpcEndpointService(this, 'Service', { vpcEndpointServiceLoadBalancers: [nlb], acceptanceRequired: false });
new ec2.VpcEndpointService(this, 'Accepting', { vpcEndpointServiceLoadBalancers: [nlb] });
const list = new ec2.PrefixList(this, 'List', { entries: [{ cidr: '10.0.0.0/8', description: 'all' }, { cidr: '172.16.0.0/12' }] });
new ec2.PrefixList(this, 'Six', { addressFamily: ec2.AddressFamily.IP_V6, maxEntries: 5, prefixListName: 'six' });
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
group.addIngressRule(ec2.Peer.prefixList(list.prefixListId), ec2.Port.HTTPS);`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
nlb = elbv2.NetworkLoadBalancer(self, "Nlb", vpc=vpc)
ec2.VpcEndpointService(self, "Service", vpc_endpoint_service_load_balancers=[nlb], acceptance_required=False)
ec2.VpcEndpointService(self, "Accepting", vpc_endpoint_service_load_balancers=[nlb])
list = ec2.PrefixList(self, "List", entries=[ec2.CfnPrefixList.EntryProperty(cidr="10.0.0.0/8", description="all"), ec2.CfnPrefixList.EntryProperty(cidr="172.16.0.0/12")])
ec2.PrefixList(self, "Six", address_family=ec2.AddressFamily.IP_V6, max_entries=5, prefix_list_name="six")
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
group.add_ingress_rule(ec2.Peer.prefix_list(list.prefix_list_id), ec2.Port.HTTPS)`,
  },
  instances: {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc');
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
const web = new ec2.Instance(this, 'Web', { vpc, ${machine}, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC }, associatePublicIpAddress: true, securityGroup: group, sourceDestCheck: false, privateIpAddress: '10.0.0.10' });
web.addSecurityGroup(new ec2.SecurityGroup(this, 'More', { vpc }));
const app = new ec2.Instance(this, 'App', { vpc, ${machine}, allowAllOutbound: false, ipv6AddressCount: 1 });
app.connections.allowFrom(web, ec2.Port.tcp(8080), 'Web');
app.connections.allowToAnyIpv4(ec2.Port.HTTPS);
const bastion = new ec2.BastionHostLinux(this, 'Bastion', { vpc, subnetSelection: { subnetType: ec2.SubnetType.PUBLIC } });
bastion.allowSshAccessFrom(ec2.Peer.ipv4('198.51.100.7/32'), ec2.Peer.ipv4('198.51.100.8/32'));
app.connections.allowFrom(bastion, ec2.Port.SSH);`,
    inPython: `vpc = ec2.Vpc(self, "Vpc")
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
web = ec2.Instance(self, "Web", vpc=vpc, ${machineInPython}, vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC), associate_public_ip_address=True, security_group=group, source_dest_check=False, private_ip_address="10.0.0.10")
web.add_security_group(ec2.SecurityGroup(self, "More", vpc=vpc))
app = ec2.Instance(self, "App", vpc=vpc, ${machineInPython}, allow_all_outbound=False, ipv6_address_count=1)
app.connections.allow_from(web, ec2.Port.tcp(8080), "Web")
app.connections.allow_to_any_ipv4(ec2.Port.HTTPS)
bastion = ec2.BastionHostLinux(self, "Bastion", vpc=vpc, subnet_selection=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC))
bastion.allow_ssh_access_from(ec2.Peer.ipv4("198.51.100.7/32"), ec2.Peer.ipv4("198.51.100.8/32"))
app.connections.allow_from(bastion, ec2.Port.SSH)`,
  },
};

describe("parts of a network come out as the CDK makes them", () => {
  test.each(Object.entries(programs))("%s", (_, program) => {
    const { inTypeScript, inPython } = program;
    const { template } = read(stackInTypeScript(inTypeScript));
    expectAsSynthesized({ template, statements: inTypeScript, types });
    const others = shown(read(stackInPython(inPython)).template);
    const [sign, otherSign] = ["stack.availabilityZones.length === 2", "len(stack.availability_zones) == 2"];
    const spelt = JSON.stringify(others).replaceAll(otherSign, sign).replaceAll("not (", "!(");
    expect(JSON.parse(spelt)).toEqual(shown(template));
    expectItsFindings(program);
  });
});

test("networks that are looked up stay unknown", () => {
  const text = stackInTypeScript(`const vpc = ec2.Vpc.fromLookup(this, 'Found', { isDefault: true });
const given = ec2.Vpc.fromVpcAttributes(this, 'Given', { vpcId: 'vpc-1', availabilityZones: ['a'], publicSubnetIds: ['subnet-1'] });
vpc.addFlowLog('Log');
given.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
new ec2.NetworkAcl(this, 'Acl', { vpc, subnetSelection: { subnetType: ec2.SubnetType.PUBLIC } });
new ec2.Instance(this, 'I', { vpc: given, ${machine} });`);
  expect(resources(text)).toEqual({
    Acl: "AWS::EC2::NetworkAcl { VpcId: ? }",
    I: "AWS::EC2::Instance { SubnetId: ?, SecurityGroupIds: [!GetAtt I/InstanceSecurityGroup.GroupId] } open",
    "I/InstanceSecurityGroup": expect.stringMatching("VpcId: \\?"),
  });
  expect(findingsOf(text)).toEqual([]);
});
