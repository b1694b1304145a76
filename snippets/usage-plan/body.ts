const apiKey = ${1:restApi}.addApiKey("ApiKey", { apiKeyName: "${2:partner-a}" });
const usagePlan = $1.addUsagePlan("UsagePlan", {
  name: "${3:partners}",
  throttle: { rateLimit: ${4:10}, burstLimit: ${5:20} },
  quota: { limit: ${6:100000}, period: apigateway.Period.MONTH },
});
usagePlan.addApiKey(apiKey);
usagePlan.addApiStage({ stage: $1.deploymentStage });
