new storagegateway.CfnVolume(this, "StorageVolume", {
  gatewayArn: this.formatArn({ service: "storagegateway", resource: "gateway", resourceName: "${1:sgw-12A3456B}" }),
  networkInterfaceId: "${2:192.168.0.20}",
  targetName: "${3:data}",
  volumeSizeInBytes: ${4:107374182400},
});
