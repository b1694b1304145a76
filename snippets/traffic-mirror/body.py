mirror_target = ec2.CfnTrafficMirrorTarget(
    self,
    "MirrorTarget",
    network_load_balancer_arn=${1:load_balancer}.load_balancer_arn,
)
mirror_filter = ec2.CfnTrafficMirrorFilter(self, "MirrorFilter", description="TCP in both directions")
for traffic_direction in ["ingress", "egress"]:
    ec2.CfnTrafficMirrorFilterRule(
        self,
        "Mirror-" + traffic_direction,
        traffic_mirror_filter_id=mirror_filter.ref,
        traffic_direction=traffic_direction,
        rule_number=100,
        rule_action="accept",
        protocol=6,
        source_cidr_block="0.0.0.0/0",
        destination_cidr_block="0.0.0.0/0",
    )
ec2.CfnTrafficMirrorSession(
    self,
    "MirrorSession",
    network_interface_id=${2:source_interface}.ref,
    traffic_mirror_target_id=mirror_target.ref,
    traffic_mirror_filter_id=mirror_filter.ref,
    session_number=${3:1},
)
