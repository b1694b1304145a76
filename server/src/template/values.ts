/** Making and reading values: shared by the evaluator's functions. */
import type { Span } from "../base/span.ts";
import type {
  AbsentValue,
  ChoiceValue,
  Data,
  KnownValue,
  Provenance,
  ReferenceValue,
  UnknownReason,
  UnknownValue,
  Value,
} from "./value.ts";

/** A value with no choice left at its top. */
export type PlainValue = Exclude<Value, ChoiceValue>;

export function known(data: Data, span: Span, from: readonly Provenance[] = []): KnownValue {
  return { kind: "known", data, from, span };
}

export function unknown(reason: UnknownReason, span: Span, candidates?: readonly KnownValue[]): UnknownValue {
  return candidates === undefined || candidates.length === 0
    ? { kind: "unknown", reason, span }
    : { kind: "unknown", reason, candidates, span };
}

export function absent(span: Span): AbsentValue {
  return { kind: "absent", span };
}

export function invalidCall(name: string, span: Span): UnknownValue {
  return unknown({ kind: "invalid-call", function: name }, span);
}

/** A result worked out from parts that are all known; carries what the parts rest on. */
export function computed(name: string, data: Data, span: Span, parts: readonly Value[]): KnownValue {
  return known(data, span, [...provenanceOf(parts), { kind: "computed", function: name }]);
}

/** What values rest on, each origin once. */
export function provenanceOf(values: readonly Value[]): readonly Provenance[] {
  const found = new Map<string, Provenance>();
  for (const value of values) {
    if (value.kind !== "known" && value.kind !== "reference") continue;
    for (const origin of value.from) found.set(JSON.stringify(origin), origin);
    if (value.kind === "known" && Array.isArray(value.data)) {
      for (const origin of provenanceOf(value.data)) found.set(JSON.stringify(origin), origin);
    }
  }
  return [...found.values()];
}

/** The same value as it stands at another place, with the origins added. Items of lists keep their places. */
export function movedTo(value: Value, span: Span, from: readonly Provenance[] = []): Value {
  switch (value.kind) {
    case "known":
    case "reference":
      return { ...value, span, from: from.length === 0 ? value.from : [...value.from, ...from] };
    case "choice":
      // biome-ignore lint/suspicious/noThenProperty: named as in Fn::If; no value is ever awaited
      return { ...value, span, then: movedTo(value.then, span, from), else: movedTo(value.else, span, from) };
    default:
      return { ...value, span };
  }
}

/** The text of a known scalar as CloudFormation puts it into other text; undefined for anything else. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind !== "known" || value.data === null) return undefined;
  return typeof value.data === "object" ? undefined : String(value.data);
}

/** A known whole number, written as a number or as text. */
export function integerOf(value: Value | undefined): number | undefined {
  const text = textOf(value)?.trim();
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The items of a known list. */
export function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  return value?.kind === "known" && isList(value.data) ? value.data : undefined;
}

export function isList(data: Data): data is readonly Value[] {
  return Array.isArray(data);
}

export function isMap(data: Data): data is ReadonlyMap<string, Value> {
  return data instanceof Map;
}

/** Why a text or list cannot be put together from these parts; undefined where all are known. */
export function hindrance(parts: readonly PlainValue[]): UnknownReason | undefined {
  for (const part of parts) {
    if (part.kind === "unknown") return part.reason;
    if (part.kind === "reference") return reasonOf(part);
  }
  return undefined;
}

/** A resource's identity is text only once it is deployed. */
function reasonOf(reference: ReferenceValue): UnknownReason {
  return { kind: "attribute", logicalId: reference.logicalId, attribute: reference.attribute ?? "Ref" };
}

/** Text that CloudFormation, or a templating language around it, fills in at deployment. */
export function isDynamic(text: string): boolean {
  return text.includes("{{");
}
