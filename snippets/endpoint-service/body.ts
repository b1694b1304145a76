new ec2.VpcEndpointService(this, "EndpointService", {
  vpcEndpointServiceLoadBalancers: [${1:loadBalancer}],
  acceptanceRequired: true,
  allowedPrincipals: [new iam.AccountPrincipal(${2:this.account})],
});
