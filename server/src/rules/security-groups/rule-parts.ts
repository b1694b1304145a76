/** Parts of security group rules that several checks name: words, places for edits, the readings of a template. */
import { formatCidr } from "../../base/cidr.ts";
import { memoised } from "../../base/memoised.ts";
import type { Network, SecurityGroupRule } from "../../network/model.ts";
import { type PortRange, type RulePeer, type RuleReading, readingsOf } from "../../network/security-rules.ts";
import type { PropertyPath, TemplateEdit } from "../../template/edit.ts";
import { type ObjectExpression, propertyOf } from "../../template/expression.ts";
import { removalOf } from "../removal.ts";
import type { Fix } from "../rule.ts";

/** The group whose list it stands in, or the standalone rule's own name. */
export function ruleId({ resource }: SecurityGroupRule): string {
  return resource.id;
}

/** All rules of the template, each way in which they come out. */
export const allReadings = memoised((network: Network): readonly RuleReading[] =>
  network.securityGroupRules.flatMap((rule) => readingsOf(network.evaluator.conditions, rule)),
);

/** `443`, `80-443`. */
export function portText({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** The CIDR block, the group's or prefix list's name; else the property that holds it. */
export function peerText(peer: RulePeer): string {
  if (peer.kind === "cidr") return peer.cidr.cidr ? formatCidr(peer.cidr.cidr) : peer.cidr.text;
  const link = peer.kind === "group" ? peer.group : peer.list;
  if (link.kind === "entity") return link.entity.id;
  return link.kind === "other" ? link.resource.id : (link.named?.text ?? peer.property);
}

const listProperties = { ingress: "SecurityGroupIngress", egress: "SecurityGroupEgress" } as const;

interface WrittenRule {
  /** Where the rule's properties are, inside Properties; empty for a standalone rule. */
  readonly path: PropertyPath;
  readonly properties: ObjectExpression;
  /** How many items its list has; undefined for a standalone rule. */
  readonly siblings: number | undefined;
}

/** The rule as it is written; undefined for an item that a condition or a function puts into the list. */
export function writtenRule(rule: SecurityGroupRule): WrittenRule | undefined {
  const { properties } = rule.resource;
  if (!rule.inlineIn) return { path: [], properties, siblings: undefined };
  const name = listProperties[rule.direction];
  const list = propertyOf(properties, name)?.value;
  const items = list?.kind === "list" ? list.items : list ? [list] : [];
  const index = items.findIndex(
    ({ kind, span }) => kind === "object" && span.block === rule.span.block && span.start === rule.span.start,
  );
  const item = items[index];
  if (item?.kind !== "object") return undefined;
  const path = list?.kind === "list" ? [name, index] : [name];
  return { path, properties: item, siblings: items.length };
}

/** Sets (or with `undefined` removes) properties of the rule; none where it cannot be edited as written. */
export function ruleEdits(
  rule: SecurityGroupRule,
  changes: Readonly<Record<string, Extract<TemplateEdit, { kind: "set-property" }>["value"] | undefined>>,
): readonly TemplateEdit[] | undefined {
  const written = writtenRule(rule);
  if (!written) return undefined;
  const resource = rule.resource.id;
  return Object.entries(changes).flatMap(([name, value]): readonly TemplateEdit[] => {
    const path = [...written.path, name];
    if (value !== undefined) return [{ kind: "set-property", resource, path, value }];
    return propertyOf(written.properties, name) ? [{ kind: "remove-property", resource, path }] : [];
  });
}

/** The fix that makes these changes; none where the rule cannot be edited as written. */
export function ruleFix(
  rule: SecurityGroupRule,
  changes: Parameters<typeof ruleEdits>[1],
  title: Fix["title"],
  { preferred }: { readonly preferred?: boolean } = {},
): readonly Fix[] {
  const edits = ruleEdits(rule, changes);
  return edits ? [{ title, edits, preferred }] : [];
}

/** Whether a property of the rule has a plain value: no parameter, function or condition that others rely on. */
export function isLiteral(rule: SecurityGroupRule, name: string): boolean {
  const written = writtenRule(rule);
  return written !== undefined && propertyOf(written.properties, name)?.value.kind === "scalar";
}

/** Takes the rule out. Not the last outbound rule of a group, since without one everything is let out. */
export function ruleRemoval(network: Network, rule: SecurityGroupRule, title: Fix["title"]): readonly Fix[] {
  if (!rule.inlineIn) return removalOf(network, rule.resource, { title });
  const written = writtenRule(rule);
  if (!written) return [];
  const isLast = written.siblings === 1;
  if (isLast && rule.direction === "egress") return [];
  const path = isLast ? written.path.slice(0, 1) : written.path;
  return [{ title, edits: [{ kind: "remove-property", resource: rule.resource.id, path }] }];
}
