/** The user's settings, read defensively: a settings file holds whatever someone typed. */
import { type Language, languageOfLocale } from "../base/localized.ts";
import { defaultSwitches, isObject, readSwitches } from "./feature-switches.ts";
import type { Settings } from "./snapshot.ts";

/** What to use where nothing is set: the editor's language, every rule as it is. */
export function defaultSettings(locale: string | undefined): Settings {
  return {
    language: languageOfLocale(locale),
    rules: {},
    groups: {},
    cdk: true,
    synthesizedOutput: true,
    parameterFiles: {},
    features: defaultSwitches,
    exclude: { ignorePaths: [] },
  };
}

/** Reads the section `routewise` of the client's configuration; whatever is not of the right form keeps its default. */
export function readSettings(section: unknown, locale: string | undefined): Settings {
  const defaults = defaultSettings(locale);
  if (!isObject(section)) return defaults;
  const language: Language =
    section.language === "en" || section.language === "ja" ? section.language : defaults.language;
  const ofCdk = isObject(section.cdk) ? section.cdk : {};
  return {
    language,
    rules: textsIn(section.rules),
    groups: textsIn(section.groups),
    cdk: ofCdk.enabled !== false,
    synthesizedOutput: ofCdk.synthesizedOutput !== false,
    parameterFiles: textsIn(section.parameterFiles),
    features: readSwitches(section),
    exclude: { ignorePaths: listIn(section.exclude) },
  };
}

function listIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string" && item.trim() !== "") : [];
}

/** Names with texts; whether a text is a severity, or a path, is asked where it is used. */
function textsIn(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
