/** Words that several messages share. Messages begin with a name, so that words can be put before them. */
import { type Localized, sameInAll } from "../base/localized.ts";
import type { Assumption } from "./basis.ts";

const longestValue = 60;

/**
 * "With the default of VpcCidr (10.0.0.0/16), …", "With the assumed value of VpcCidr (10.1.0.0/16), …".
 *
 * @param afterColon whether a guard's words go before it: "When IsProd is true: with the default …"
 */
export function underAssumptions(
  assumptions: readonly Assumption[],
  message: Localized,
  { afterColon = false }: { readonly afterColon?: boolean } = {},
): Localized {
  if (assumptions.length === 0) return message;
  const opening = afterColon ? "with" : "With";
  const shown = assumptions.map(({ parameter, value }) => `${parameter} (${shortened(value)})`);
  const [first] = assumptions;
  const kind = first && assumptions.every((each) => each.kind === first.kind) ? first.kind : undefined;
  const names = kind && kindNames[kind];
  if (!names)
    return { en: `${opening} ${listed(shown).en}, ${message.en}`, ja: `${shown.join("、")} の場合、${message.ja}` };
  const [one, many] = names.en;
  const ja =
    assumptions.length === 1 && first
      ? `${first.parameter} の${names.ja} (${shortened(first.value)}) では、`
      : `${shown.join("、")} の${names.ja}では、`;
  return {
    en: `${opening} the ${assumptions.length === 1 ? one : many} of ${listed(shown).en}, ${message.en}`,
    ja: `${ja}${message.ja}`,
  };
}

/** How values of a kind are called; in English one and several. */
const kindNames = {
  default: { en: ["default", "defaults"], ja: "既定値" },
  assumed: { en: ["assumed value", "assumed values"], ja: "仮定値" },
} as const;

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
