/**
 * Rules in a security group's own list, and as resources of their own.
 *
 * Outbound rules only go into a list that is there: a group without one is made with a rule that lets everything out,
 * and AWS's documentation does not say what becomes of that rule when others stand beside the group.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
import type { SecurityGroup, SecurityGroupRule } from "../../network/model.ts";
import { isRemovable } from "../../rules/removal.ts";
import { getAtt, type NewValue, type TemplateEdit } from "../../template/edit.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { toNewValue } from "../completion/computed-addresses.ts";
import type { Refactoring, Selection } from "./refactoring.ts";

const listOf = { ingress: "SecurityGroupIngress", egress: "SecurityGroupEgress" } as const;
const words = {
  ingress: { en: "inbound", ja: "インバウンド" },
  egress: { en: "outbound", ja: "アウトバウンド" },
} as const;

export function securityGroupRules(selection: Selection): readonly Refactoring[] {
  const { resource, snapshot } = selection;
  const group = resource && snapshot.network.securityGroups.find((each) => each.resource === resource);
  if (group) return [...movedOut(selection, group), ...movedIn(selection, group, group.rules)];
  const rule = snapshot.network.securityGroupRules.find((each) => !each.inlineIn && each.resource === resource);
  const [fact, ...more] = rule?.group.known ?? [];
  if (!rule || more.length > 0 || rule.group.unknown.length > 0 || fact?.value.kind !== "entity") return [];
  return movedIn(selection, fact.value.entity, [rule]);
}

function movedOut({ snapshot, steps }: Selection, group: SecurityGroup): readonly Refactoring[] {
  // On another property nobody thinks of the rules.
  const property = steps.at(-1)?.path[1];
  if (property !== undefined && property !== listOf.ingress) return [];
  const list = propertyOf(group.resource.properties, listOf.ingress)?.value;
  if (list?.kind !== "list" || list.items.length === 0 || hasComment(list)) return [];
  const rules = list.items.flatMap((item) => {
    const value = item.kind === "object" ? toNewValue(item) : undefined;
    return isObject(value) ? [value.object] : [];
  });
  if (rules.length !== list.items.length) return [];
  const taken = new Set([...snapshot.template.resources.keys(), ...snapshot.template.parameters.keys()]);
  const [n, s] = [rules.length, rules.length === 1 ? "" : "s"];
  return [
    {
      id: "rules-standalone",
      kind: "refactor.rewrite",
      title: {
        en: `Move ${n} inbound rule${s} of ${group.id} into ${n === 1 ? "a resource of its own" : "resources of their own"}`,
        ja: `${group.id} のインバウンドルール ${n} 件を独立したリソースにする`,
      },
      edits: () => [
        ...rules.map((rule): TemplateEdit => {
          const id = nextId(taken, `${group.id}Ingress`);
          return {
            kind: "add-resource",
            id,
            type: "AWS::EC2::SecurityGroupIngress",
            properties: { GroupId: getAtt(group.id, "GroupId"), ...rule },
            condition: group.resource.condition?.name,
            after: group.id,
          };
        }),
        { kind: "remove-property", resource: group.id, path: [listOf.ingress] },
      ],
    },
  ];
}

function nextId(taken: Set<string>, stem: string): string {
  let number = 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  taken.add(`${stem}${number}`);
  return `${stem}${number}`;
}

function movedIn(
  selection: Selection,
  group: SecurityGroup,
  rules: readonly SecurityGroupRule[],
): readonly Refactoring[] {
  return (["ingress", "egress"] as const).flatMap((direction): readonly Refactoring[] => {
    const list = propertyOf(group.resource.properties, listOf[direction])?.value;
    if (list ? list.kind !== "list" : direction === "egress") return [];
    const movable = rules.flatMap((rule) => {
      const object = rule.direction === direction ? inlineForm(selection, group, rule) : undefined;
      return object ? [{ rule, object }] : [];
    });
    const [first] = movable;
    if (!first) return [];
    const n = movable.length;
    const start = list?.kind === "list" ? list.items.length : 0;
    const word = words[direction];
    return [
      {
        id: `rules-inline-${direction}`,
        kind: "refactor.rewrite",
        title:
          n === 1
            ? {
                en: `Move ${first.rule.resource.id} into ${group.id}`,
                ja: `${first.rule.resource.id} を ${group.id} の中に移す`,
              }
            : {
                en: `Move ${n} ${word.en} rules into ${group.id}`,
                ja: `${word.ja}ルール ${n} 件を ${group.id} の中に移す`,
              },
        edits: () => [
          ...movable.map(
            ({ object }, index): TemplateEdit => ({
              kind: "set-property",
              resource: group.id,
              path: [listOf[direction], start + index],
              value: { object },
            }),
          ),
          ...movable.map(({ rule }): TemplateEdit => ({ kind: "remove-resource", resource: rule.resource.id })),
        ],
      },
    ];
  });
}

/** The rule as an item of the group's list; undefined where it would lose something there, or make a circle. */
function inlineForm(
  { snapshot }: Selection,
  group: SecurityGroup,
  { resource, inlineIn, group: own }: SecurityGroupRule,
): Readonly<Record<string, NewValue>> | undefined {
  const { network } = snapshot;
  const [fact, ...more] = own.known;
  if (inlineIn || more.length > 0 || own.unknown.length > 0 || fact?.value.kind !== "entity") return undefined;
  if (fact.value.entity !== group || !isRemovable(network, resource) || resource.dependsOn.length > 0) return undefined;
  if (resource.condition?.name !== group.resource.condition?.name || hasComment(resource.body)) return undefined;
  const hasMore = resource.body.kind === "object" && resource.body.properties.some(({ key }) => !isRuleKey(key));
  if (hasMore || !isDeclared(resource)) return undefined;
  const object: Record<string, NewValue> = {};
  for (const { key, value } of resource.properties.properties) {
    if (key === "GroupId" || key === "GroupName") continue;
    const made = toNewValue(value);
    if (made === undefined || dependsOn(value, network.dependencies, snapshot.template.resources, group.id)) {
      return undefined;
    }
    object[key] = made;
  }
  return object;
}

function isRuleKey(key: string): boolean {
  return key === "Type" || key === "Properties" || key === "Condition";
}

/** Not made by a loop. */
function isDeclared({ id, idSpan: { block, start, end } }: Resource): boolean {
  return block.text.slice(start, end).includes(id);
}

/** Whether what the value names is the group, or waits for it. */
function dependsOn(
  value: Expression,
  dependencies: (resource: Resource) => ReadonlySet<string>,
  resources: ReadonlyMap<string, Resource>,
  id: string,
): boolean {
  const { block, start, end } = value.span;
  const names: readonly string[] = block.text.slice(start, end).match(/\w+/g) ?? [];
  return names.some((name) => {
    const resource = resources.get(name);
    return name === id || (resource !== undefined && dependencies(resource).has(id));
  });
}

/** Comments have no place in the new text. */
function hasComment({ span: { block, start, end } }: Expression): boolean {
  return /(?:^|\s)#/.test(block.text.slice(start, end));
}

function isObject(value: NewValue | undefined): value is Extract<NewValue, { readonly object: unknown }> {
  return typeof value === "object" && value !== null && "object" in value;
}
