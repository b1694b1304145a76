/** `ec2.VpnConnection`, `vpc.addVpnConnection`, the `vpnConnections` of a `Vpc`: with a customer gateway for each. */
import { type CodeEntry, type CodeValue, type Located, opaque, scalar } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import { attributesOf } from "./attributes.ts";
import { addImplied, type Maker } from "./implied.ts";
import type { MadeVpc } from "./made.ts";
import { mapObjects } from "./options.ts";
import { optionsOf } from "./subnet-selection.ts";
import { type Given, located, objectOf } from "./values.ts";
import { madeVpc } from "./vpc-id.ts";
import { addVpnGateway } from "./vpn-gateway.ts";

/** `new ec2.VpnConnection(this, "Office", { vpc, ip: "203.0.113.1" })`. */
export function makeVpnConnection(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  addVpnConnection(reading, maker, given, open, madeVpc(reading, given.get("vpc")));
}

/** `new ec2.VpnGateway(this, "Gateway", { type: "ipsec.1", amazonSideAsn: 65000 })`. */
export function makeVpnGateway(reading: Reading, maker: Maker, entries: readonly CodeEntry[], open: boolean): void {
  const given = optionsOf(entries);
  addImplied(reading, maker, {
    id: maker.id,
    type: "AWS::EC2::VPNGateway",
    properties: { Type: given.get("type"), AmazonSideAsn: given.get("amazonSideAsn") },
    open,
  });
  reading.made.set(maker.id, {
    kind: "other",
    id: maker.id,
    attribute: attributesOf(maker.id, { gatewayId: "Ref" }),
  });
}

/**
 * A VPC without a virtual private gateway gets one by this.
 * @param vpc undefined where it isn't known
 */
export function addVpnConnection(
  reading: Reading,
  maker: Maker,
  given: ReadonlyMap<string, Located>,
  open: boolean,
  vpc: MadeVpc | undefined,
): void {
  const { callee: at, id } = maker;
  const routes = given.get("staticRoutes");
  // An empty list counts as well.
  const isStatic = routes ? routes.value.kind === "list" || undefined : open ? undefined : false;
  addImplied(reading, maker, {
    id: `${id}/CustomerGateway`,
    type: "AWS::EC2::CustomerGateway",
    properties: {
      Type: scalar("ipsec.1"),
      IpAddress: given.get("ip") ?? opaque,
      BgpAsn: given.get("asn") ?? (open ? opaque : scalar(65_000)),
    },
  });
  addImplied(reading, maker, {
    id,
    type: "AWS::EC2::VPNConnection",
    properties: {
      Type: scalar("ipsec.1"),
      CustomerGatewayId: refTo(`${id}/CustomerGateway`, at),
      VpnGatewayId: gatewayOf(reading, maker, vpc, open ? opaque : given.get("asn")),
      StaticRoutesOnly: isStatic === undefined ? opaque : scalar(isStatic),
      VpnTunnelOptionsSpecifications: tunnels(given.get("tunnelOptions")),
    },
    open: true,
  });
  if (routes?.value.kind === "list") addRoutes(reading, maker, routes.value.items);
  reading.made.set(id, { kind: "other", id, attribute: attributesOf(id, { vpnId: "Ref" }) });
}

/** The VPC's gateway; one that is made here has the connection's ASN. */
function gatewayOf(reading: Reading, maker: Maker, vpc: MadeVpc | undefined, asn: Given): CodeValue {
  if (!vpc || vpc.plans.length === 0) return opaque;
  const isThere = reading.implied.some(({ id }) => id === `${vpc.id}/VpnGateway`);
  if (!isThere) {
    const gateway = { ...maker, id: vpc.id };
    addVpnGateway(reading, gateway, { asn: asn && located(asn, maker.callee), propagation: [{}] }, vpc);
  }
  return refTo(`${vpc.id}/VpnGateway`, maker.callee);
}

function addRoutes(reading: Reading, maker: Maker, routes: readonly Located[]): void {
  for (const route of routes) {
    if (route.value.kind !== "scalar") continue;
    addImplied(reading, maker, {
      id: `${maker.id}/Route${route.value.text.replace(/[^\d]/g, "")}`,
      type: "AWS::EC2::VPNConnectionRoute",
      properties: { DestinationCidrBlock: route, VpnConnectionId: refTo(maker.id, maker.callee) },
    });
  }
}

/** Keys are left out: they are nobody's business here. */
function tunnels(given: Located | undefined): Located | undefined {
  return (
    given &&
    mapObjects(given, (options, range) => {
      const key = options.get("preSharedKey") ?? options.get("preSharedKeySecret");
      return objectOf({ TunnelInsideCidr: options.get("tunnelInsideCidr"), PreSharedKey: key && opaque }, range);
    })
  );
}
