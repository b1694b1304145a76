const natInstances = ec2.NatProvider.instanceV2({
  instanceType: new ec2.InstanceType("${1:t3.micro}"),
  defaultAllowedTraffic: ec2.NatTrafficDirection.OUTBOUND_ONLY,
});
const natVpc = new ec2.Vpc(this, "${2:NatVpc}", {
  ipAddresses: ec2.IpAddresses.cidr("${3:10.0.0.0/16}"),
  maxAzs: 2,
  natGateways: 1,
  natGatewayProvider: natInstances,
});
natInstances.securityGroup.addIngressRule(ec2.Peer.ipv4(natVpc.vpcCidrBlock), ec2.Port.allTraffic(), "Everything from the VPC");
