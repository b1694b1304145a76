/** "Did you mean …": the word that someone most likely meant. */

import type { Localized } from "./localized.ts";

/** What to put behind a sentence on a word that is wrong; nothing where nobody can tell what was meant. */
export function didYouMean(meant: string | undefined): Localized {
  return meant === undefined ? { en: "", ja: "" } : { en: ` Did you mean ${meant}?`, ja: `候補は ${meant}。` };
}

/** The candidate that differs in the fewest letters; undefined where none is close enough to be meant. */
export function mostSimilar(word: string, candidates: Iterable<string>): string | undefined {
  const written = word.toLowerCase();
  let best: string | undefined;
  // A third of the letters may be wrong; beyond that a guess would be a joke.
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= least) continue;
    const changes = changesBetween(written, candidate.toLowerCase());
    if (changes < least) {
      best = candidate;
      least = changes;
    }
  }
  return best;
}

/** Letters to put in, take out, replace or swap with their neighbour (Damerau and Levenshtein, optimal alignment). */
function changesBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : replaced;
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
