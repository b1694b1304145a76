/** Items as the protocol has them. */
import {
  type CompletionItem,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from "vscode-languageserver-types";
import type { TextRange } from "../../base/span.ts";
import type { Completion, CompletionSubject } from "./item.ts";

/** What an item carries through the client, for the request to resolve it. */
export interface CompletionData {
  readonly uri: string;
  readonly subject: CompletionSubject;
}

export interface ItemTarget {
  readonly uri: string;
  /** Line and column of an offset of the document. */
  readonly positionAt: (offset: number) => Position;
  /** The client runs VS Code's own commands. Others would send them back to the server. */
  readonly runsCommands: boolean;
  /** The client lets the user choose whether what stands behind the cursor is replaced. */
  readonly insertReplace: boolean;
  readonly commitCharacters: boolean;
  /** The client shows a description beside every label, not only beside the one that is chosen. */
  readonly labelDetails: boolean;
}

export function toCompletionItem(
  completion: Completion,
  { uri, positionAt, runsCommands, insertReplace, commitCharacters, labelDetails }: ItemTarget,
): CompletionItem {
  const { subject, documentation, edits, inserted, newText, commit } = completion;
  const range = ({ start, end }: TextRange) => ({ start: positionAt(start), end: positionAt(end) });
  const data: CompletionData | undefined = subject && { uri, subject };
  return {
    label: completion.label,
    kind: completion.kind,
    sortText: completion.sortText,
    filterText: completion.filterText,
    insertTextFormat: completion.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The text is indented for its place already.
    insertTextMode: InsertTextMode.asIs,
    textEdit:
      insertReplace && inserted.end < completion.range.end
        ? { insert: range(inserted), replace: range(completion.range), newText }
        : { range: range(completion.range), newText },
    ...(commit && commitCharacters && { commitCharacters: [...commit] }),
    ...(completion.detail !== undefined && { detail: completion.detail }),
    ...(completion.detail !== undefined && labelDetails && { labelDetails: { description: completion.detail } }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(completion.preselect && { preselect: true }),
    ...(completion.deprecated && { deprecated: true }),
    ...(completion.again && runsCommands && { command: { title: "Suggest", command: "editor.action.triggerSuggest" } }),
    ...(edits !== undefined && {
      additionalTextEdits: edits.map((edit) => ({ range: range(edit.range), newText: edit.newText })),
    }),
    ...(data !== undefined && { data }),
  };
}
