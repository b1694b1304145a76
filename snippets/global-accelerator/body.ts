const accelerator = new globalaccelerator.Accelerator(this, "Accelerator", { acceleratorName: "${1:shop}" });
const acceleratorListener = accelerator.addListener("AcceleratorListener", {
  protocol: globalaccelerator.ConnectionProtocol.TCP,
  portRanges: [{ fromPort: 443, toPort: 443 }],
});
acceleratorListener.addEndpointGroup("AcceleratorEndpointGroup", {
  region: this.region,
  endpoints: [
    new globalaccelerator.RawEndpoint({
      endpointId: ${2:loadBalancer}.loadBalancerArn,
      preserveClientIp: true,
    }),
  ],
});
