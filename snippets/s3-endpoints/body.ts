const s3GatewayEndpoint = ${1:vpc}.addGatewayEndpoint("S3GatewayEndpoint", {
  service: ec2.GatewayVpcEndpointAwsService.S3,
});
const s3EndpointGroup = new ec2.SecurityGroup(this, "S3EndpointGroup", {
  vpc: $1,
  description: "HTTPS from on premises to S3",
});
s3EndpointGroup.addIngressRule(ec2.Peer.ipv4("${2:192.168.0.0/16}"), ec2.Port.tcp(443), "HTTPS from on premises");
const s3InterfaceEndpoint = $1.addInterfaceEndpoint("S3InterfaceEndpoint", {
  service: ec2.InterfaceVpcEndpointAwsService.S3,
  privateDnsEnabled: true,
  privateDnsOnlyForInboundResolverEndpoint: ec2.VpcEndpointPrivateDnsOnlyForInboundResolverEndpoint.ONLY_INBOUND_RESOLVER,
  subnets: { subnetType: ec2.SubnetType.${3:PRIVATE_ISOLATED} },
  open: false,
  securityGroups: [s3EndpointGroup],
});
s3InterfaceEndpoint.node.addDependency(s3GatewayEndpoint);
