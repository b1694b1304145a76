const period = cdk.Duration.minutes(1);
${1:restApi}.metricServerError({ period, statistic: "Sum" }).createAlarm(this, "ServerErrorAlarm", {
  alarmDescription: "The API answers with 5XX",
  threshold: ${2:5},
  evaluationPeriods: 5,
  treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
});
$1.metricLatency({ period, statistic: "p99" }).createAlarm(this, "LatencyAlarm", {
  alarmDescription: "Clients wait too long for the API",
  threshold: ${3:1000},
  evaluationPeriods: 5,
  comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
});
$1.metricIntegrationLatency({ period, statistic: "p99" }).createAlarm(this, "BackendLatencyAlarm", {
  alarmDescription: "The backend of the API is slow",
  threshold: ${4:900},
  evaluationPeriods: 5,
  comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
});
