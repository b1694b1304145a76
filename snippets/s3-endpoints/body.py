s3_gateway_endpoint = ${1:vpc}.add_gateway_endpoint(
    "S3GatewayEndpoint", service=ec2.GatewayVpcEndpointAwsService.S3
)
s3_endpoint_group = ec2.SecurityGroup(
    self,
    "S3EndpointGroup",
    vpc=$1,
    description="HTTPS from on premises to S3",
)
s3_endpoint_group.add_ingress_rule(
    ec2.Peer.ipv4("${2:192.168.0.0/16}"), ec2.Port.tcp(443), "HTTPS from on premises"
)
s3_interface_endpoint = $1.add_interface_endpoint(
    "S3InterfaceEndpoint",
    service=ec2.InterfaceVpcEndpointAwsService.S3,
    private_dns_enabled=True,
    private_dns_only_for_inbound_resolver_endpoint=ec2.VpcEndpointPrivateDnsOnlyForInboundResolverEndpoint.ONLY_INBOUND_RESOLVER,
    subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.${3:PRIVATE_ISOLATED}),
    open=False,
    security_groups=[s3_endpoint_group],
)
s3_interface_endpoint.node.add_dependency(s3_gateway_endpoint)
