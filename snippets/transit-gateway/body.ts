const transitGateway = new ec2.CfnTransitGateway(this, "TransitGateway", {
  description: "${1:Hub of the VPCs}",
  defaultRouteTableAssociation: "disable",
  defaultRouteTablePropagation: "disable",
});
const transitGatewayAttachment = new ec2.CfnTransitGatewayVpcAttachment(this, "TransitGatewayAttachment", {
  transitGatewayId: transitGateway.ref,
  vpcId: ${2:vpc}.vpcId,
  subnetIds: $2.${3:isolatedSubnets}.map((subnet) => subnet.subnetId),
});
const transitGatewayRouteTable = new ec2.CfnTransitGatewayRouteTable(this, "TransitGatewayRouteTable", {
  transitGatewayId: transitGateway.ref,
});
new ec2.CfnTransitGatewayRouteTableAssociation(this, "TransitGatewayAssociation", {
  transitGatewayAttachmentId: transitGatewayAttachment.ref,
  transitGatewayRouteTableId: transitGatewayRouteTable.ref,
});
new ec2.CfnTransitGatewayRouteTablePropagation(this, "TransitGatewayPropagation", {
  transitGatewayAttachmentId: transitGatewayAttachment.ref,
  transitGatewayRouteTableId: transitGatewayRouteTable.ref,
});
$2.$3.forEach((subnet, index) => {
  const route = new ec2.CfnRoute(this, "RouteToTransitGateway" + index, {
    routeTableId: subnet.routeTable.routeTableId,
    destinationCidrBlock: "${4:10.0.0.0/8}",
    transitGatewayId: transitGateway.ref,
  });
  route.addDependency(transitGatewayAttachment);
});
