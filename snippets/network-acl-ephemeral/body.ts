const networkAcl = new ec2.NetworkAcl(this, "NetworkAcl", {
  vpc: ${1:vpc},
  subnetSelection: { subnetType: ec2.SubnetType.${2:PUBLIC} },
});
networkAcl.addEntry("InboundHttps", {
  ruleNumber: 100,
  direction: ec2.TrafficDirection.INGRESS,
  cidr: ec2.AclCidr.anyIpv4(),
  traffic: ec2.AclTraffic.tcpPort(443),
});
networkAcl.addEntry("InboundEphemeral", {
  ruleNumber: 110,
  direction: ec2.TrafficDirection.INGRESS,
  cidr: ec2.AclCidr.anyIpv4(),
  traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
});
networkAcl.addEntry("OutboundHttps", {
  ruleNumber: 100,
  direction: ec2.TrafficDirection.EGRESS,
  cidr: ec2.AclCidr.anyIpv4(),
  traffic: ec2.AclTraffic.tcpPort(443),
});
networkAcl.addEntry("OutboundEphemeral", {
  ruleNumber: 110,
  direction: ec2.TrafficDirection.EGRESS,
  cidr: ec2.AclCidr.anyIpv4(),
  traffic: ec2.AclTraffic.tcpPortRange(1024, 65535),
});
