/** Reads the parts of the built knowledge data; each reader says where the data is not of the expected shape. */
import type { Localized } from "../base/localized.ts";
import { factKinds } from "./fact-kinds.ts";

/** A value with the path that leads to it, for messages. */
export interface Node {
  readonly value: unknown;
  readonly path: string;
}

/** Stops reading: the data were not made by this project's build, or the build has a bug. */
function fail(node: Node, expected: string): never {
  throw new Error(`Knowledge data: ${node.path} is not ${expected}.`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The field `name` of an object; its value is undefined where the field is missing. Throws where there is no object. */
export function field(node: Node, name: string): Node {
  if (!isRecord(node.value)) return fail(node, "an object");
  return { value: node.value[name], path: `${node.path}.${name}` };
}

/** Reads every item of a list. Throws where there is no list. */
export function list<T>(node: Node, read: (item: Node) => T): readonly T[] {
  if (!Array.isArray(node.value)) return fail(node, "a list");
  return node.value.map((value: unknown, index) => read({ value, path: `${node.path}[${index}]` }));
}

/** A text that is not empty. */
export function text(node: Node): string {
  if (typeof node.value !== "string" || node.value.trim() === "") return fail(node, "a text");
  return node.value;
}

/** A list of texts. Throws otherwise. */
export function textsOf(node: Node): readonly string[] {
  return list(node, text);
}

/** Reads what may be left out. */
export function optional<T>(node: Node, read: (node: Node) => T): T | undefined {
  return node.value === undefined ? undefined : read(node);
}

/** One of some texts. */
export function oneOf<T extends string>(node: Node, values: readonly T[]): T {
  return values.find((value) => value === node.value) ?? fail(node, `one of ${values.join(", ")}`);
}

/** A text in all languages. */
export function localized(node: Node): Localized {
  return { en: text(field(node, "en")), ja: text(field(node, "ja")) };
}

/** A page that was read. */
export function source(node: Node) {
  const checked = text(field(node, "checked"));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(checked)) return fail(field(node, "checked"), "a date (YYYY-MM-DD)");
  return { title: text(field(node, "title")), url: text(field(node, "url")), checked };
}

/** A year or a year and month. */
function since(node: Node): string {
  const value = text(node);
  return /^\d{4}(-\d{2})?$/.test(value) ? value : fail(node, "a year or year-month");
}

function correction(node: Node) {
  return {
    kind: oneOf(field(node, "kind"), ["wrong", "outdated", "imprecise"]),
    noted: localized(field(node, "noted")),
    since: optional(field(node, "since"), since),
  };
}

/** A number. */
export function number(node: Node): number {
  return typeof node.value === "number" ? node.value : fail(node, "a number");
}

/** Reads one fact. Throws where the data is not of a fact's shape. */
export function fact(node: Node) {
  return {
    id: text(field(node, "id")),
    topic: text(field(node, "topic")),
    kind: oneOf(field(node, "kind"), factKinds),
    text: localized(field(node, "text")),
    sources: list(field(node, "sources"), source),
    since: optional(field(node, "since"), since),
    appliesTo: textsOf(field(node, "appliesTo")),
    priority: number(field(node, "priority")),
    correction: optional(field(node, "correction"), correction),
  };
}

/** Reads one topic without its facts. Throws where the data is not of a topic's shape. */
export function topic(node: Node) {
  const keywords = field(node, "keywords");
  return {
    id: text(field(node, "id")),
    title: localized(field(node, "title")),
    tagline: localized(field(node, "tagline")),
    section: localized(field(node, "section")),
    cfnTypes: textsOf(field(node, "cfnTypes")),
    cdkSymbols: textsOf(field(node, "cdkSymbols")),
    alsoOn: textsOf(field(node, "alsoOn")),
    keywords: { en: textsOf(field(keywords, "en")), ja: textsOf(field(keywords, "ja")) },
    related: textsOf(field(node, "related")),
    compare: textsOf(field(node, "compare")),
    rules: textsOf(field(node, "rules")),
    snippet: optional(field(node, "snippet"), text),
    hover: textsOf(field(node, "hover")),
    body: localized(field(node, "body")),
  };
}

/** Reads one rule page. Throws where the data is not of a rule page's shape. */
export function rulePage(node: Node) {
  return {
    id: text(field(node, "id")),
    title: localized(field(node, "title")),
    body: localized(field(node, "body")),
  };
}
