/** Wishes of an author not to be told something: `# routewise-ignore rule-id reason`, or the same in metadata. */
import type { TextEdit, TextRange } from "../base/span.ts";

/** One rule that is ignored at one place. */
export interface IgnoreNote {
  /** As written; empty where no rule is named. */
  readonly rule: string;
  /** Why, in the author's words; empty where nothing is said. */
  readonly reason: string;
  /** The rule's id, or what stands for it where none is named. In the whole text. */
  readonly range: TextRange;
  /** What begins in one of these is meant. In the whole text; empty where the note stands above nothing. */
  readonly covers: readonly TextRange[];
  /** Takes the note out, with what is of no use without it; undefined where that can't be written. */
  removal(): readonly TextEdit[] | undefined;
}

/** What an ignored rule is to be silent about. */
export type IgnorePlace =
  /** Whatever begins on the offset's line. */
  | { readonly kind: "line"; readonly offset: number }
  | { readonly kind: "resource"; readonly id: string }
  | { readonly kind: "template" };

/** The word that a comment begins with. */
export const ignoreWord = "routewise-ignore";
