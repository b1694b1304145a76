client_vpn_logs = logs.LogGroup(self, "ClientVpnLogs", retention=logs.RetentionDays.${1:THREE_MONTHS})
client_vpn_group = ec2.SecurityGroup(
    self,
    "ClientVpnGroup",
    vpc=${2:vpc},
    description="Client VPN users on their way into the VPC",
)
$2.add_client_vpn_endpoint(
    "ClientVpnEndpoint",
    cidr="${3:10.100.0.0/22}",
    split_tunnel=True,
    transport_protocol=ec2.TransportProtocol.UDP,
    server_certificate_arn=${4:certificate}.certificate_arn,
    client_certificate_arn=${5:certificate}.certificate_arn,
    security_groups=[client_vpn_group],
    log_group=client_vpn_logs,
    vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.${6:PRIVATE_ISOLATED}),
    authorize_all_users_to_vpc_cidr=True,
)
