endpoint_security_group = ec2.SecurityGroup(
    self,
    "EndpointSecurityGroup",
    vpc=${1:vpc},
    description="HTTPS from the VPC to interface endpoints",
)
endpoint_security_group.add_ingress_rule(
    ec2.Peer.ipv4($1.vpc_cidr_block), ec2.Port.tcp(443), "HTTPS from the VPC"
)
$1.add_interface_endpoint(
    "${2:Ssm}Endpoint",
    service=ec2.InterfaceVpcEndpointAwsService.${3:SSM},
    private_dns_enabled=True,
    open=False,
    security_groups=[endpoint_security_group],
)
