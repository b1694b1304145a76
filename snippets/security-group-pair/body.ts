const albSecurityGroup = new ec2.SecurityGroup(this, "AlbSecurityGroup", {
  vpc: ${1:vpc},
  description: "HTTPS from anywhere to the load balancer",
  allowAllOutbound: false,
});
const appSecurityGroup = new ec2.SecurityGroup(this, "AppSecurityGroup", {
  vpc: $1,
  description: "Application behind the load balancer",
});
albSecurityGroup.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), "HTTPS from anywhere");
albSecurityGroup.addEgressRule(appSecurityGroup, ec2.Port.tcp(${2:8080}), "To the application");
appSecurityGroup.addIngressRule(albSecurityGroup, ec2.Port.tcp($2), "From the load balancer");
