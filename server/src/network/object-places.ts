/** Objects inside of properties, at paths: what stands in them, in each way in which they come out. */
import { propertyOf } from "../template/expression.ts";
import type { Alternative, Evaluator, Guard } from "../template/value.ts";
import { isList, isMap } from "../template/values.ts";
import { alternativeItemFacts, joined, noFacts, type Owner, type Read } from "./facts.ts";
import { readLink } from "./links.ts";
import type { Entity, Facts, Link } from "./model.ts";

export interface ObjectPlace {
  readonly kind: "object";
  readonly guard: Guard;
  /** The ways in which a property comes out; undefined where it is not written. */
  get(name: string): readonly Alternative[] | undefined;
}

/** Something that is not there, or of which nobody knows what it is. */
interface OtherPlace {
  readonly kind: "absent" | "unknown";
  readonly guard: Guard;
}

export function ownObject({ alternatives }: Evaluator, { resource, guard }: Owner): ObjectPlace {
  return {
    kind: "object",
    guard,
    get: (name) => {
      const property = propertyOf(resource.properties, name);
      return property && alternatives(property.value, guard);
    },
  };
}

/** The objects at a path, in each case; `*` stands for each item of a list, an empty path for the object itself. */
export function objectsAt(evaluator: Evaluator, from: ObjectPlace, path = ""): readonly (ObjectPlace | OtherPlace)[] {
  const [name, ...rest] = path.split(".");
  if (!name) return [from];
  const ways = from.get(name);
  if (!ways) return [{ kind: "absent", guard: from.guard }];
  const eachItem = rest[0] === "*";
  return ways
    .flatMap(({ value, guard }) => {
      const items = eachItem && value.kind === "known" && isList(value.data) ? value.data : [value];
      return items.flatMap((item) => evaluator.alternativesOf(item, guard));
    })
    .flatMap((way) => {
      const { value, guard } = way;
      if (value.kind === "absent") return [{ kind: "absent" as const, guard }];
      const inner = objectAt(evaluator, way);
      if (!inner) return [{ kind: "unknown" as const, guard }];
      return objectsAt(evaluator, inner, rest.slice(eachItem ? 1 : 0).join("."));
    });
}

/** One way in which a value comes out, as an object; undefined where it is none. */
export function objectAt(evaluator: Evaluator, { value, guard }: Alternative): ObjectPlace | undefined {
  if (value.kind !== "known" || !isMap(value.data)) return undefined;
  const { data } = value;
  return {
    kind: "object",
    guard,
    get: (key) => {
      const found = data.get(key);
      return found && evaluator.alternativesOf(found, guard);
    },
  };
}

/** The links in a property at a path: one, or a list of them. */
export function linksAt<T extends Entity>(
  evaluator: Evaluator,
  from: ObjectPlace,
  path: string,
  targets: ReadonlyMap<string, T>,
): Facts<Link<T>> {
  const end = path.lastIndexOf(".");
  const read = readLink(evaluator.template, targets);
  return joined(
    objectsAt(evaluator, from, path.slice(0, Math.max(end, 0))).map((place): Facts<Link<T>> => {
      if (place.kind !== "object") return { ...noFacts, [place.kind]: [place.guard] };
      const ways = place.get(path.slice(end + 1));
      return ways ? alternativeItemFacts(evaluator, ways, read) : { ...noFacts, absent: [place.guard] };
    }),
  );
}

/** A property of an object, in each case. */
export function factsIn<T>(place: ObjectPlace, name: string, read: Read<T>): Facts<T> {
  const ways = place.get(name);
  if (!ways) return { ...noFacts, absent: [place.guard] };
  return joined(
    ways.map(({ value, guard }): Facts<T> => {
      if (value.kind === "absent") return { ...noFacts, absent: [guard] };
      const result = read(value);
      if (result === undefined) return { ...noFacts, unknown: [guard] };
      return {
        ...noFacts,
        known: [{ value: result, guard, span: value.span, from: value.kind === "unknown" ? [] : value.from }],
      };
    }),
  );
}
