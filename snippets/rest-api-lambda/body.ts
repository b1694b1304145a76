const restApi = new apigateway.RestApi(this, "RestApi", {
  restApiName: "${1:orders}",
  endpointTypes: [apigateway.EndpointType.REGIONAL],
  deployOptions: {
    stageName: "${2:prod}",
    metricsEnabled: true,
    throttlingRateLimit: ${3:100},
    throttlingBurstLimit: ${4:50},
  },
});
restApi.root.addResource("${5:items}").addMethod("GET", new apigateway.LambdaIntegration(${6:handler}), {
  authorizationType: apigateway.AuthorizationType.IAM,
});
