/** Words that several messages share. Messages begin with a name, so that words can be put before them. */
import { type Localized, sameInAll } from "../base/localized.ts";
import type { Assumption } from "./basis.ts";

const longestValue = 60;

/** "With the default of VpcCidr (10.0.0.0/16), …" */
export function underAssumptions(assumptions: readonly Assumption[], message: Localized): Localized {
  if (assumptions.length === 0) return message;
  const shown = assumptions.map(({ parameter, value }) => `${parameter} (${shortened(value)})`);
  const [first = ""] = shown;
  const onlyDefaults = assumptions.every(({ kind }) => kind === "default");
  const en = onlyDefaults ? (shown.length === 1 ? "the default of " : "the defaults of ") : "";
  const names = assumptions.map(({ parameter }) => parameter);
  const ja = !onlyDefaults
    ? `${shown.join("、")} の場合、`
    : shown.length === 1
      ? `${names[0]} の既定値${first.slice(names[0]?.length)} では、`
      : `既定値の ${shown.join("、")} では、`;
  return { en: `With ${en}${listed(shown).en}, ${message.en}`, ja: `${ja}${message.ja}` };
}

/** "When IsProd is true: …" */
export function underGuard(description: Localized, message: Localized): Localized {
  if (description.en === "") return message;
  return {
    en: `${description.en.charAt(0).toUpperCase()}${description.en.slice(1)}: ${message.en}`,
    ja: `${description.ja}: ${message.ja}`,
  };
}

/** "A, B and C", 「A、B、C」 */
export function listed(texts: readonly string[]): Localized {
  if (texts.length <= 1) return sameInAll(texts[0] ?? "");
  return { en: `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`, ja: texts.join("、") };
}

function shortened(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue - 1)}…`;
}
