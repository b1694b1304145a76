/** The languages of every text that a user reads. */
export const languages = ["en", "ja"] as const;
export type Language = (typeof languages)[number];

/** One text in all languages. A missing language does not compile. */
export type Localized = Readonly<Record<Language, string>>;

/** Fills `{name}` places of a text; a name without a value stays as it stands. */
export function fill(text: Localized, data: Readonly<Record<string, string | number | Localized>>): Localized {
  const inLanguage = (language: Language): string =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = data[name];
      if (value === undefined) return whole;
      return typeof value === "object" ? value[language] : String(value);
    });
  return { en: inLanguage("en"), ja: inLanguage("ja") };
}

/** A text that reads the same in every language (a name, a CIDR block). */
export function sameInAll(text: string): Localized {
  return { en: text, ja: text };
}

/** The language for a locale such as `ja-JP` or `en`: Japanese for `ja*`, else English. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith("ja") ? "ja" : "en";
}
