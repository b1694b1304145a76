api_domain = apigateway.DomainName(
    self,
    "ApiDomain",
    domain_name="${1:api.example.com}",
    certificate=${2:certificate},
    endpoint_type=apigateway.EndpointType.REGIONAL,
    security_policy=apigateway.SecurityPolicy.TLS_1_2,
    mapping=${3:rest_api},
)
route53.ARecord(
    self,
    "ApiRecord",
    zone=${4:hosted_zone},
    record_name="$1",
    target=route53.RecordTarget.from_alias(targets.ApiGatewayDomain(api_domain)),
)
