import { propertyFacts } from "../../network/facts.ts";
import type { Evaluator } from "../../template/value.ts";
import { textOf } from "../../template/values.ts";
import { allGuards, type Basis } from "../basis.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { presence } from "../ways-at.ts";
import { type DnsRecord, isEditable, nameForPeople, recordsOf } from "./records.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
const policies = [
  "Weight",
  "Region",
  "Failover",
  "GeoLocation",
  "GeoProximityLocation",
  "CidrRoutingConfig",
  "MultiValueAnswer",
] as const;

export const recordRoutingWithoutSetId = defineRule({
  id: "record-routing-without-set-id",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    noId: {
      en: "{name} has the routing policy {policy} but no SetIdentifier, which tells it from the other records of its name and type. The stack will fail. Add a SetIdentifier that no other of them has.",
      ja: "{name} にはルーティングポリシーの {policy} があるが、同じ名前とタイプのレコードを区別する SetIdentifier がない。作成は失敗する。他と重ならない SetIdentifier を加えること。",
    },
    noPolicy: {
      en: "{name} has a SetIdentifier but no routing policy, and a simple record takes none. The stack will fail. Add Weight, Region or another policy, or remove SetIdentifier.",
      ja: "{name} に SetIdentifier があるが、ルーティングポリシーがない。シンプルルーティングのレコードには指定できず、作成は失敗する。Weight や Region などを加えるか、SetIdentifier を削除すること。",
    },
  },
  check({ evaluator }, report) {
    for (const record of recordsOf(evaluator)) {
      const { id, path, resource } = record;
      const name = nameForPeople(evaluator, record);
      const identifier = presence(evaluator, resource, "SetIdentifier");
      const given = policies.map((policy) => ({ policy, facts: policyFacts(evaluator, record, policy) }));
      const first = given.flatMap(({ policy, facts }) => facts.known.map((fact) => ({ policy, fact })))[0];
      if (first) {
        for (const guard of identifier.absent) {
          report({
            at: keySpan(resource, first.policy),
            message: "noId",
            data: { name, policy: first.policy },
            because: [record, first.fact, { guard }],
            fixes: () => withIdentifier(record),
          });
        }
      }
      for (const fact of identifier.known) {
        for (const guard of absentTogether(
          evaluator,
          given.map(({ facts }) => facts.absent),
        )) {
          report({
            at: keySpan(resource, "SetIdentifier"),
            message: "noPolicy",
            data: { name },
            because: [record, fact, { guard }],
            fixes: () =>
              isEditable(record)
                ? [
                    {
                      title: { en: "Remove SetIdentifier", ja: "SetIdentifier を削除する" },
                      edits: [{ kind: "remove-property", resource: id, path: [...path, "SetIdentifier"] }],
                    },
                  ]
                : [],
          });
        }
      }
    }
  },
});

/** Whether the policy is there; one that is switched off (`MultiValueAnswer: false`) is as if not written. */
function policyFacts(evaluator: Evaluator, record: DnsRecord, policy: (typeof policies)[number]) {
  if (policy !== "MultiValueAnswer") return presence(evaluator, record.resource, policy);
  const facts = propertyFacts(evaluator, record, policy, (value) => {
    const text = textOf(value)?.toLowerCase();
    return text === "true" || text === "false" ? text : undefined;
  });
  const off = facts.known.filter(({ value }) => value === "false").map(({ guard }) => guard);
  return { ...facts, known: facts.known.filter(({ value }) => value === "true"), absent: [...facts.absent, ...off] };
}

/** The cases in which each list of guards has one that holds. */
function absentTogether(evaluator: Evaluator, lists: readonly (readonly NonNullable<Basis["guard"]>[])[]) {
  return lists.reduce<readonly NonNullable<Basis["guard"]>[]>(
    (cases, guards, index) =>
      index === 0
        ? guards
        : cases.flatMap((before) => guards.flatMap((guard) => allGuards(evaluator.conditions, [before, guard]) ?? [])),
    [],
  );
}

function withIdentifier(record: DnsRecord): readonly Fix[] {
  if (!isEditable(record) || record.resource.properties.properties.some(({ key }) => key === "SetIdentifier"))
    return [];
  const index = record.path[1];
  const value = typeof index === "number" ? `${record.id}-${index + 1}` : record.id;
  return [
    {
      title: { en: `Add SetIdentifier: ${value}`, ja: `SetIdentifier: ${value} を加える` },
      edits: [{ kind: "set-property", resource: record.id, path: [...record.path, "SetIdentifier"], value }],
      preferred: true,
    },
  ];
}
