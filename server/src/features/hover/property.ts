/** Hover on a property's key: what it takes, what a change does, AWS's own words, then our facts for this property. */
import type { Language } from "../../base/localized.ts";
import type { Fact } from "../../knowledge/knowledge.ts";
import type { PropertySpec, PropertyType, Relation } from "../../spec/spec.ts";
import type { FeatureContext, TopicLinks } from "../context.ts";
import { code, firstSentences, paragraphs, strong } from "../markdown.ts";
import { factLines, footer } from "./knowledge-lines.ts";
import { isServerless, serverlessPage } from "./serverless.ts";

export interface HoverContext extends FeatureContext {
  readonly links: TopicLinks;
  /** False where another extension shows AWS's documentation beside ours; without it, AWS is quoted. */
  readonly quotesAws?: boolean;
}

const words = {
  required: { en: "required", ja: "必須" },
  optional: { en: "optional", ja: "任意" },
  list: { en: "list of {item}", ja: "{item} のリスト" },
  map: { en: "map of {item}", ja: "{item} のマップ" },
  always: { en: "a change replaces the resource", ja: "変更するとリソースは置き換え" },
  sometimes: { en: "a change may replace the resource", ja: "変更により置き換えの場合あり" },
  never: { en: "changed in place", ja: "変更は置き換えなし" },
  values: { en: "Values", ja: "指定できる値" },
  default: { en: "Default", ja: "既定値" },
  range: { en: "Range", ja: "範囲" },
  pattern: { en: "Pattern", ja: "パターン" },
  takes: { en: "Takes", ja: "参照先" },
  parameterOf: { en: "a parameter {type}", ja: "パラメータ {type}" },
  awsWords: { en: "AWS", ja: "AWS (英語)" },
} as const;

const mostFactsAround = 2;

/** With so many facts a hover is full: AWS's own words are left out. */
const enoughFacts = 3;

/** More than these are a list to scroll, not a hint. */
const mostValues = 12;

/** Undefined where nothing is known of the property. */
export async function propertyHover(
  typeName: string,
  path: readonly string[],
  context: HoverContext,
): Promise<string | undefined> {
  const { spec, knowledge, language, quotesAws = true } = context;
  const property = spec.property(typeName, path);
  const topic = knowledge.topicForType(typeName, path) ?? knowledge.topicForType(typeName);
  const documentation = quotesAws ? await spec.documentation(typeName, path) : undefined;
  const place = [typeName, ...path].join(".");
  const facts = factsOn(place, knowledge.factsFor(typeName, path));
  const also = knowledge.seeAlso(place);
  const hasOwnPage = topic?.cfnTypes.includes(place) ?? false;
  if (!property && facts.length === 0 && also.length === 0 && !hasOwnPage) return undefined;
  const name = path.at(-1) ?? typeName;
  return paragraphs(
    property ? `${strong(name)} · ${summary(property, typeName, language)}` : strong(name),
    property && details(property, language),
    factLines(facts, language),
    documentation && facts.length < enoughFacts
      ? `*${words.awsWords[language]}:* ${firstSentences(documentation, facts.length === 0 ? 260 : 140)}`
      : undefined,
    footer(facts.length > 0 || hasOwnPage ? topic : undefined, facts, context, also),
    isServerless(typeName) ? serverlessPage(typeName, path, language) : undefined,
  );
}

/** The facts on the property itself; where it has none, a few of those on what is around it. */
function factsOn(place: string, facts: readonly Fact[]): readonly Fact[] {
  const own = facts.filter(({ appliesTo }) => appliesTo.includes(place));
  return own.length > 0 ? own : facts.slice(0, mostFactsAround);
}

function summary(property: PropertySpec, typeName: string, language: Language): string {
  const parts = [typeText(property.type, language), (property.required ? words.required : words.optional)[language]];
  // What a change of a SAM resource does, the resources that SAM makes of it decide.
  if (!isServerless(typeName)) parts.push(words[property.replacement][language]);
  return parts.join(" · ");
}

function typeText(type: PropertyType, language: Language): string {
  switch (type.kind) {
    case "primitive":
      return code(type.type);
    case "object":
      return code(type.name);
    case "list":
      return words.list[language].replace("{item}", typeText(type.item, language));
    case "map":
      return words.map[language].replace("{item}", typeText(type.item, language));
  }
}

function details(property: PropertySpec, language: Language): string | undefined {
  const { allowedValues = [], minimum, maximum, pattern, relation } = property;
  const shown = allowedValues.slice(0, mostValues).map((value) => code(String(value)));
  if (allowedValues.length > mostValues) shown.push(`… (${allowedValues.length})`);
  const lines = [
    shown.length > 0 ? `${words.values[language]}: ${shown.join(", ")}` : undefined,
    property.default === undefined ? undefined : `${words.default[language]}: ${code(String(property.default))}`,
    minimum === undefined && maximum === undefined
      ? undefined
      : `${words.range[language]}: ${minimum ?? "…"} – ${maximum ?? "…"}`,
    pattern === undefined || pattern.length > 80 ? undefined : `${words.pattern[language]}: ${code(pattern)}`,
    relation ? takesLine(relation, language) : undefined,
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? lines.join(" · ") : undefined;
}

function takesLine({ types, attributes, parameterTypes }: Relation, language: Language): string | undefined {
  const ways = types
    .slice(0, 4)
    .map((type) => code(attributes[type] === undefined ? `!Ref ${type}` : `!GetAtt ${type}.${attributes[type]}`));
  // The plain type is enough: SSM's forms of it are taken wherever it is.
  const [parameter] = parameterTypes;
  if (parameter !== undefined) ways.push(words.parameterOf[language].replace("{type}", code(parameter)));
  return ways.length > 0 ? `${words.takes[language]}: ${ways.join(", ")}` : undefined;
}
