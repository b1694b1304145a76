directconnect.CfnConnection(
    self,
    "DirectConnectConnection",
    connection_name="${1:tokyo-10g}",
    location="${2:EqTY2}",
    bandwidth="${3:10Gbps}",
    request_mac_sec=True,
)
