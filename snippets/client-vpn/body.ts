const clientVpnLogs = new logs.LogGroup(this, "ClientVpnLogs", { retention: logs.RetentionDays.${1:THREE_MONTHS} });
const clientVpnGroup = new ec2.SecurityGroup(this, "ClientVpnGroup", {
  vpc: ${2:vpc},
  description: "Client VPN users on their way into the VPC",
});
$2.addClientVpnEndpoint("ClientVpnEndpoint", {
  cidr: "${3:10.100.0.0/22}",
  splitTunnel: true,
  transportProtocol: ec2.TransportProtocol.UDP,
  serverCertificateArn: ${4:certificate}.certificateArn,
  clientCertificateArn: ${5:certificate}.certificateArn,
  securityGroups: [clientVpnGroup],
  logGroup: clientVpnLogs,
  vpcSubnets: { subnetType: ec2.SubnetType.${6:PRIVATE_ISOLATED} },
  authorizeAllUsersToVpcCidr: true,
});
