/** Security groups that keep out what a resource is there for, and the rule that would let it in. */
import { type Admission, admits, type Traffic } from "../network/admission.ts";
import { itemFacts, type Owner } from "../network/facts.ts";
import { readLink } from "../network/links.ts";
import type { Facts, Link, Network, SecurityGroup } from "../network/model.ts";
import type { NewValue, TemplateEdit } from "../template/edit.ts";
import { propertyOf } from "../template/expression.ts";
import type { Guard } from "../template/value.ts";
import { type Basis, linkedEntities } from "./basis.ts";

/** The security groups that a property of a resource lists. */
export function groupsIn({ evaluator, securityGroups }: Network, owner: Owner, property: string) {
  const byId = new Map(securityGroups.map((group) => [group.id, group]));
  return itemFacts(evaluator, owner, property, readLink(evaluator.template, byId));
}

export interface Refusal {
  readonly groups: readonly SecurityGroup[];
  readonly because: readonly Basis[];
}

/**
 * Set where groups are given, all of them in the template and completely known, and none lets the traffic in in any case.
 */
export function refusalOf(
  network: Network,
  facts: Facts<Link<SecurityGroup>>,
  traffic: Traffic,
  under: Guard,
): Refusal | undefined {
  const linked = linkedEntities(facts);
  const isOpen = facts.unknown.length > 0 || facts.absent.length > 0 || linked.length < facts.known.length;
  if (isOpen || linked.length === 0) return undefined;
  const { conditions } = network.evaluator;
  const admissions: Admission[] = [];
  for (const { entity, fact } of linked) {
    const guard = conditions.both(under, fact.guard);
    if (!guard) continue;
    const admission = admits(network, entity, traffic, guard);
    if (admission.answer !== "no") return undefined;
    admissions.push(admission);
  }
  if (admissions.length === 0) return undefined;
  const groups = [...new Set(linked.map(({ entity }) => entity))];
  return { groups, because: [{ guard: under }, ...admissions.map(({ from }) => ({ from }))] };
}

/** Puts a rule behind the inbound rules of a group; undefined where they are not a list that is written out. */
export function inboundRuleAdded(
  { id, resource }: SecurityGroup,
  rule: Readonly<Record<string, NewValue>>,
): TemplateEdit | undefined {
  const list = propertyOf(resource.properties, "SecurityGroupIngress")?.value;
  const path = ["SecurityGroupIngress"];
  if (!list) return { kind: "set-property", resource: id, path, value: [{ object: rule }] };
  if (list.kind !== "list") return undefined;
  return { kind: "set-property", resource: id, path: [...path, list.items.length], value: { object: rule } };
}
