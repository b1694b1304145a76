/** Fixes that add routes to the tables of a VPC. */
import { formatCidr } from "../../base/cidr.ts";
import type { Entity, Network, Route, RouteTable, Vpc } from "../../network/model.ts";
import { getAtt, type NewValue, refTo, type TemplateEdit } from "../../template/edit.ts";
import { primaryBlocks } from "../addressing/vpc-blocks.ts";
import { freshId } from "../fresh-id.ts";

export interface NewRoute {
  readonly table: RouteTable;
  /** The VPC to which the route leads. */
  readonly to: Vpc;
  readonly target: Readonly<Record<string, NewValue>>;
  /** What the target needs to be there with, such as a peering connection. */
  readonly way: Entity;
  readonly waitsFor?: readonly string[] | undefined;
}

/**
 * The edit that leads a table to another VPC; none where the table routes that range already, or where table, way and
 * VPC are not there under the same condition.
 */
export function addRoute({ evaluator: { template } }: Network, wanted: NewRoute): readonly TemplateEdit[] {
  const { table, to, target, way, waitsFor } = wanted;
  const named = new Set([table, to, way].flatMap(({ resource: { condition } }) => (condition ? [condition.name] : [])));
  if (named.size > 1 || table.routes.some((route) => leadsInto(route, to))) return [];
  return [
    {
      kind: "add-resource",
      id: freshId(template, `${table.id}To${to.id}`),
      type: "AWS::EC2::Route",
      properties: {
        RouteTableId: refTo(table.id),
        DestinationCidrBlock: getAtt(to.id, "CidrBlock"),
        ...target,
      },
      dependsOn: waitsFor,
      condition: [...named][0],
      after: (table.routes.at(-1) ?? table).id,
    },
  ];
}

/** "10.1.0.0/16", where the range of the VPC is known. */
export function rangeText(vpc: Vpc): string | undefined {
  const [block] = primaryBlocks(vpc);
  return block && formatCidr(block.cidr);
}

/** A route to the very range of the VPC, as far as that can be told. */
function leadsInto({ destinations }: Route, vpc: Vpc): boolean {
  const range = rangeText(vpc);
  return destinations.known.some(({ value, span }) => {
    if (value.kind !== "cidr") return false;
    const { cidr } = value.cidr;
    if (cidr && range) return formatCidr(cidr) === range;
    // The same attribute of a VPC whose range is not known.
    return new RegExp(`\\b${vpc.id}\\b`).test(span.block.text.slice(span.start, span.end));
  });
}
