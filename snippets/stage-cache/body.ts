new apigateway.Stage(this, "CachedStage", {
  deployment: ${1:restApi}.latestDeployment!,
  stageName: "${2:cached}",
  cacheClusterEnabled: true,
  cacheClusterSize: "${3:0.5}",
  cachingEnabled: true,
  cacheDataEncrypted: true,
  cacheTtl: cdk.Duration.seconds(${4:300}),
});
