alb_security_group = ec2.SecurityGroup(
    self,
    "AlbSecurityGroup",
    vpc=${1:vpc},
    description="HTTPS from anywhere to the load balancer",
    allow_all_outbound=False,
)
app_security_group = ec2.SecurityGroup(
    self,
    "AppSecurityGroup",
    vpc=$1,
    description="Application behind the load balancer",
)
alb_security_group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(443), "HTTPS from anywhere")
alb_security_group.add_egress_rule(app_security_group, ec2.Port.tcp(${2:8080}), "To the application")
app_security_group.add_ingress_rule(alb_security_group, ec2.Port.tcp($2), "From the load balancer")
