execute_api_group = ec2.SecurityGroup(
    self,
    "ExecuteApiGroup",
    vpc=${1:vpc},
    description="HTTPS from the VPC to the private API",
)
execute_api_group.add_ingress_rule(
    ec2.Peer.ipv4($1.vpc_cidr_block), ec2.Port.tcp(443), "HTTPS from the VPC"
)
execute_api_endpoint = $1.add_interface_endpoint(
    "ExecuteApiEndpoint",
    service=ec2.InterfaceVpcEndpointAwsService.APIGATEWAY,
    private_dns_enabled=True,
    subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.${2:PRIVATE_ISOLATED}),
    open=False,
    security_groups=[execute_api_group],
)
private_api = apigateway.RestApi(
    self,
    "PrivateApi",
    rest_api_name="${3:internal}",
    endpoint_configuration=apigateway.EndpointConfiguration(
        types=[apigateway.EndpointType.PRIVATE],
        vpc_endpoints=[execute_api_endpoint],
    ),
    policy=iam.PolicyDocument(
        statements=[
            iam.PolicyStatement(
                principals=[iam.AnyPrincipal()],
                actions=["execute-api:Invoke"],
                resources=["execute-api:/*"],
                conditions={"StringEquals": {"aws:SourceVpce": execute_api_endpoint.vpc_endpoint_id}},
            )
        ]
    ),
    deploy_options=apigateway.StageOptions(stage_name="${4:prod}"),
)
private_api.root.add_method(
    "GET",
    apigateway.MockIntegration(),
    authorization_type=apigateway.AuthorizationType.IAM,
)
