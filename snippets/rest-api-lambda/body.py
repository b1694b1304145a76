rest_api = apigateway.RestApi(
    self,
    "RestApi",
    rest_api_name="${1:orders}",
    endpoint_types=[apigateway.EndpointType.REGIONAL],
    deploy_options=apigateway.StageOptions(
        stage_name="${2:prod}",
        metrics_enabled=True,
        throttling_rate_limit=${3:100},
        throttling_burst_limit=${4:50},
    ),
)
rest_api.root.add_resource("${5:items}").add_method(
    "GET",
    apigateway.LambdaIntegration(${6:handler}),
    authorization_type=apigateway.AuthorizationType.IAM,
)
