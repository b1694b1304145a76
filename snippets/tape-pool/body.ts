new storagegateway.CfnTapePool(this, "TapePool", {
  poolName: "${1:backup-archive}",
  storageClass: "${2:DEEP_ARCHIVE}",
  retentionLockType: "${3:GOVERNANCE}",
  retentionLockTimeInDays: ${4:365},
});
