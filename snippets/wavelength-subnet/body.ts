const wavelengthSubnet = new ec2.CfnSubnet(this, "WavelengthSubnet", {
  vpcId: ${1:vpc}.vpcId,
  cidrBlock: "${2:10.0.200.0/24}",
  availabilityZone: "${3:ap-northeast-1-wl1-nrt-wlz-1}",
});
const carrierGateway = new ec2.CfnCarrierGateway(this, "CarrierGateway", { vpcId: $1.vpcId });
const wavelengthRouteTable = new ec2.CfnRouteTable(this, "WavelengthRouteTable", { vpcId: $1.vpcId });
new ec2.CfnRoute(this, "WavelengthDefaultRoute", {
  routeTableId: wavelengthRouteTable.ref,
  destinationCidrBlock: "0.0.0.0/0",
  carrierGatewayId: carrierGateway.ref,
});
new ec2.CfnSubnetRouteTableAssociation(this, "WavelengthSubnetRoutes", {
  subnetId: wavelengthSubnet.ref,
  routeTableId: wavelengthRouteTable.ref,
});
