/** The virtual private gateway of a `Vpc`: `vpnGateway`, `vpnGatewayAsn`, `vpnConnections`, `enableVpnGateway`. */
import { scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeVpc } from "./made.ts";
import { tableList } from "./route-tables.ts";
import type { VpnGateway } from "./vpc-properties.ts";

/** Which connections it has isn't read. */
export function addVpnGateway(
  reading: Reading,
  maker: Maker,
  { asn, propagation }: Pick<VpnGateway, "asn" | "propagation">,
  made: MadeVpc,
): void {
  const { callee: at } = maker;
  const { id: vpc } = made;
  addImplied(reading, maker, {
    id: `${vpc}/VpnGateway`,
    type: "AWS::EC2::VPNGateway",
    properties: { Type: scalar("ipsec.1"), AmazonSideAsn: asn },
  });
  addImplied(reading, maker, {
    id: `${vpc}/VPCVPNGW`,
    type: "AWS::EC2::VPCGatewayAttachment",
    properties: { VpcId: refTo(vpc, at), VpnGatewayId: refTo(`${vpc}/VpnGateway`, at) },
  });
  addImplied(reading, maker, {
    id: `${vpc}/RoutePropagation`,
    type: "AWS::EC2::VPNGatewayRoutePropagation",
    properties: {
      RouteTableIds: tableList(made, propagation, at),
      VpnGatewayId: refTo(`${vpc}/VpnGateway`, at),
    },
    after: [`${vpc}/VPCVPNGW`],
  });
}
