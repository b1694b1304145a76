api_key = ${1:rest_api}.add_api_key("ApiKey", api_key_name="${2:partner-a}")
usage_plan = $1.add_usage_plan(
    "UsagePlan",
    name="${3:partners}",
    throttle=apigateway.ThrottleSettings(rate_limit=${4:10}, burst_limit=${5:20}),
    quota=apigateway.QuotaSettings(limit=${6:100000}, period=apigateway.Period.MONTH),
)
usage_plan.add_api_key(api_key)
usage_plan.add_api_stage(stage=$1.deployment_stage)
