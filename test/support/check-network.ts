/** Networks for tests, written as YAML text, and answers about them in short notation. */
import { formatCidr } from "../../server/src/base/cidr.ts";
import { buildNetwork } from "../../server/src/network/build.ts";
import type { Entity, Fact, Facts, Link, Network, RouteTable, Subnet, Vpc } from "../../server/src/network/model.ts";
import { createEvaluator } from "../../server/src/template/evaluate.ts";
import type { Guard } from "../../server/src/template/value.ts";
import { templateOf } from "./evaluation.ts";

/** The network of a YAML template; the format version comes along. */
export function networkOf(text: string): Network {
  const template = templateOf(text);
  return buildNetwork(template, createEvaluator(template));
}

export function subnetOf(network: Network, id: string): Subnet {
  return named(network.subnets, id);
}

export function vpcOf(network: Network, id: string): Vpc {
  return named(network.vpcs, id);
}

export function tableOf(network: Network, id: string): RouteTable {
  return named(network.routeTables, id);
}

export function named<T extends Entity>(entities: readonly T[], id: string): T {
  const found = entities.find((entity) => entity.id === id);
  if (!found) throw new Error(`There is no ${id}; there are: ${entities.map((entity) => entity.id).join(", ")}`);
  return found;
}

/** `value if IsProd, !HasNat`, the unknown as `?`, the absent as `-`; each with its guard. */
export function showFacts<T>(facts: Facts<T>, show: (value: T, fact: Fact<T>) => string): readonly string[] {
  return [
    ...facts.known.map((fact) => show(fact.value, fact) + showGuard(fact.guard)),
    ...facts.unknown.map((guard) => `?${showGuard(guard)}`),
    ...facts.absent.map((guard) => `-${showGuard(guard)}`),
  ];
}

/** ` if A, !B`; nothing for the guard that always holds. */
export function showGuard({ outcomes }: Guard): string {
  const parts = [...outcomes].map(([name, outcome]) => (outcome ? name : `!${name}`)).sort();
  return parts.length === 0 ? "" : ` if ${parts.join(", ")}`;
}

/** The entity's logical ID; another resource in parentheses; `<key>` for what lies elsewhere. */
export function showLink(link: Link<Entity>): string {
  switch (link.kind) {
    case "entity":
      return link.entity.id;
    case "other":
      return `(${link.resource.id}${link.attribute === undefined ? "" : `.${link.attribute}`})`;
    case "elsewhere":
      return `<${link.key}>`;
  }
}

export function showCidrs(blocks: readonly Parameters<typeof formatCidr>[0][]): readonly string[] {
  return blocks.map(formatCidr);
}
