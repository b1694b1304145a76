/** The IPv4 blocks of a VPC: the primary one and those that AWS::EC2::VPCCidrBlock adds. */
import type { Cidr } from "../../base/cidr.ts";
import type { CidrText, Entity, Fact, Network, Vpc } from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Guard, Provenance } from "../../template/value.ts";
import { allGuards, type Basis, canHold, linkedEntities, mayBeUnknown } from "../basis.ts";

export interface VpcBlock {
  readonly cidr: Cidr;
  readonly fact: Fact<CidrText>;
  /** The VPC itself, or the association that adds the block. */
  readonly owner: Entity;
  /** Everything under which it is a block of the VPC. */
  readonly because: readonly Basis[];
}

/** The known primary blocks; several where conditions choose among them. */
export function primaryBlocks(vpc: Vpc): readonly VpcBlock[] {
  return vpc.cidr.known.flatMap((fact) => {
    const { cidr } = fact.value;
    return cidr?.family === 4 ? [{ cidr, fact, owner: vpc, because: [vpc, fact] }] : [];
  });
}

/** The known blocks that are added to the primary one. */
export function secondaryBlocks(vpc: Vpc): readonly VpcBlock[] {
  return vpc.secondary.flatMap((association) =>
    linkedEntities(association.vpc)
      .filter(({ entity }) => entity === vpc)
      .flatMap(({ fact: link }) =>
        association.cidr.known.flatMap((fact) => {
          const { cidr } = fact.value;
          return cidr?.family === 4
            ? [{ cidr, fact, owner: association, because: [vpc, association, link, fact] }]
            : [];
        }),
      ),
  );
}

/** All known blocks of the template: those of its VPCs, and those that it adds to VPCs elsewhere. */
export function allBlocks({ vpcs, vpcCidrs }: Network): readonly VpcBlock[] {
  return [...vpcs, ...vpcCidrs].flatMap((owner) =>
    owner.cidr.known.flatMap((fact) => {
      const { cidr } = fact.value;
      return cidr?.family === 4 ? [{ cidr, fact, owner, because: [owner, fact] }] : [];
    }),
  );
}

/** Whether the VPC may have blocks under this guard that nobody can read from the template. */
export function mayHaveMoreBlocks({ network, vpc, under }: { network: Network; vpc: Vpc; under: Guard }): boolean {
  const { conditions, template } = network.evaluator;
  if (template.open) return true;
  return network.vpcCidrs.some((association) => {
    if (!canHold(conditions, association.guard, under)) return false;
    if (mayBeUnknown(conditions, association.vpc, under)) return true;
    if (!vpc.secondary.includes(association)) return false;
    if (association.resource.open || mayBeUnknown(conditions, association.cidr, under)) return true;
    return propertyOf(association.resource.properties, "Ipv4IpamPoolId") !== undefined;
  });
}

/** The guard under which everything in the list holds; undefined where it never does. */
export function together(network: Network, because: readonly Basis[]): Guard | undefined {
  return allGuards(
    network.evaluator.conditions,
    because.map(({ guard }) => guard),
  );
}

/** Provenance without the guards: what a comparison rests on though it holds in any case. */
export function assuming(blocks: readonly VpcBlock[]): { readonly from: readonly Provenance[] } {
  return { from: blocks.flatMap(({ fact }) => fact.from) };
}
