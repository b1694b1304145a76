const apiDomain = new apigateway.DomainName(this, "ApiDomain", {
  domainName: "${1:api.example.com}",
  certificate: ${2:certificate},
  endpointType: apigateway.EndpointType.REGIONAL,
  securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
  mapping: ${3:restApi},
});
new route53.ARecord(this, "ApiRecord", {
  zone: ${4:hostedZone},
  recordName: "$1",
  target: route53.RecordTarget.fromAlias(new targets.ApiGatewayDomain(apiDomain)),
});
