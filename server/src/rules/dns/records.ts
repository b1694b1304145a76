/** DNS records of a template: those of `RecordSet`, and those in the lists of `RecordSetGroup`. */
import { memoised } from "../../base/memoised.ts";
import type { Span } from "../../base/span.ts";
import { propertyFacts, type Read, readText } from "../../network/facts.ts";
import type { Facts } from "../../network/model.ts";
import type { PropertyPath } from "../../template/edit.ts";
import { type Expression, type ObjectExpression, propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator, Guard } from "../../template/value.ts";
import { existence } from "../basis.ts";

export interface DnsRecord {
  /** The resource that the record is in. */
  readonly id: string;
  /** The record as a resource of its own: what reads properties of resources reads those of the record. */
  readonly resource: Resource;
  /** The `RecordSetGroup` around it, whose zone is the record's. */
  readonly group: Resource | undefined;
  /** From the resource's properties to those of the record. */
  readonly path: PropertyPath;
  readonly guard: Guard;
  /** The record's type, or its first property: where a missing property is shown. */
  readonly span: Span;
}

/** All records that can exist, in the order written. */
export const recordsOf = memoised((evaluator: Evaluator): readonly DnsRecord[] =>
  [...evaluator.template.resources.values()].flatMap((resource): readonly DnsRecord[] => {
    const guard = existence(evaluator.conditions, resource);
    if (resource.type === "AWS::Route53::RecordSet") {
      return [{ id: resource.id, resource, group: undefined, path: [], guard, span: resource.idSpan }];
    }
    if (resource.type !== "AWS::Route53::RecordSetGroup") return [];
    const list = propertyOf(resource.properties, "RecordSets")?.value;
    if (list?.kind !== "list") return [];
    return list.items.flatMap((item, index) =>
      objectsIn(evaluator, item, guard).map(({ object, guard: under }) => ({
        id: resource.id,
        resource: { ...resource, properties: object },
        group: resource,
        path: ["RecordSets", index],
        guard: under,
        span: (propertyOf(object, "Type") ?? object.properties[0])?.value.span ?? object.span,
      })),
    );
  }),
);

/** The objects that an item of a list may come to. */
function objectsIn(
  evaluator: Evaluator,
  item: Expression,
  under: Guard,
): readonly { readonly object: ObjectExpression; readonly guard: Guard }[] {
  if (item.kind === "object") return [{ object: item, guard: under }];
  if (item.kind !== "call" || item.name !== "If" || item.argument.kind !== "list") return [];
  const [condition, yes, no] = item.argument.items;
  if (condition?.kind !== "scalar" || !yes || !no) return [];
  return [true, false].flatMap((outcome) => {
    const when = evaluator.conditions.when(condition.text, outcome);
    const guard = when && evaluator.conditions.both(under, when);
    return guard ? objectsIn(evaluator, outcome ? yes : no, guard) : [];
  });
}

/** Whether an edit of the record reaches it: one in a branch of `Fn::If` stands at no path. */
export function isEditable({ group, path, resource }: DnsRecord): boolean {
  if (!group) return true;
  const list = propertyOf(group.properties, "RecordSets")?.value;
  const index = path[1];
  return list?.kind === "list" && typeof index === "number" && list.items[index] === resource.properties;
}

/** A property of the record. */
export function recordFacts<T>(evaluator: Evaluator, record: DnsRecord, name: string, read: Read<T>): Facts<T> {
  return propertyFacts(evaluator, record, name, read);
}

/** The type in capitals, as far as it is known. */
export function typesOf(evaluator: Evaluator, record: DnsRecord): Facts<string> {
  return recordFacts(evaluator, record, "Type", (value) => readText(value)?.trim().toUpperCase());
}

/** For people: the name as written out, else the resource. */
export function nameForPeople(evaluator: Evaluator, record: DnsRecord): string {
  const [only, ...more] = recordFacts(evaluator, record, "Name", readText).known;
  return only && more.length === 0 && only.from.length === 0 ? only.value : record.id;
}
