private_zone = route53.PrivateHostedZone(
    self,
    "PrivateZone",
    zone_name="${1:corp.internal}",
    vpc=${2:vpc},
)
private_zone.add_vpc(${3:peer_vpc})
route53.ARecord(
    self,
    "PrivateRecord",
    zone=private_zone,
    record_name="${4:app}",
    ttl=cdk.Duration.seconds(60),
    target=route53.RecordTarget.from_ip_addresses("${5:10.0.0.10}"),
)
