storagegateway.CfnTapePool(
    self,
    "TapePool",
    pool_name="${1:backup-archive}",
    storage_class="${2:DEEP_ARCHIVE}",
    retention_lock_type="${3:GOVERNANCE}",
    retention_lock_time_in_days=${4:365},
)
