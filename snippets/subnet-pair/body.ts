const publicSubnet${1:A} = new ec2.PublicSubnet(this, "PublicSubnet$1", {
  vpcId: ${2:vpc}.vpcId,
  availabilityZone: cdk.Stack.of(this).availabilityZones[${3:0}],
  cidrBlock: "${4:10.0.100.0/24}",
  mapPublicIpOnLaunch: true,
});
// internetConnectivityEstablished would only wait for the gateway, not for its attachment.
publicSubnet$1.addDefaultInternetRoute($2.internetGatewayId!, $2.node.findChild("VPCGW"));
const natGateway$1 = publicSubnet$1.addNatGateway();
const privateSubnet$1 = new ec2.PrivateSubnet(this, "PrivateSubnet$1", {
  vpcId: $2.vpcId,
  availabilityZone: publicSubnet$1.availabilityZone,
  cidrBlock: "${5:10.0.101.0/24}",
  mapPublicIpOnLaunch: false,
});
privateSubnet$1.addDefaultNatRoute(natGateway$1.attrNatGatewayId);
