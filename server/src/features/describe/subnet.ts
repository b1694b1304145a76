/** A subnet in words: how traffic leaves it, its block, and the route that says so. */
import type { Language } from "../../base/localized.ts";
import type { Entity, Network, Subnet, SubnetKind } from "../../network/model.ts";
import { defaultRoutes, effectiveRouteTables, subnetKind } from "../../network/routing.ts";
import { name } from "../markdown.ts";
import { blockAndUsable, targetText } from "./parts.ts";
import { phrase } from "./phrases.ts";

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.SubnetType.html (read 2026-11-23) */
const kindsByCdkType: Readonly<Record<string, SubnetKind>> = {
  public: "public",
  private: "private-with-egress",
  isolated: "isolated",
};

export function describeSubnet(subnet: Subnet, network: Network, language: Language): readonly string[] {
  const { kind: routed } = subnetKind(network, subnet);
  // What the CDK made the subnet for, where its routes leave that open.
  const kind = routed === "unknown" ? (kindsByCdkType[subnet.cdkSubnetType?.toLowerCase() ?? ""] ?? routed) : routed;
  const zone = subnet.zone.known[0]?.value;
  return [
    phrase(kind, language),
    ...(zone?.kind === "literal" ? [zone.label] : []),
    blockAndUsable(subnet.cidr, language),
    wayOut(subnet, network, language),
  ].filter((part) => part !== undefined);
}

/** "default route to *Igw* through *PublicRoutes*" */
function wayOut(subnet: Subnet, network: Network, language: Language): string | undefined {
  const [first] = effectiveRouteTables(network, subnet);
  if (!first || first.table === "unknown") return undefined;
  if (first.table === "main") return phrase("mainTable", language);
  const [route] = defaultRoutes(first.table);
  const table = name(first.table.id);
  return route
    ? phrase("defaultRoute", language, { target: targetText(route.targets, language), table })
    : phrase("noDefaultRoute", language, { table });
}

/** The subnets whose effective route table has a route to the target. */
export function subnetsThrough(target: Entity, network: Network): readonly Subnet[] {
  return network.subnets.filter((subnet) =>
    effectiveRouteTables(network, subnet).some(
      ({ table }) =>
        typeof table === "object" &&
        table.routes.some(({ targets }) =>
          targets.known.some(({ value }) => value.link.kind === "entity" && value.link.entity === target),
        ),
    ),
  );
}
