/** Hovers in `.routewise.yaml`. */
import type { Language } from "../../base/localized.ts";
import type { TextRange } from "../../base/span.ts";
import { severityNames } from "../../config/config.ts";
import { configKeys, keyTexts, severityTexts } from "../../config/keys.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ignoreRuleIds, ignoreRuleTitles } from "../../rules/ignores.ts";
import { allRules } from "../../rules/index.ts";
import { describeGroup, describeRule, isGroup } from "./describe.ts";
import { placeInConfig } from "./place.ts";

export interface ConfigHoverContext {
  readonly knowledge: Knowledge;
  readonly language: Language;
  /** Address of a rule's page. */
  readonly rulePage: (id: string, language: Language) => string;
}

/** What the word at the offset means, as Markdown; undefined where it means nothing to us. */
export function configHover(
  text: string,
  offset: number,
  context: ConfigHoverContext,
): { readonly markdown: string; readonly range: TextRange } | undefined {
  const place = placeInConfig(text, offset);
  if (!place) return undefined;
  const word = text.slice(place.range.start, place.range.end);
  const markdown = meaningOf(word, place.kind === "key" ? "" : place.section, place.kind, context);
  return markdown === undefined ? undefined : { markdown, range: place.range };
}

function meaningOf(
  word: string,
  section: string,
  kind: "key" | "name" | "value",
  { knowledge, language, rulePage }: ConfigHoverContext,
): string | undefined {
  if (kind === "key") {
    const key = configKeys.find((each) => each === word);
    return key && keyTexts[key][language];
  }
  if (kind === "value") {
    const severity = severityNames.find((each) => each === word);
    return severity && severityTexts[severity][language];
  }
  if (section === "groups") return isGroup(word) ? describeGroup(word)[language] : undefined;
  const ofIgnores = ignoreRuleIds.find((id) => id === word);
  if (section === "rules" && ofIgnores) return ignoreRuleTitles[ofIgnores][language];
  const rule = section === "rules" ? allRules.find(({ id }) => id === word) : undefined;
  const page = rule && knowledge.rulePage(rule.id);
  if (!rule || !page) return undefined;
  const link = `[${language === "en" ? "Open page" : "ページを開く"}](${rulePage(rule.id, language)})`;
  return `${describeRule(rule, page.title, language)} · ${link}`;
}
