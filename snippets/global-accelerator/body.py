accelerator = globalaccelerator.Accelerator(self, "Accelerator", accelerator_name="${1:shop}")
accelerator_listener = accelerator.add_listener(
    "AcceleratorListener",
    protocol=globalaccelerator.ConnectionProtocol.TCP,
    port_ranges=[globalaccelerator.PortRange(from_port=443, to_port=443)],
)
accelerator_listener.add_endpoint_group(
    "AcceleratorEndpointGroup",
    region=self.region,
    endpoints=[
        globalaccelerator.RawEndpoint(
            endpoint_id=${2:load_balancer}.load_balancer_arn,
            preserve_client_ip=True,
        )
    ],
)
