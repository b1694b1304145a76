const privateZone = new route53.PrivateHostedZone(this, "PrivateZone", {
  zoneName: "${1:corp.internal}",
  vpc: ${2:vpc},
});
privateZone.addVpc(${3:peerVpc});
new route53.ARecord(this, "PrivateRecord", {
  zone: privateZone,
  recordName: "${4:app}",
  ttl: cdk.Duration.seconds(60),
  target: route53.RecordTarget.fromIpAddresses("${5:10.0.0.10}"),
});
