import { getAtt, type NewValue, type PropertyPath, type TemplateEdit } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";
import { defineRule, type Fix } from "../rule.ts";
import { waysAt } from "../ways-at.ts";
import { aliasTargets } from "./alias-targets.ts";
import { positionsOf } from "./record-names.ts";
import { type DnsRecord, isEditable, nameForPeople, recordsOf, typesOf } from "./records.ts";

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
export const recordCnameAtApex = defineRule({
  id: "record-cname-at-apex",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    apex: {
      en: "{name} is the name of the hosted zone itself, and a CNAME cannot stand there, beside the zone's own NS and SOA records. The stack will fail. Use an alias record of type A or AAAA.",
      ja: "{name} はホストゾーンそのものの名前で、ゾーン自身の NS・SOA レコードがあるため CNAME は置けない。作成は失敗する。A または AAAA のエイリアスレコードにすること。",
    },
  },
  check({ evaluator }, report) {
    for (const record of recordsOf(evaluator)) {
      for (const type of typesOf(evaluator, record).known) {
        if (type.value !== "CNAME") continue;
        for (const { position, zone, because } of positionsOf(evaluator, record)) {
          if (position !== "apex") continue;
          report({
            at: type.span,
            message: "apex",
            data: { name: nameForPeople(evaluator, record) },
            related: zone.name
              ? [{ at: zone.name.span, message: { en: "The name of the zone", ja: "ゾーンの名前" } }]
              : [],
            because: [...because, type],
            fixes: () => asAlias(evaluator, record),
          });
        }
      }
    }
  },
});

/** The alias instead, where the record leads to a resource of the template that AWS knows a zone of. */
function asAlias(evaluator: Evaluator, record: DnsRecord): readonly Fix[] {
  const [target, ...more] = waysAt(evaluator, record.resource, ["ResourceRecords", "*"]);
  if (!target || more.length > 0 || target.value.kind !== "reference" || !isEditable(record)) return [];
  const { attribute, logicalId } = target.value;
  const type = evaluator.template.resources.get(logicalId)?.type ?? "";
  const kind = aliasTargets.find((each) => each.type === type && each.name === attribute);
  if (!kind) return [];
  const { id, path, resource } = record;
  const zone: NewValue = "zone" in kind ? kind.zone : getAtt(logicalId, kind.zoneAttribute);
  const at = (name: string): PropertyPath => [...path, name];
  const remove = (name: string): readonly TemplateEdit[] =>
    propertyOf(resource.properties, name) ? [{ kind: "remove-property", resource: id, path: at(name) }] : [];
  const alias = { object: { DNSName: getAtt(logicalId, kind.name), HostedZoneId: zone } };
  return [
    {
      title: { en: `Make it an alias of ${logicalId}`, ja: `${logicalId} へのエイリアスにする` },
      edits: [
        { kind: "set-property", resource: id, path: at("Type"), value: "A" },
        ...remove("TTL"),
        ...remove("ResourceRecords"),
        { kind: "set-property", resource: id, path: at("AliasTarget"), value: alias },
      ],
      preferred: true,
    },
  ];
}
