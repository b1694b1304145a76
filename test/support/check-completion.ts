/** Completions in marked text: `$0` is the cursor. */
import type { Language } from "../../server/src/base/localized.ts";
import { completions } from "../../server/src/features/completion/completion.ts";
import type { Completion, CompletionContext } from "../../server/src/features/completion/item.ts";
import type { Snippet } from "../../server/src/features/snippets/snippet-data.ts";
import { knowledge, type MarkedSnapshot, snapshotOf, spec } from "./snapshot.ts";

export interface CompletionOptions {
  readonly language?: Language | undefined;
  readonly notation?: "yaml" | "json" | undefined;
  readonly snippetSupport?: boolean | undefined;
  readonly snippets?: readonly Snippet[] | undefined;
}

export interface Offered {
  /** In the order in which an editor shows them. */
  readonly items: readonly Completion[];
  readonly labels: readonly string[];
  readonly incomplete: boolean;
  item(label: string): Completion;
  /** The text after the item was accepted; in snippet syntax where the item is a snippet. */
  accept(label: string): string;
}

export function completionContext(options: CompletionOptions = {}): CompletionContext {
  const { language = "en", snippetSupport = true, snippets } = options;
  return { spec, knowledge, language, snippetSupport, snippets };
}

export function completeAt(marked: string, options: CompletionOptions = {}): Offered {
  return completeIn(snapshotOf(marked, options.notation ?? "yaml"), options);
}

/** The same in a snapshot of any language. */
export function completeIn({ snapshot, text, cursor }: MarkedSnapshot, options: CompletionOptions = {}): Offered {
  const { items, incomplete } = completions(snapshot, cursor, completionContext(options));
  const sorted = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
  const item = (label: string): Completion => {
    const found = sorted.find((candidate) => candidate.label === label);
    if (!found) throw new Error(`${label} is not offered, but: ${sorted.map((each) => each.label).join(", ")}`);
    return found;
  };
  return {
    items: sorted,
    labels: sorted.map(({ label }) => label),
    incomplete,
    item,
    accept(label) {
      const { range, newText, edits = [] } = item(label);
      const all = [...edits, { range, newText }].sort((a, b) => b.range.start - a.range.start);
      return all.reduce(
        (done, edit) => done.slice(0, edit.range.start) + edit.newText + done.slice(edit.range.end),
        text,
      );
    },
  };
}

/** What the cursor's line becomes when the item is accepted. */
export function acceptedLine(marked: string, label: string, options?: CompletionOptions): string {
  const { accept } = completeAt(marked, options);
  const line = marked.slice(0, marked.indexOf("$0")).split("\n").length - 1;
  return (accept(label).split("\n")[line] ?? "").trim();
}
