import type { Network, SecurityGroup, SecurityGroupRule } from "../../network/model.ts";
import { getAtt, type NewValue } from "../../template/edit.ts";
import type { Conditions, Guard, Provenance } from "../../template/value.ts";
import { freshId } from "../fresh-id.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { defineRule, type Fix } from "../rule.ts";
import { allReadings, ruleRemoval, writtenRule } from "./rule-parts.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
export const sgSelfReferenceCycle = defineRule({
  id: "sg-self-reference-cycle",
  group: "security-groups",
  severity: "error",
  topic: "elastic-network-interface",
  messages: {
    itself: {
      en: "{id} names itself in a rule of its own, so it would have to exist before it is made: CloudFormation stops with a circular dependency. Move the rule to a resource of its own ({type}).",
      ja: "{id} は自分のルールの中で自分自身を参照している。作られる前に存在しなければならず、CloudFormation は循環依存で失敗する。ルールを独立したリソース ({type}) に移すこと。",
    },
    cycle: {
      en: "{id} names {other} in a rule, and {other} leads back to {id}. Neither can be made first: CloudFormation stops with a circular dependency. Move this rule to a resource of its own ({type}).",
      ja: "{id} のルールが {other} を参照し、{other} からも {id} に戻る。どちらも先に作れず、CloudFormation は循環依存で失敗する。このルールを独立したリソース ({type}) に移すこと。",
    },
  },
  check({ network, evaluator }, report) {
    const kept = new Map<SecurityGroup, Edge[]>();
    for (const edge of edgesOf(network)) {
      const back = edge.from === edge.to ? { path: [], guard: edge.guard } : pathTo(evaluator.conditions, kept, edge);
      if (!back) {
        kept.set(edge.from, [...(kept.get(edge.from) ?? []), edge]);
        continue;
      }
      report({
        at: edge.span,
        message: edge.from === edge.to ? "itself" : "cycle",
        data: { id: edge.from.id, other: edge.to.id, type: standaloneTypes[edge.rule.direction] },
        related: back.path.map(({ from, to, span }) => ({
          at: span,
          message: { en: `${from.id} names ${to.id}`, ja: `${from.id} が ${to.id} を参照` },
        })),
        because: [{ guard: edge.guard, from: edge.origins }, { guard: back.guard }],
        fixes: () => moveOut(network, edge),
      });
    }
  },
});

const standaloneTypes = {
  ingress: "AWS::EC2::SecurityGroupIngress",
  egress: "AWS::EC2::SecurityGroupEgress",
} as const;

/** A rule in a group's own list that refers to a group. */
interface Edge {
  readonly rule: SecurityGroupRule;
  readonly from: SecurityGroup;
  readonly to: SecurityGroup;
  readonly span: SecurityGroupRule["span"];
  readonly guard: Guard;
  readonly origins: readonly Provenance[];
}

function edgesOf(network: Network): readonly Edge[] {
  return allReadings(network).flatMap(({ rule, peer, guard, from: origins }) =>
    rule.inlineIn && peer?.kind === "group" && peer.group.kind === "entity"
      ? [{ rule, from: rule.inlineIn, to: peer.group.entity, span: peer.span, guard, origins }]
      : [],
  );
}

/** The rules that lead from the end of an edge back to its start, in a case in which all of them are there. */
function pathTo(
  conditions: Conditions,
  edges: ReadonlyMap<SecurityGroup, readonly Edge[]>,
  closing: Edge,
): { readonly path: readonly Edge[]; readonly guard: Guard } | undefined {
  const seen = new Set<SecurityGroup>();
  function search(at: SecurityGroup, guard: Guard, path: readonly Edge[]): ReturnType<typeof pathTo> {
    if (at === closing.from) return { path, guard };
    if (seen.has(at)) return undefined;
    seen.add(at);
    for (const edge of edges.get(at) ?? []) {
      const both = conditions.both(guard, edge.guard);
      const found = both && search(edge.to, both, [...path, edge]);
      if (found) return found;
    }
    return undefined;
  }
  return search(closing.to, closing.guard, []);
}

function moveOut(network: Network, { rule, from, to }: Edge): readonly Fix[] {
  const written = writtenRule(rule);
  const [removal] = ruleRemoval(network, rule, { en: "", ja: "" });
  if (!written || !removal) return [];
  const properties: Record<string, NewValue> = { GroupId: getAtt(from.id, "GroupId") };
  for (const { key } of written.properties.properties) {
    const value = propertyAsNewValue({ properties: written.properties }, key);
    if (value === undefined) return [];
    properties[key] = value;
  }
  const type = standaloneTypes[rule.direction];
  const way = rule.direction === "ingress" ? "From" : "To";
  const id = freshId(network.evaluator.template, `${from.id}${way}${from === to ? "Itself" : to.id}`);
  const condition = from.resource.condition?.name;
  return [
    {
      title: { en: `Move this rule to ${id} (${type})`, ja: `このルールを ${id} (${type}) に移す` },
      edits: [...removal.edits, { kind: "add-resource", id, type, properties, condition, after: from.id }],
      preferred: true,
    },
  ];
}
