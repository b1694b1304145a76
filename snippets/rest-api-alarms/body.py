period = cdk.Duration.minutes(1)
${1:rest_api}.metric_server_error(period=period, statistic="Sum").create_alarm(
    self,
    "ServerErrorAlarm",
    alarm_description="The API answers with 5XX",
    threshold=${2:5},
    evaluation_periods=5,
    treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
)
$1.metric_latency(period=period, statistic="p99").create_alarm(
    self,
    "LatencyAlarm",
    alarm_description="Clients wait too long for the API",
    threshold=${3:1000},
    evaluation_periods=5,
    comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
)
$1.metric_integration_latency(period=period, statistic="p99").create_alarm(
    self,
    "BackendLatencyAlarm",
    alarm_description="The backend of the API is slow",
    threshold=${4:900},
    evaluation_periods=5,
    comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
)
