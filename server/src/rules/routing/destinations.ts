/** Where routes are for. */
import { formatCidr } from "../../base/cidr.ts";
import type { Destination, Route } from "../../network/model.ts";
import type { Property } from "../../template/expression.ts";

const destinationProperties: readonly string[] = [
  "DestinationCidrBlock",
  "DestinationIpv6CidrBlock",
  "DestinationPrefixListId",
];

/** The destination properties that a route has, in the order written. */
export function writtenDestinations({ resource }: Route): readonly Property[] {
  return resource.properties.properties.filter(({ key }) => destinationProperties.includes(key));
}

/**
 * Equal for what EC2 takes for the same destination; undefined where that is not known. It clears host bits itself:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
 */
export function destinationKey(destination: Destination): string | undefined {
  if (destination.kind === "prefix-list") return destination.key && `list ${destination.key}`;
  const { cidr } = destination.cidr;
  return cidr && formatCidr(cidr);
}

/** `10.0.0.0/16`, or the property where the value is no block. */
export function destinationLabel(destination: Destination): string {
  return destination.kind === "cidr" ? destination.cidr.text : destination.property;
}
