const authorizer = new apigateway.RequestAuthorizer(this, "Authorizer", {
  handler: ${1:handler},
  identitySources: [apigateway.IdentitySource.header("Authorization")],
  resultsCacheTtl: cdk.Duration.seconds(${2:300}),
});
${3:restApi}.root.addResource("${4:guarded}").addMethod("GET", new apigateway.MockIntegration(), {
  authorizer,
  authorizationType: apigateway.AuthorizationType.CUSTOM,
});
