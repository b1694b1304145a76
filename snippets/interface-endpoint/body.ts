const endpointSecurityGroup = new ec2.SecurityGroup(this, "EndpointSecurityGroup", {
  vpc: ${1:vpc},
  description: "HTTPS from the VPC to interface endpoints",
});
endpointSecurityGroup.addIngressRule(ec2.Peer.ipv4($1.vpcCidrBlock), ec2.Port.tcp(443), "HTTPS from the VPC");
$1.addInterfaceEndpoint("${2:Ssm}Endpoint", {
  service: ec2.InterfaceVpcEndpointAwsService.${3:SSM},
  privateDnsEnabled: true,
  open: false,
  securityGroups: [endpointSecurityGroup],
});
