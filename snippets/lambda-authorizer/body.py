authorizer = apigateway.RequestAuthorizer(
    self,
    "Authorizer",
    handler=${1:handler},
    identity_sources=[apigateway.IdentitySource.header("Authorization")],
    results_cache_ttl=cdk.Duration.seconds(${2:300}),
)
${3:rest_api}.root.add_resource("${4:guarded}").add_method(
    "GET",
    apigateway.MockIntegration(),
    authorizer=authorizer,
    authorization_type=apigateway.AuthorizationType.CUSTOM,
)
