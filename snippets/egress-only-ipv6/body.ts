new ec2.CfnVPCCidrBlock(this, "Ipv6Block", {
  vpcId: ${1:vpc}.vpcId,
  amazonProvidedIpv6CidrBlock: true,
});
const egressOnlyGateway = new ec2.CfnEgressOnlyInternetGateway(this, "EgressOnlyGateway", {
  vpcId: $1.vpcId,
});
$1.${2:isolatedSubnets}.forEach((subnet, index) => {
  new ec2.CfnRoute(this, "PrivateIpv6Route" + index, {
    routeTableId: subnet.routeTable.routeTableId,
    destinationIpv6CidrBlock: "::/0",
    egressOnlyInternetGatewayId: egressOnlyGateway.ref,
  });
});
