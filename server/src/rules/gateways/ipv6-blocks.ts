/** IPv6 blocks of VPCs, which only associations bring. */
import type { Network, Vpc } from "../../network/model.ts";
import { linkedEntities } from "../basis.ts";

/** Whether an association brings one in any case; also one that may be the VPC's. */
export function mayHaveIpv6({ vpcCidrs }: Network, vpc: Vpc): boolean {
  return vpcCidrs.some(({ vpc: of, ipv6, providesIpv6, resource }) => {
    const isHere = of.unknown.length > 0 || linkedEntities(of).some(({ entity }) => entity === vpc);
    return isHere && (providesIpv6 || resource.open || ipv6.known.length + ipv6.unknown.length > 0);
  });
}
