/** Zones and records, APIs and accelerators, against synthesis. */
import { describe, expect, test } from "vitest";
import { expectAsSynthesized, stackInPython, stackInTypeScript } from "../../../../support/cdk-programs.ts";
import { findingsOf } from "../../../../support/check-rule.ts";
import { read, resources, shown } from "../support.ts";
import { expectItsFindings, type TwinProgram } from "./twin-programs.ts";

const types =
  /Route53::|ApiGateway::(RestApi|VpcLink)|ApiGatewayV2::(Api|VpcLink)|GlobalAccelerator|AppSync::GraphQLApi/;

const programs: Readonly<Record<string, TwinProgram>> = {
  "zones and records": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const lb = new elbv2.ApplicationLoadBalancer(this, 'Lb', { vpc, internetFacing: true });
const pub = new route53.PublicHostedZone(this, 'Public', { zoneName: 'example.com' });
const priv = new route53.PrivateHostedZone(this, 'Private', { zoneName: 'internal.example.com.', vpc });
priv.addVpc(new ec2.Vpc(this, 'Other', { maxAzs: 1 }));
new route53.HostedZone(this, 'Plain', { zoneName: 'example.org', vpcs: [vpc] });
const alias = route53.RecordTarget.fromAlias(new route53_targets.LoadBalancerTarget(lb));
new route53.ARecord(this, 'Apex', { zone: pub, target: alias });
new route53.AaaaRecord(this, 'Www', { zone: pub, recordName: 'www', target: route53.RecordTarget.fromAlias(new route53_targets.LoadBalancerTarget(lb, { evaluateTargetHealth: true })) });
new route53.ARecord(this, 'Db', { zone: priv, recordName: 'db.internal.example.com', target: route53.RecordTarget.fromIpAddresses('10.0.0.1', '10.0.0.2'), ttl: cdk.Duration.minutes(5) });
new route53.ARecord(this, 'Dot', { zone: priv, recordName: 'dot.internal.example.com.', target: route53.RecordTarget.fromValues('10.0.0.1'), weight: 10, setIdentifier: 'one' });
new route53.CnameRecord(this, 'Alias', { zone: pub, recordName: 'alias', domainName: 'target.example.com' });
new route53.TxtRecord(this, 'Txt', { zone: pub, recordName: 'text', values: ['hello'] });
new route53.NsRecord(this, 'Ns', { zone: pub, recordName: 'sub', values: ['ns-1.example.net.', 'ns-2.example.net.'] });
new route53.ZoneDelegationRecord(this, 'Delegation', { zone: pub, recordName: 'team', nameServers: ['ns-3.example.net', 'ns-4.example.net'] });
new route53.RecordSet(this, 'Set', { zone: pub, recordName: 'set', recordType: route53.RecordType.A, target: route53.RecordTarget.fromIpAddresses('192.0.2.1'), region: 'eu-west-1' });
const ep = vpc.addInterfaceEndpoint('Secrets', { service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER });
new route53.ARecord(this, 'Endpoint', { zone: priv, recordName: 'secrets', target: route53.RecordTarget.fromAlias(new route53_targets.InterfaceVpcEndpointTarget(ep)) });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc, internet_facing=True)
pub = route53.PublicHostedZone(self, "Public", zone_name="example.com")
priv = route53.PrivateHostedZone(self, "Private", zone_name="internal.example.com.", vpc=vpc)
priv.add_vpc(ec2.Vpc(self, "Other", max_azs=1))
route53.HostedZone(self, "Plain", zone_name="example.org", vpcs=[vpc])
alias = route53.RecordTarget.from_alias(route53_targets.LoadBalancerTarget(lb))
route53.ARecord(self, "Apex", zone=pub, target=alias)
route53.AaaaRecord(self, "Www", zone=pub, record_name="www", target=route53.RecordTarget.from_alias(route53_targets.LoadBalancerTarget(lb, evaluate_target_health=True)))
route53.ARecord(self, "Db", zone=priv, record_name="db.internal.example.com", target=route53.RecordTarget.from_ip_addresses("10.0.0.1", "10.0.0.2"), ttl=cdk.Duration.minutes(5))
route53.ARecord(self, "Dot", zone=priv, record_name="dot.internal.example.com.", target=route53.RecordTarget.from_values("10.0.0.1"), weight=10, set_identifier="one")
route53.CnameRecord(self, "Alias", zone=pub, record_name="alias", domain_name="target.example.com")
route53.TxtRecord(self, "Txt", zone=pub, record_name="text", values=["hello"])
route53.NsRecord(self, "Ns", zone=pub, record_name="sub", values=["ns-1.example.net.", "ns-2.example.net."])
route53.ZoneDelegationRecord(self, "Delegation", zone=pub, record_name="team", name_servers=["ns-3.example.net", "ns-4.example.net"])
route53.RecordSet(self, "Set", zone=pub, record_name="set", record_type=route53.RecordType.A, target=route53.RecordTarget.from_ip_addresses("192.0.2.1"), region="eu-west-1")
ep = vpc.add_interface_endpoint("Secrets", service=ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER)
route53.ARecord(self, "Endpoint", zone=priv, record_name="secrets", target=route53.RecordTarget.from_alias(route53_targets.InterfaceVpcEndpointTarget(ep)))`,
  },
  "the resolver, whose constructs are L1": {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
const endpoint = new cdk.aws_route53resolver.CfnResolverEndpoint(this, 'Outbound', {
  direction: 'OUTBOUND',
  securityGroupIds: [group.securityGroupId],
  ipAddresses: vpc.privateSubnets.map((subnet) => ({ subnetId: subnet.subnetId })),
});
const rule = new cdk.aws_route53resolver.CfnResolverRule(this, 'Forward', {
  ruleType: 'FORWARD',
  domainName: 'corp.example.com',
  resolverEndpointId: endpoint.attrResolverEndpointId,
  targetIps: [{ ip: '192.168.0.10', port: '53' }],
});
new cdk.aws_route53resolver.CfnResolverRuleAssociation(this, 'Association', { resolverRuleId: rule.attrResolverRuleId, vpcId: vpc.vpcId });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
endpoint = cdk.aws_route53resolver.CfnResolverEndpoint(
    self, "Outbound",
    direction="OUTBOUND",
    security_group_ids=[group.security_group_id],
    ip_addresses=[
        cdk.aws_route53resolver.CfnResolverEndpoint.IpAddressRequestProperty(subnet_id=vpc.private_subnets[0].subnet_id),
        cdk.aws_route53resolver.CfnResolverEndpoint.IpAddressRequestProperty(subnet_id=vpc.private_subnets[1].subnet_id),
    ],
)
rule = cdk.aws_route53resolver.CfnResolverRule(
    self, "Forward",
    rule_type="FORWARD",
    domain_name="corp.example.com",
    resolver_endpoint_id=endpoint.attr_resolver_endpoint_id,
    target_ips=[cdk.aws_route53resolver.CfnResolverRule.TargetAddressProperty(ip="192.168.0.10", port="53")],
)
cdk.aws_route53resolver.CfnResolverRuleAssociation(self, "Association", resolver_rule_id=rule.attr_resolver_rule_id, vpc_id=vpc.vpc_id)`,
  },
  APIs: {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const endpoint = vpc.addInterfaceEndpoint('Api', { service: ec2.InterfaceVpcEndpointAwsService.APIGATEWAY });
const nlb = new elbv2.NetworkLoadBalancer(this, 'Nlb', { vpc });
const policy = new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['execute-api:Invoke'], resources: ['execute-api:/*'] })] });
const own = new apigateway.RestApi(this, 'Own', { endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] }, policy });
own.root.addMethod('GET');
const regional = new apigateway.RestApi(this, 'Regional', { restApiName: 'regional', endpointTypes: [apigateway.EndpointType.REGIONAL] });
regional.root.addMethod('ANY');
new apigateway.RestApi(this, 'Plain').root.addMethod('ANY');
const link = new apigateway.VpcLink(this, 'Link');
link.addTargets(nlb);
const group = new ec2.SecurityGroup(this, 'Group', { vpc });
const out = new apigatewayv2.VpcLink(this, 'Out', { vpc, subnets: { subnetType: ec2.SubnetType.PUBLIC } });
out.addSecurityGroups(group);
new apigatewayv2.VpcLink(this, 'Bare', { vpc, securityGroups: [group] });
new apigatewayv2.HttpApi(this, 'Http', { corsPreflight: { allowOrigins: ['https://example.com'], allowMethods: [apigatewayv2.CorsHttpMethod.GET], allowCredentials: true, maxAge: cdk.Duration.days(1) } });
new apigatewayv2.WebSocketApi(this, 'Socket');
new appsync.GraphqlApi(this, 'Graph', { name: 'graph', definition: appsync.Definition.fromSourceApis({ sourceApis: [] }), visibility: appsync.Visibility.PRIVATE });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
endpoint = vpc.add_interface_endpoint("Api", service=ec2.InterfaceVpcEndpointAwsService.APIGATEWAY)
nlb = elbv2.NetworkLoadBalancer(self, "Nlb", vpc=vpc)
policy = iam.PolicyDocument(statements=[iam.PolicyStatement(principals=[iam.AnyPrincipal()], actions=["execute-api:Invoke"], resources=["execute-api:/*"])])
own = apigateway.RestApi(self, "Own", endpoint_configuration=apigateway.EndpointConfiguration(types=[apigateway.EndpointType.PRIVATE], vpc_endpoints=[endpoint]), policy=policy)
own.root.add_method("GET")
regional = apigateway.RestApi(self, "Regional", rest_api_name="regional", endpoint_types=[apigateway.EndpointType.REGIONAL])
regional.root.add_method("ANY")
apigateway.RestApi(self, "Plain").root.add_method("ANY")
link = apigateway.VpcLink(self, "Link")
link.add_targets(nlb)
group = ec2.SecurityGroup(self, "Group", vpc=vpc)
out = apigatewayv2.VpcLink(self, "Out", vpc=vpc, subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC))
out.add_security_groups(group)
apigatewayv2.VpcLink(self, "Bare", vpc=vpc, security_groups=[group])
apigatewayv2.HttpApi(self, "Http", cors_preflight=apigatewayv2.CorsPreflightOptions(allow_origins=["https://example.com"], allow_methods=[apigatewayv2.CorsHttpMethod.GET], allow_credentials=True, max_age=cdk.Duration.days(1)))
apigatewayv2.WebSocketApi(self, "Socket")
appsync.GraphqlApi(self, "Graph", name="graph", definition=appsync.Definition.from_source_apis(source_apis=[]), visibility=appsync.Visibility.PRIVATE)`,
  },
  accelerators: {
    inTypeScript: `const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2 });
const alb = new elbv2.ApplicationLoadBalancer(this, 'Alb', { vpc, internetFacing: true });
const nlb = new elbv2.NetworkLoadBalancer(this, 'Nlb', { vpc, internetFacing: true });
const accelerator = new globalaccelerator.Accelerator(this, 'Front', { ipAddressType: globalaccelerator.IpAddressType.DUAL_STACK });
const web = accelerator.addListener('Web', { portRanges: [{ fromPort: 80 }, { fromPort: 443, toPort: 444 }], clientAffinity: globalaccelerator.ClientAffinity.SOURCE_IP });
web.addEndpointGroup('Europe', {
  region: 'eu-west-1',
  endpoints: [new globalaccelerator_endpoints.ApplicationLoadBalancerEndpoint(alb, { preserveClientIp: true, weight: 100 }), new globalaccelerator_endpoints.NetworkLoadBalancerEndpoint(nlb)],
  healthCheckPort: 80,
  healthCheckInterval: cdk.Duration.seconds(30),
  healthCheckProtocol: globalaccelerator.HealthCheckProtocol.HTTP,
  portOverrides: [{ listenerPort: 80, endpointPort: 8080 }],
  trafficDialPercentage: 50,
});
const udp = new globalaccelerator.Listener(this, 'Udp', { accelerator, portRanges: [{ fromPort: 53 }], protocol: globalaccelerator.ConnectionProtocol.UDP });
new globalaccelerator.EndpointGroup(this, 'Here', { listener: udp, endpoints: [new globalaccelerator_endpoints.NetworkLoadBalancerEndpoint(nlb)] });`,
    inPython: `vpc = ec2.Vpc(self, "Vpc", max_azs=2)
alb = elbv2.ApplicationLoadBalancer(self, "Alb", vpc=vpc, internet_facing=True)
nlb = elbv2.NetworkLoadBalancer(self, "Nlb", vpc=vpc, internet_facing=True)
accelerator = globalaccelerator.Accelerator(self, "Front", ip_address_type=globalaccelerator.IpAddressType.DUAL_STACK)
web = accelerator.add_listener("Web", port_ranges=[globalaccelerator.PortRange(from_port=80), globalaccelerator.PortRange(from_port=443, to_port=444)], client_affinity=globalaccelerator.ClientAffinity.SOURCE_IP)
web.add_endpoint_group(
    "Europe",
    region="eu-west-1",
    endpoints=[globalaccelerator_endpoints.ApplicationLoadBalancerEndpoint(alb, preserve_client_ip=True, weight=100), globalaccelerator_endpoints.NetworkLoadBalancerEndpoint(nlb)],
    health_check_port=80,
    health_check_interval=cdk.Duration.seconds(30),
    health_check_protocol=globalaccelerator.HealthCheckProtocol.HTTP,
    port_overrides=[globalaccelerator.PortOverride(listener_port=80, endpoint_port=8080)],
    traffic_dial_percentage=50,
)
udp = globalaccelerator.Listener(self, "Udp", accelerator=accelerator, port_ranges=[globalaccelerator.PortRange(from_port=53)], protocol=globalaccelerator.ConnectionProtocol.UDP)
globalaccelerator.EndpointGroup(self, "Here", listener=udp, endpoints=[globalaccelerator_endpoints.NetworkLoadBalancerEndpoint(nlb)])`,
  },
};

describe("names and fronts come out as the CDK makes them", () => {
  test.each(Object.entries(programs))("%s", (_, program) => {
    const { inTypeScript, inPython } = program;
    const { template } = read(stackInTypeScript(inTypeScript));
    expectAsSynthesized({ template, statements: inTypeScript, types });
    expect(shown(read(stackInPython(inPython)).template)).toEqual(shown(template));
    expectItsFindings(program);
  });
});

test("zones that are looked up leave names unknown", () => {
  const text =
    stackInTypeScript(`const zone = route53.HostedZone.fromLookup(this, 'Zone', { domainName: 'example.com' });
new route53.CnameRecord(this, 'Apex', { zone, domainName: 'other.example.com' });
new route53.ARecord(this, 'Www', { zone, recordName: 'www', target: props.target });`);
  const all = resources(text);
  expect(all.Apex).toContain("HostedZoneId: ?, Name: ?, Type: CNAME");
  expect(all.Www).toBe("AWS::Route53::RecordSet { HostedZoneId: ?, Name: ?, Type: A } open");
  expect(findingsOf(text)).toEqual([]);
});

test("a CNAME beside the zone's own records is found where the name is left out", () => {
  const text = stackInTypeScript(`const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'example.com' });
new route53.CnameRecord(this, 'Apex', { zone, domainName: 'other.example.com' });`);
  expect(findingsOf(text).map(({ rule }) => rule)).toEqual(["record-cname-at-apex"]);
});

test("an endpoint group whose endpoints come from elsewhere is in their region, which isn't known", () => {
  const text = stackInTypeScript(`const front = new globalaccelerator.Accelerator(this, 'Front');
const web = front.addListener('Web', { portRanges: [{ fromPort: 80 }] });
web.addEndpointGroup('One', { endpoints: [new globalaccelerator_endpoints.NetworkLoadBalancerEndpoint(props.one)] });
web.addEndpointGroup('Two', { endpoints: [new globalaccelerator_endpoints.NetworkLoadBalancerEndpoint(props.two)] });
web.addEndpointGroup('Three');`);
  for (const id of ["One", "Two", "Three"]) {
    expect(resources(text)[`Front/Web/${id}`]).toContain("EndpointGroupRegion: ?");
  }
  expect(findingsOf(text)).toEqual([]);
});
