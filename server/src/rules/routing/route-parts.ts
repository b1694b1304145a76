/** Parts of routes that several rules name: spans, words, the VPC behind a table. */
import { formatCidr } from "../../base/cidr.ts";
import type { Span } from "../../base/span.ts";
import type {
  Destination,
  Entity,
  Fact,
  Facts,
  Link,
  Route,
  RouteTable,
  RouteTarget,
  Vpc,
} from "../../network/model.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { type Basis, linkedEntities } from "../basis.ts";

export const destinationProperties = [
  "DestinationCidrBlock",
  "DestinationIpv6CidrBlock",
  "DestinationPrefixListId",
] as const;

/** The key of a property, or the logical ID where the property is not written. */
export function keySpan(resource: Resource, property: string): Span {
  return propertyOf(resource.properties, property)?.keySpan ?? resource.idSpan;
}

export function isWritten(resource: Resource, property: string): boolean {
  return propertyOf(resource.properties, property) !== undefined;
}

/** Whether the property has one value in all cases, so that it can be removed or renamed as a whole. */
export function isUnconditional({ alternatives }: Evaluator, resource: Resource, property: string): boolean {
  const written = propertyOf(resource.properties, property);
  return written !== undefined && alternatives(written.value).length === 1;
}

/** `10.1.0.0/16`, the canonical block; a prefix list by its id, or by its property where that is not written out. */
export function destinationText(destination: Destination): string {
  if (destination.kind === "prefix-list")
    return /^literal (\S+)$/.exec(destination.key ?? "")?.[1] ?? destination.property;
  const { cidr, text } = destination.cidr;
  return cidr ? formatCidr(cidr) : text;
}

/** The name of the target, where it is in the template; else the property. */
export function targetText({ link, property }: RouteTarget): string {
  return linkText(link) ?? property;
}

export function linkText(link: Link<Entity>): string | undefined {
  switch (link.kind) {
    case "entity":
      return link.entity.id;
    case "other":
      return link.resource.id;
    case "elsewhere":
      return undefined;
  }
}

export interface RoutePlace {
  readonly table: RouteTable;
  readonly vpc: Vpc;
  /** The links that lead there, to be put among what a finding rests on. */
  readonly because: readonly Basis[];
}

/** The route tables of the template that the route is in, with the VPCs of the template that they are in. */
export function placesOf(route: Route): readonly RoutePlace[] {
  return linkedEntities(route.table).flatMap(({ entity: table, fact: toTable }) =>
    linkedEntities(table.vpc).map(({ entity: vpc, fact: toVpc }) => ({ table, vpc, because: [toTable, toVpc, vpc] })),
  );
}

/** Pairs of facts under different keys, the first of each key only: what is given twice where one is allowed. */
export function surplus<T>(
  facts: Facts<T>,
  keyOf: (value: T) => string,
  canCoexist: (a: Fact<T>, b: Fact<T>) => boolean,
): readonly { readonly first: Fact<T>; readonly more: Fact<T> }[] {
  if (facts.known.length < 2) return [];
  const keys = [...new Set(facts.known.map(({ value }) => keyOf(value)))];
  return keys.flatMap((key, index) => {
    const earlier = facts.known.filter(({ value }) => keys.indexOf(keyOf(value)) < index);
    return facts.known
      .filter(({ value }) => keyOf(value) === key)
      .flatMap((more) => {
        const first = earlier.find((fact) => canCoexist(fact, more));
        return first ? [{ first, more }] : [];
      });
  });
}
