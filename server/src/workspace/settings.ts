/** The user's settings, read defensively: a settings file holds whatever someone typed. */
import { type Language, languageOfLocale } from "../base/localized.ts";
import type { Settings } from "./snapshot.ts";

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What to use where nothing is set: the editor's language, every rule as it is. */
export function defaultSettings(locale: string | undefined): Settings {
  return { language: languageOfLocale(locale), rules: {}, cdk: true };
}

/** Reads the section `routewise` of the client's configuration; whatever is not of the right form keeps its default. */
export function readSettings(section: unknown, locale: string | undefined): Settings {
  const defaults = defaultSettings(locale);
  if (!isObject(section)) return defaults;
  const language: Language =
    section.language === "en" || section.language === "ja" ? section.language : defaults.language;
  const rules = isObject(section.rules)
    ? Object.fromEntries(
        Object.entries(section.rules).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : defaults.rules;
  const cdk = isObject(section.cdk) && section.cdk.enabled === false ? false : defaults.cdk;
  return { language, rules, cdk };
}
