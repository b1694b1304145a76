/** API Gateway and AppSync: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { apigwApiKeyWithoutUsagePlan } from "./apigw-api-key-without-usage-plan.ts";
import { apigwAuthorizerIdentitySource } from "./apigw-authorizer-identity-source.ts";
import { apigwAuthorizerMissing } from "./apigw-authorizer-missing.ts";
import { apigwCacheClusterOff } from "./apigw-cache-cluster-off.ts";
import { apigwCacheSize } from "./apigw-cache-size.ts";
import { apigwCacheTtlRange } from "./apigw-cache-ttl-range.ts";
import { apigwCacheTtlZero } from "./apigw-cache-ttl-zero.ts";
import { apigwDeploymentMissingDependson } from "./apigw-deployment-missing-dependson.ts";
import { apigwDomainCertificate } from "./apigw-domain-certificate.ts";
import { apigwIntegrationMethodMissing } from "./apigw-integration-method-missing.ts";
import { apigwIntegrationResponseUndeclared } from "./apigw-integration-response-undeclared.ts";
import { apigwIntegrationTimeout } from "./apigw-integration-timeout.ts";
import { apigwLambdaIntegrationMethod } from "./apigw-lambda-integration-method.ts";
import { apigwLambdaTimeoutLonger } from "./apigw-lambda-timeout-longer.ts";
import { apigwPrivateIpAddressType } from "./apigw-private-ip-address-type.ts";
import { apigwPrivatePolicyOpen } from "./apigw-private-policy-open.ts";
import { apigwPrivateWithoutPolicy } from "./apigw-private-without-policy.ts";
import { apigwProxyMappingUnused } from "./apigw-proxy-mapping-unused.ts";
import { apigwRequestValidatorMissing } from "./apigw-request-validator-missing.ts";
import { apigwRestApiMismatch } from "./apigw-rest-api-mismatch.ts";
import { apigwStreamNotProxy } from "./apigw-stream-not-proxy.ts";
import { apigwUsagePlanKeyNotRequired } from "./apigw-usage-plan-key-not-required.ts";
import { apigwUsagePlanWithoutStages } from "./apigw-usage-plan-without-stages.ts";
import { apigwVpcLinkTarget } from "./apigw-vpc-link-target.ts";
import { apigwVpceIdsNotPrivate } from "./apigw-vpce-ids-not-private.ts";
import { apigwv2CorsStarCredentials } from "./apigwv2-cors-star-credentials.ts";
import { apigwv2JwtConfig } from "./apigwv2-jwt-config.ts";
import { apigwv2PayloadFormat } from "./apigwv2-payload-format.ts";
import { apigwv2RouteSelection } from "./apigwv2-route-selection.ts";
import { apigwv2SimpleResponsesFormat } from "./apigwv2-simple-responses-format.ts";
import { appsyncAuthConfig } from "./appsync-auth-config.ts";
import { appsyncCacheTtl } from "./appsync-cache-ttl.ts";
import { appsyncDataSourceRole } from "./appsync-data-source-role.ts";
import { appsyncOpensearchOldName } from "./appsync-opensearch-old-name.ts";
import { appsyncSyncNotVersioned } from "./appsync-sync-not-versioned.ts";

export const apisRules: readonly Rule[] = [
  apigwCacheTtlRange,
  apigwCacheClusterOff,
  apigwCacheSize,
  apigwPrivateWithoutPolicy,
  apigwPrivatePolicyOpen,
  apigwVpceIdsNotPrivate,
  apigwIntegrationTimeout,
  apigwLambdaIntegrationMethod,
  apigwIntegrationMethodMissing,
  apigwDeploymentMissingDependson,
  apigwAuthorizerMissing,
  apigwAuthorizerIdentitySource,
  apigwApiKeyWithoutUsagePlan,
  apigwVpcLinkTarget,
  apigwRestApiMismatch,
  apigwIntegrationResponseUndeclared,
  apigwv2RouteSelection,
  apigwv2PayloadFormat,
  apigwv2CorsStarCredentials,
  apigwv2JwtConfig,
  appsyncCacheTtl,
  appsyncAuthConfig,
  appsyncDataSourceRole,
  apigwProxyMappingUnused,
  apigwRequestValidatorMissing,
  apigwDomainCertificate,
  apigwCacheTtlZero,
  apigwPrivateIpAddressType,
  apigwStreamNotProxy,
  apigwUsagePlanKeyNotRequired,
  apigwUsagePlanWithoutStages,
  apigwv2SimpleResponsesFormat,
  appsyncOpensearchOldName,
  appsyncSyncNotVersioned,
  apigwLambdaTimeoutLonger,
];
