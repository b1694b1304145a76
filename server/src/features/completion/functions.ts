/** Intrinsic functions to begin a value with, in the form that the document uses. */
import { CompletionItemKind } from "vscode-languageserver-types";
import { refTo } from "../../template/edit.ts";
import { intrinsicNames } from "../../template/expression.ts";
import { intrinsicTexts } from "../hover/intrinsic-texts.ts";
import { cidrFamilyOf, itemType, type Want } from "./fitting.ts";
import { isJson, type Offer, type Spot } from "./item.ts";
import { hasValueBehind } from "./layout-text.ts";

interface FunctionForm {
  readonly name: string;
  /** Arguments in snippet syntax. */
  readonly short: string;
  readonly long: string;
  /** What it gives. */
  readonly gives: "text" | "list" | "any";
  /** Only with the transform AWS::LanguageExtensions, and in the long form alone. */
  readonly extension?: true;
}

const forms: readonly FunctionForm[] = [
  { name: "Ref", short: "$1", long: '"$1"', gives: "any" },
  { name: "GetAtt", short: "$1", long: '["$1", "$2"]', gives: "any" },
  { name: "Sub", short: '"$1"', long: '"$1"', gives: "text" },
  { name: "Join", short: '["$1", [$2]]', long: '["$1", [$2]]', gives: "text" },
  { name: "Select", short: "[${1:0}, $2]", long: "[${1:0}, $2]", gives: "any" },
  { name: "FindInMap", short: "[$1, $2, $3]", long: '["$1", "$2", "$3"]', gives: "any" },
  { name: "If", short: "[$1, $2, $3]", long: '["$1", $2, $3]', gives: "any" },
  { name: "ImportValue", short: "$1", long: '"$1"', gives: "text" },
  { name: "Split", short: '["${1:,}", $2]', long: '["${1:,}", $2]', gives: "list" },
  { name: "Cidr", short: "[$1, ${2:4}, ${3:8}]", long: "[$1, ${2:4}, ${3:8}]", gives: "list" },
  { name: "GetAZs", short: '"$1"', long: '"$1"', gives: "list" },
  { name: "Base64", short: "$1", long: "$1", gives: "text" },
  { name: "Length", short: "$1", long: "$1", gives: "any", extension: true },
  { name: "ToJsonString", short: "$1", long: "$1", gives: "text", extension: true },
];

/** The functions that the template knows. */
function formsIn({ snapshot: { template } }: Spot): readonly FunctionForm[] {
  const isExtended = template.transforms.includes("AWS::LanguageExtensions");
  return isExtended ? forms : forms.filter(({ extension }) => !extension);
}

export type FunctionStyle = "short" | "long";

/** How the document writes functions. */
export function functionStyle(spot: Spot): FunctionStyle {
  return spot.snapshot.document.renderValue(refTo("X"), spot.offset).startsWith("!") ? "short" : "long";
}

export function* functionOffers(spot: Spot, want: Want | undefined): Generator<Offer> {
  const style = spot.typed.startsWith("!") ? "short" : functionStyle(spot);
  for (const form of formsIn(spot)) {
    if (!fits(form, want)) continue;
    const key = form.name === "Ref" ? "Ref" : `Fn::${form.name}`;
    const isShort = style === "short" && !form.extension;
    const label = isShort ? `!${form.name}` : key;
    yield {
      label,
      kind: CompletionItemKind.Function,
      rank: 8,
      text: isShort ? `${label} ${form.short}` : `{ "${key}": ${form.long} }`,
      snippet: true,
      filter: isShort ? undefined : form.name,
      detail: argumentsOf(form.name),
      subject: { kind: "function", name: form.name },
      again: true,
    };
  }
}

/** `[block, count, hostBits]` */
function argumentsOf(name: string): string | undefined {
  const known = intrinsicNames.find((candidate) => candidate === name);
  return known && intrinsicTexts[known]?.usage.replace(/^\S+ /, "");
}

function fits({ name, gives }: FunctionForm, want: Want | undefined): boolean {
  if (want?.property === undefined) return true;
  const { property, wholeList } = want;
  if (name === "Base64") return /UserData/.test(property.name);
  if (name === "Length") {
    const type = itemType(property);
    return !wholeList && type.kind === "primitive" && (type.type === "integer" || type.type === "number");
  }
  if (name === "Cidr") return wholeList && /cidr/i.test(property.name);
  if (name === "GetAZs") return wholeList && /zone/i.test(property.name);
  if (gives === "list") return wholeList;
  const type = itemType(property);
  if (type.kind !== "primitive" && !wholeList) return name === "If";
  if (gives !== "text") return true;
  if (wholeList || type.kind !== "primitive") return false;
  // Text that is put together is no identity of another resource; an import may be.
  if (property.relation !== undefined || property.allowedValues !== undefined) return name === "ImportValue";
  return type.type === "string" || (name === "ImportValue" && cidrFamilyOf(want) === undefined);
}

/** On the name of a function that stands there already. */
export function* functionNameOffers(spot: Spot, want: Want | undefined): Generator<Offer> {
  const isShort = spot.typed.startsWith("!");
  for (const form of formsIn(spot)) {
    if (!fits(form, want) || (isShort && form.extension)) continue;
    const key = form.name === "Ref" ? "Ref" : `Fn::${form.name}`;
    const label = isShort ? `!${form.name}` : key;
    const quote = isJson(spot) ? '"' : "";
    const behind = isShort || hasValueBehind(spot) ? "" : ": ";
    yield {
      label,
      kind: CompletionItemKind.Function,
      rank: 1,
      text: `${quote}${label}${quote}${behind}`,
      filter: isShort ? undefined : form.name,
      detail: argumentsOf(form.name),
      subject: { kind: "function", name: form.name },
    };
  }
}

/** Names of functions in the long form, as the key of an object that stands for a value. */
export function* functionKeyOffers(spot: Spot, want: Want | undefined): Generator<Offer> {
  for (const form of formsIn(spot)) {
    if (!fits(form, want)) continue;
    const label = form.name === "Ref" ? "Ref" : `Fn::${form.name}`;
    const argument = isJson(spot) ? form.long : form.short;
    yield {
      label,
      kind: CompletionItemKind.Function,
      rank: 1,
      ...(hasValueBehind(spot)
        ? { text: isJson(spot) ? `"${label}"` : label }
        : { text: isJson(spot) ? `"${label}": ${argument}` : `${label}: ${argument}`, snippet: true, again: true }),
      filter: form.name,
      detail: argumentsOf(form.name),
      subject: { kind: "function", name: form.name },
    };
  }
}
