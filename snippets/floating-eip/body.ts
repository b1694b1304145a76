const floatingInterface = new ec2.CfnNetworkInterface(this, "FloatingInterface", {
  subnetId: ${1:vpc}.publicSubnets[0].subnetId,
  description: "Moves between the active and the standby instance",
  groupSet: [$1.vpcDefaultSecurityGroup],
});
const floatingAddress = new ec2.CfnEIP(this, "FloatingAddress", { domain: "vpc" });
floatingAddress.node.addDependency($1.internetConnectivityEstablished);
new ec2.CfnEIPAssociation(this, "FloatingAssociation", {
  allocationId: floatingAddress.attrAllocationId,
  networkInterfaceId: floatingInterface.ref,
});
