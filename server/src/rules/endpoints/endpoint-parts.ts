/** What an interface endpoint needs, chosen from the template: subnets, a security group. */
import { holdsUnder } from "../../network/guards.ts";
import type { Network, Subnet, Vpc, VpcEndpoint } from "../../network/model.ts";
import { subnetKind } from "../../network/routing.ts";
import { getAtt, refTo, type TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { linkedEntities } from "../basis.ts";
import { freshId } from "../fresh-id.ts";

/** The one VPC of the template that the endpoint is in; undefined where it is elsewhere or depends on conditions. */
export function vpcOf({ vpc }: VpcEndpoint): Vpc | undefined {
  const [only, ...more] = linkedEntities(vpc);
  return more.length > 0 || vpc.known.length > 1 || vpc.unknown.length > 0 ? undefined : only?.entity;
}

/**
 * Subnets for an interface endpoint, one of each zone, private ones before public ones. Where zones cannot be told apart,
 * one subnet only, since two of one zone are refused.
 */
export function oneSubnetPerZone(network: Network, endpoint: VpcEndpoint): readonly Subnet[] {
  const there = (vpcOf(endpoint)?.subnets ?? []).filter(
    (subnet) => holdsUnder(subnet.guard, endpoint.guard) && subnet.vpc.known.length === 1,
  );
  const privateFirst = [
    ...there.filter((subnet) => subnetKind(network, subnet).kind !== "public"),
    ...there.filter((subnet) => subnetKind(network, subnet).kind === "public"),
  ];
  const chosen = new Map<string, Subnet>();
  const kinds = new Set<string>();
  for (const subnet of privateFirst) {
    const [zone, ...more] = subnet.zone.known;
    const isKnown = zone && more.length === 0 && subnet.zone.unknown.length === 0 && subnet.zone.absent.length === 0;
    if (!isKnown || zone.value.kind === "expression") return privateFirst.slice(0, 1);
    kinds.add(zone.value.kind);
    if (!chosen.has(zone.value.key)) chosen.set(zone.value.key, subnet);
  }
  return kinds.size > 1 ? privateFirst.slice(0, 1) : there.filter((subnet) => chosen.get(keyOf(subnet)) === subnet);
}

function keyOf({ zone }: Subnet): string {
  return zone.known[0]?.value.key ?? "";
}

/** A security group of the endpoint's own that lets its VPC in by HTTPS, and the endpoint in it. */
export function ownGroup(
  network: Network,
  endpoint: VpcEndpoint,
): { readonly id: string; readonly edits: readonly TemplateEdit[] } | undefined {
  const vpc = vpcOf(endpoint);
  if (!vpc) return undefined;
  const id = freshId(network.evaluator.template, `${endpoint.id}SecurityGroup`);
  const rule = { IpProtocol: "tcp", FromPort: 443, ToPort: 443, CidrIp: getAtt(vpc.id, "CidrBlock") };
  return {
    id,
    edits: [
      {
        kind: "add-resource",
        id,
        type: "AWS::EC2::SecurityGroup",
        properties: {
          GroupDescription: `HTTPS from ${vpc.id} to ${endpoint.id}`,
          VpcId: refTo(vpc.id),
          SecurityGroupIngress: [{ object: rule }],
        },
        condition: endpoint.resource.condition?.name,
        after: endpoint.id,
      },
      { kind: "set-property", resource: endpoint.id, path: ["SecurityGroupIds"], value: [getAtt(id, "GroupId")] },
    ],
  };
}

/**
 * What else has to change for the endpoint to become an interface endpoint; undefined where the template does not say
 * which subnets it should be in.
 */
export function completedInterface(network: Network, endpoint: VpcEndpoint): readonly TemplateEdit[] | undefined {
  const { id, resource } = endpoint;
  const has = (name: string): boolean => propertyOf(resource.properties, name) !== undefined;
  const edits: TemplateEdit[] = [];
  if (has("RouteTableIds")) edits.push({ kind: "remove-property", resource: id, path: ["RouteTableIds"] });
  if (!has("SubnetIds")) {
    const subnets = oneSubnetPerZone(network, endpoint);
    if (subnets.length === 0) return undefined;
    const value = subnets.map((subnet) => refTo(subnet.id));
    edits.push({ kind: "set-property", resource: id, path: ["SubnetIds"], value });
  }
  if (!has("SecurityGroupIds") && vpcOf(endpoint)) edits.push(...(ownGroup(network, endpoint)?.edits ?? []));
  return edits;
}
