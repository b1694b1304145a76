const resolverGroup = new ec2.SecurityGroup(this, "ResolverGroup", {
  vpc: ${1:vpc},
  description: "DNS between the VPC and on premises",
  allowAllOutbound: false,
});
const onPremises = ec2.Peer.ipv4("${2:192.168.0.0/16}");
for (const port of [ec2.Port.udp(53), ec2.Port.tcp(53)]) {
  resolverGroup.addIngressRule(onPremises, port, "DNS from on premises");
  resolverGroup.addEgressRule(onPremises, port, "DNS to on premises");
}
const resolverAddresses = $1.${3:isolatedSubnets}.map((subnet) => ({ subnetId: subnet.subnetId }));
new route53resolver.CfnResolverEndpoint(this, "InboundResolverEndpoint", {
  direction: "INBOUND",
  securityGroupIds: [resolverGroup.securityGroupId],
  ipAddresses: resolverAddresses,
});
const outboundResolverEndpoint = new route53resolver.CfnResolverEndpoint(this, "OutboundResolverEndpoint", {
  direction: "OUTBOUND",
  securityGroupIds: [resolverGroup.securityGroupId],
  ipAddresses: resolverAddresses,
});
const onPremisesRule = new route53resolver.CfnResolverRule(this, "OnPremisesRule", {
  ruleType: "FORWARD",
  domainName: "${4:corp.example.com}",
  resolverEndpointId: outboundResolverEndpoint.ref,
  targetIps: [{ ip: "${5:192.168.0.10}", port: "53" }],
});
new route53resolver.CfnResolverRuleAssociation(this, "OnPremisesRuleAssociation", {
  resolverRuleId: onPremisesRule.ref,
  vpcId: $1.vpcId,
});
