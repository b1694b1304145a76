const peering = new ec2.CfnVPCPeeringConnection(this, "PeeringConnection", {
  vpcId: ${1:vpc}.vpcId,
  peerVpcId: ${2:peerVpc}.vpcId,
});
$1.${3:privateSubnets}.forEach((subnet, index) => {
  new ec2.CfnRoute(this, "RouteToPeer" + index, {
    routeTableId: subnet.routeTable.routeTableId,
    destinationCidrBlock: $2.vpcCidrBlock,
    vpcPeeringConnectionId: peering.attrId,
  });
});
$2.${4:privateSubnets}.forEach((subnet, index) => {
  new ec2.CfnRoute(this, "RouteFromPeer" + index, {
    routeTableId: subnet.routeTable.routeTableId,
    destinationCidrBlock: $1.vpcCidrBlock,
    vpcPeeringConnectionId: peering.attrId,
  });
});
