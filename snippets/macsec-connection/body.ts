new directconnect.CfnConnection(this, "DirectConnectConnection", {
  connectionName: "${1:tokyo-10g}",
  location: "${2:EqTY2}",
  bandwidth: "${3:10Gbps}",
  requestMacSec: true,
});
