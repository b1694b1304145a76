import type { TextEdit } from "../../base/span.ts";
import type { TemplateEdit } from "../../template/edit.ts";

/** The edits of edits that are written already; undefined where one still has to be. */
export function writtenRanges(edits: readonly TemplateEdit[]): readonly TextEdit[] | undefined {
  const written = edits.flatMap((edit) => (edit.kind === "replace-ranges" ? [edit] : []));
  return written.length > 0 && written.length === edits.length ? written.flatMap((edit) => edit.edits) : undefined;
}
