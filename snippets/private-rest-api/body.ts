const executeApiGroup = new ec2.SecurityGroup(this, "ExecuteApiGroup", {
  vpc: ${1:vpc},
  description: "HTTPS from the VPC to the private API",
});
executeApiGroup.addIngressRule(ec2.Peer.ipv4($1.vpcCidrBlock), ec2.Port.tcp(443), "HTTPS from the VPC");
const executeApiEndpoint = $1.addInterfaceEndpoint("ExecuteApiEndpoint", {
  service: ec2.InterfaceVpcEndpointAwsService.APIGATEWAY,
  privateDnsEnabled: true,
  subnets: { subnetType: ec2.SubnetType.${2:PRIVATE_ISOLATED} },
  open: false,
  securityGroups: [executeApiGroup],
});
const privateApi = new apigateway.RestApi(this, "PrivateApi", {
  restApiName: "${3:internal}",
  endpointConfiguration: {
    types: [apigateway.EndpointType.PRIVATE],
    vpcEndpoints: [executeApiEndpoint],
  },
  policy: new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ["execute-api:Invoke"],
        resources: ["execute-api:/*"],
        conditions: { StringEquals: { "aws:SourceVpce": executeApiEndpoint.vpcEndpointId } },
      }),
    ],
  }),
  deployOptions: { stageName: "${4:prod}" },
});
privateApi.root.addMethod("GET", new apigateway.MockIntegration(), {
  authorizationType: apigateway.AuthorizationType.IAM,
});
