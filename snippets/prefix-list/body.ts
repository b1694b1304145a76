const allowedClients = new ec2.PrefixList(this, "AllowedClients", {
  prefixListName: "${1:allowed-clients}",
  addressFamily: ec2.AddressFamily.IP_V4,
  maxEntries: ${2:10},
  entries: [{ cidr: "${3:192.0.2.0/24}", description: "${4:Tokyo office}" }],
});
const allowedClientsGroup = new ec2.SecurityGroup(this, "AllowedClientsGroup", {
  vpc: ${5:vpc},
  description: "HTTPS from the allowed clients",
});
allowedClientsGroup.addIngressRule(
  ec2.Peer.prefixList(allowedClients.prefixListId),
  ec2.Port.tcp(443),
  "HTTPS from the allowed clients",
);
