/**
 * The settings of APIs stand in objects inside properties and in lists of such objects. A part is a resource's properties,
 * or one of the objects in them, in one of the ways it can come out.
 */
import { memoised } from "../../base/memoised.ts";
import { guardOf } from "../../network/build-context.ts";
import { itemFacts, propertyFacts, type Read, valueFacts, valueItemFacts } from "../../network/facts.ts";
import type { Entity, Fact, Facts } from "../../network/model.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Evaluator, Value } from "../../template/value.ts";
import { isMap } from "../../template/values.ts";
import { type Basis, isEmpty } from "../basis.ts";

export type Settings = ReadonlyMap<string, Value>;

export interface Part {
  readonly owner: Entity;
  /** The object; undefined for the resource's properties themselves. */
  readonly inside?: Fact<Settings> | undefined;
}

/** The resources of the types, as parts; those whose condition can never be true are left out. */
export function resourcesOf(evaluator: Evaluator, ...types: readonly string[]): readonly Part[] {
  return types.flatMap((type) => partsByType(evaluator)(type));
}

const partsByType = memoised((evaluator: Evaluator) => {
  const made = new Map<string, readonly Part[]>();
  return (type: string): readonly Part[] => {
    const before = made.get(type);
    if (before) return before;
    const parts = resourcesOfType(evaluator.template, type).flatMap((resource): readonly Part[] => {
      const guard = guardOf(evaluator, resource);
      return guard === undefined ? [] : [{ owner: { id: resource.id, resource, guard } }];
    });
    made.set(type, parts);
    return parts;
  };
});

/** A setting by its name. What is not written is unknown where the resource may hold more than can be read. */
export function settingOf<T>(evaluator: Evaluator, { owner, inside }: Part, name: string, read: Read<T>): Facts<T> {
  if (!inside) return propertyFacts(evaluator, owner, name, read);
  return closed(owner, valueFacts(evaluator, inside.value.get(name), inside.guard, read));
}

/** Each item of a setting that is a list. */
export function itemsOfSetting<T>(evaluator: Evaluator, part: Part, name: string, read: Read<T>): Facts<T> {
  const { owner, inside } = part;
  if (!inside) return itemFacts(evaluator, owner, name, read);
  return closed(owner, valueItemFacts(evaluator, inside.value.get(name), inside.guard, read));
}

/** The object in a setting, or each object of its list. */
export function partsIn(evaluator: Evaluator, part: Part, name: string): readonly Part[] {
  return itemsOfSetting(evaluator, part, name, readSettings).known.map((inside) => ({ owner: part.owner, inside }));
}

/** What the part being there rests on. */
export function basisOf({ owner, inside }: Part): readonly Basis[] {
  return inside ? [owner, inside] : [owner];
}

export const readSettings: Read<Settings> = (value) =>
  value.kind === "known" && isMap(value.data) && !value.data.has("Fn::Transform") ? value.data : undefined;

/** Anything that is there, whether its value is known or not. An empty text is a common placeholder for nothing. */
export function readAnything(evaluator: Evaluator): Read<true> {
  return (value) => (isEmpty(evaluator, value) ? undefined : true);
}

/** The logical ID that a value refers to, by `Ref` or one of the attributes that stand for the resource. */
export function readReference(...attributes: readonly string[]): Read<string> {
  return (value) =>
    value.kind === "reference" && (value.attribute === undefined || attributes.includes(value.attribute))
      ? value.logicalId
      : undefined;
}

function closed<T>({ resource }: Entity, facts: Facts<T>): Facts<T> {
  return resource.open ? { known: facts.known, unknown: [...facts.unknown, ...facts.absent], absent: [] } : facts;
}
