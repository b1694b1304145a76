const fileShareBucket = new s3.Bucket(this, "FileShareBucket", {
  encryption: s3.BucketEncryption.S3_MANAGED,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  removalPolicy: cdk.RemovalPolicy.RETAIN,
});
const fileShareRole = new iam.Role(this, "FileShareRole", {
  assumedBy: new iam.ServicePrincipal("storagegateway.amazonaws.com", {
    conditions: { StringEquals: { "aws:SourceAccount": this.account } },
  }),
});
fileShareBucket.grantReadWrite(fileShareRole);
const storageGatewayEndpointGroup = new ec2.SecurityGroup(this, "StorageGatewayEndpointGroup", {
  vpc: ${1:vpc},
  description: "The gateway on premises to its endpoint",
});
for (const port of [ec2.Port.tcp(443), ec2.Port.tcpRange(1026, 1028), ec2.Port.tcp(1031), ec2.Port.tcp(2222)]) {
  storageGatewayEndpointGroup.addIngressRule(ec2.Peer.ipv4("${2:192.168.0.0/16}"), port, "From the gateway on premises");
}
$1.addInterfaceEndpoint("StorageGatewayEndpoint", {
  service: ec2.InterfaceVpcEndpointAwsService.STORAGE_GATEWAY,
  privateDnsEnabled: false,
  subnets: { subnetType: ec2.SubnetType.${3:PRIVATE_ISOLATED} },
  open: false,
  securityGroups: [storageGatewayEndpointGroup],
});
