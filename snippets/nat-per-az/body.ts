const ${1:vpc} = new ec2.Vpc(this, "${2:Vpc}", {
  ipAddresses: ec2.IpAddresses.cidr("${3:10.0.0.0/16}"),
  maxAzs: 2,
  natGateways: 2,
  subnetConfiguration: [
    { name: "Public", subnetType: ec2.SubnetType.PUBLIC, cidrMask: ${4:24} },
    { name: "Private", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: ${5:24} },
  ],
});
