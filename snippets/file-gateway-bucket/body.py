file_share_bucket = s3.Bucket(
    self,
    "FileShareBucket",
    encryption=s3.BucketEncryption.S3_MANAGED,
    block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
    removal_policy=cdk.RemovalPolicy.RETAIN,
)
file_share_role = iam.Role(
    self,
    "FileShareRole",
    assumed_by=iam.ServicePrincipal(
        "storagegateway.amazonaws.com",
        conditions={"StringEquals": {"aws:SourceAccount": self.account}},
    ),
)
file_share_bucket.grant_read_write(file_share_role)
storage_gateway_endpoint_group = ec2.SecurityGroup(
    self,
    "StorageGatewayEndpointGroup",
    vpc=${1:vpc},
    description="The gateway on premises to its endpoint",
)
for port in [ec2.Port.tcp(443), ec2.Port.tcp_range(1026, 1028), ec2.Port.tcp(1031), ec2.Port.tcp(2222)]:
    storage_gateway_endpoint_group.add_ingress_rule(
        ec2.Peer.ipv4("${2:192.168.0.0/16}"), port, "From the gateway on premises"
    )
$1.add_interface_endpoint(
    "StorageGatewayEndpoint",
    service=ec2.InterfaceVpcEndpointAwsService.STORAGE_GATEWAY,
    private_dns_enabled=False,
    subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.${3:PRIVATE_ISOLATED}),
    open=False,
    security_groups=[storage_gateway_endpoint_group],
)
