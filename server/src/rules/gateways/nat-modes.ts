/**
 * What kind of NAT gateway one is: public (the default) or private, zonal (the default) or regional.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
import type { NatGateway } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Basis } from "../basis.ts";

/**
 * The ways in which the gateway is zonal and of this connectivity; none where that cannot be told.
 * A regional gateway names a VPC instead of a subnet and gets its addresses by itself.
 */
export function zonalWays(nat: NatGateway, connectivity: "public" | "private"): readonly (readonly Basis[])[] {
  if (propertyOf(nat.resource.properties, "VpcId") !== undefined) return [];
  const zonal: readonly Basis[] = [
    ...nat.regional.known.filter(({ value }) => !value),
    ...nat.regional.absent.map((guard) => ({ guard })),
  ];
  const connected: readonly Basis[] = [
    ...nat.connectivity.known.filter(({ value }) => value === connectivity),
    ...(connectivity === "public" ? nat.connectivity.absent.map((guard) => ({ guard })) : []),
  ];
  return zonal.flatMap((mode) => connected.map((kind) => [mode, kind]));
}
