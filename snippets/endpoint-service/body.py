ec2.VpcEndpointService(
    self,
    "EndpointService",
    vpc_endpoint_service_load_balancers=[${1:load_balancer}],
    acceptance_required=True,
    allowed_principals=[iam.AccountPrincipal(${2:self.account})],
)
