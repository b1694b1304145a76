storagegateway.CfnVolume(
    self,
    "StorageVolume",
    gateway_arn=self.format_arn(
        cdk.ArnComponents(service="storagegateway", resource="gateway", resource_name="${1:sgw-12A3456B}")
    ),
    network_interface_id="${2:192.168.0.20}",
    target_name="${3:data}",
    volume_size_in_bytes=${4:107374182400},
)
