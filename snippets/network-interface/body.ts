const interfaceGroup = new ec2.SecurityGroup(this, "InterfaceGroup", {
  vpc: ${1:vpc},
  description: "Traffic of the second interface",
});
const networkInterface = new ec2.CfnNetworkInterface(this, "NetworkInterface", {
  subnetId: $1.${2:isolatedSubnets}[0].subnetId,
  description: "Second interface",
  groupSet: [interfaceGroup.securityGroupId],
  secondaryPrivateIpAddressCount: ${3:1},
});
new ec2.CfnNetworkInterfaceAttachment(this, "NetworkInterfaceAttachment", {
  instanceId: ${4:instance}.instanceId,
  networkInterfaceId: networkInterface.ref,
  deviceIndex: "1",
  deleteOnTermination: false,
});
