#!/usr/bin/env python3
import aws_cdk as cdk

from network.network_stack import NetworkStack
from network.service_stack import ServiceStack

app = cdk.App()

NetworkStack(app, "Network", stage=app.node.try_get_context("stage") or "dev")
ServiceStack(app, "Service")

app.synth()
