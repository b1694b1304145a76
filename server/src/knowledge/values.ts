/**
 * What single values mean: ports, protocol numbers, words of enumerations, ranges of numbers. Data of
 * `knowledge/values`; every look-up is one of a map.
 */
import type { Localized } from "../base/localized.ts";
import type { Source } from "./knowledge.ts";
import * as read from "./read-data.ts";

export const units = ["s", "ms", "min", "h", "days", "bytes", "percent", "requests", "requests/s", "none"] as const;
export type Unit = (typeof units)[number];

/** The numbers that a property takes. */
export interface NumberRange {
  readonly from: number;
  /** Undefined where there is no upper bound. */
  readonly to?: number | undefined;
  readonly unit: Unit;
  /** What applies where the property is left out. */
  readonly default?: number | undefined;
}

/** Values that belong together: those of some properties, or of one kind wherever it is written. */
export interface ValueGroup {
  /** Name of the file: `ports`, `words`. */
  readonly kind: string;
  /**
   * Property paths (`AWS::EC2::NatGateway.ConnectivityType`) and CDK symbols (`ec2.SubnetType`) where the values
   * stand; empty for a kind whose places are told by code (`places.ts` of the hover).
   */
  readonly at: readonly string[];
  readonly range?: NumberRange | undefined;
  /** What any value here is for. */
  readonly text?: Localized | undefined;
  readonly sources: readonly Source[];
  /** May be one that is not written yet. */
  readonly topic?: string | undefined;
  readonly facts: readonly string[];
  readonly values: readonly ValueText[];
}

export interface ValueText {
  /** Spellings of the value, in small letters. */
  readonly match: readonly string[];
  /** What it is called: `HTTPS`. */
  readonly name?: Localized | undefined;
  readonly text: Localized;
  readonly sources: readonly Source[];
  readonly topic?: string | undefined;
  /** Facts that concern this value, not just its property. */
  readonly facts: readonly string[];
}

export interface Values {
  readonly groups: readonly ValueGroup[];
  /** Everything that is told of a kind (`ports`). */
  ofKind(kind: string): readonly ValueText[];
  /** The meaning of a value of a kind (`ports`, `443`). */
  find(kind: string, value: string): ValueText | undefined;
  /** The meaning of a value at a property path or CDK symbol. */
  findAt(place: string, value: string): ValueText | undefined;
  /** What is known of all values at a property path or CDK symbol. */
  groupAt(place: string): ValueGroup | undefined;
}

/** The look-ups over the `values` of `knowledge.json`; without them nothing is found. Throws where the data is broken. */
export function createValues(node: read.Node): Values {
  const groups: readonly ValueGroup[] = node.value === undefined ? [] : read.list(node, group);
  const byKind = new Map<string, ValueText>();
  const byPlace = new Map<string, ValueText>();
  const groupByPlace = new Map<string, ValueGroup>();
  for (const each of groups) {
    for (const place of each.at) groupByPlace.set(place, each);
    for (const value of each.values) {
      for (const match of value.match) {
        if (each.at.length === 0) byKind.set(`${each.kind} ${match}`, value);
        for (const place of each.at) byPlace.set(`${place} ${match}`, value);
      }
    }
  }
  return {
    groups,
    ofKind: (kind) => groups.flatMap((each) => (each.kind === kind ? each.values : [])),
    find: (kind, value) => byKind.get(`${kind} ${value.toLowerCase()}`),
    findAt: (place, value) => byPlace.get(`${place} ${value.toLowerCase()}`),
    groupAt: (place) => groupByPlace.get(place),
  };
}

function group(node: read.Node): ValueGroup {
  return {
    kind: read.text(read.field(node, "kind")),
    at: read.list(read.field(node, "at"), read.text),
    range: read.optional(read.field(node, "range"), range),
    text: read.optional(read.field(node, "text"), read.localized),
    ...common(node),
    values: read.list(read.field(node, "values"), value),
  };
}

function value(node: read.Node): ValueText {
  return {
    match: read.list(read.field(node, "match"), read.text),
    name: read.optional(read.field(node, "name"), read.localized),
    text: read.localized(read.field(node, "text")),
    ...common(node),
  };
}

function common(node: read.Node) {
  return {
    sources: read.list(read.field(node, "sources"), read.source),
    topic: read.optional(read.field(node, "topic"), read.text),
    facts: read.list(read.field(node, "facts"), read.text),
  };
}

function range(node: read.Node): NumberRange {
  return {
    from: read.number(read.field(node, "from")),
    to: read.optional(read.field(node, "to"), read.number),
    unit: read.oneOf(read.field(node, "unit"), units),
    default: read.optional(read.field(node, "default"), read.number),
  };
}
