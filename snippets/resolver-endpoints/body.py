resolver_group = ec2.SecurityGroup(
    self,
    "ResolverGroup",
    vpc=${1:vpc},
    description="DNS between the VPC and on premises",
    allow_all_outbound=False,
)
on_premises = ec2.Peer.ipv4("${2:192.168.0.0/16}")
for port in [ec2.Port.udp(53), ec2.Port.tcp(53)]:
    resolver_group.add_ingress_rule(on_premises, port, "DNS from on premises")
    resolver_group.add_egress_rule(on_premises, port, "DNS to on premises")
resolver_addresses = [
    route53resolver.CfnResolverEndpoint.IpAddressRequestProperty(subnet_id=subnet.subnet_id)
    for subnet in $1.${3:isolated_subnets}
]
route53resolver.CfnResolverEndpoint(
    self,
    "InboundResolverEndpoint",
    direction="INBOUND",
    security_group_ids=[resolver_group.security_group_id],
    ip_addresses=resolver_addresses,
)
outbound_resolver_endpoint = route53resolver.CfnResolverEndpoint(
    self,
    "OutboundResolverEndpoint",
    direction="OUTBOUND",
    security_group_ids=[resolver_group.security_group_id],
    ip_addresses=resolver_addresses,
)
on_premises_rule = route53resolver.CfnResolverRule(
    self,
    "OnPremisesRule",
    rule_type="FORWARD",
    domain_name="${4:corp.example.com}",
    resolver_endpoint_id=outbound_resolver_endpoint.ref,
    target_ips=[route53resolver.CfnResolverRule.TargetAddressProperty(ip="${5:192.168.0.10}", port="53")],
)
route53resolver.CfnResolverRuleAssociation(
    self,
    "OnPremisesRuleAssociation",
    resolver_rule_id=on_premises_rule.ref,
    vpc_id=$1.vpc_id,
)
