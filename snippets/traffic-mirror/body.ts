const mirrorTarget = new ec2.CfnTrafficMirrorTarget(this, "MirrorTarget", {
  networkLoadBalancerArn: ${1:loadBalancer}.loadBalancerArn,
});
const mirrorFilter = new ec2.CfnTrafficMirrorFilter(this, "MirrorFilter", {
  description: "TCP in both directions",
});
for (const trafficDirection of ["ingress", "egress"]) {
  new ec2.CfnTrafficMirrorFilterRule(this, "Mirror-" + trafficDirection, {
    trafficMirrorFilterId: mirrorFilter.ref,
    trafficDirection,
    ruleNumber: 100,
    ruleAction: "accept",
    protocol: 6,
    sourceCidrBlock: "0.0.0.0/0",
    destinationCidrBlock: "0.0.0.0/0",
  });
}
new ec2.CfnTrafficMirrorSession(this, "MirrorSession", {
  networkInterfaceId: ${2:sourceInterface}.ref,
  trafficMirrorTargetId: mirrorTarget.ref,
  trafficMirrorFilterId: mirrorFilter.ref,
  sessionNumber: ${3:1},
});
