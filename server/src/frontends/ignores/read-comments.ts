/** `# routewise-ignore rule-id, rule-id reason` in the comments of a template or program. */
import type { Layout, TextEdit, TextRange } from "../../base/span.ts";
import { type IgnoreNote, ignoreWord } from "../../template/ignores.ts";
import type { Template } from "../../template/template.ts";

export interface CommentedText {
  readonly layout: Layout;
  readonly template: Template;
  /** Those that hold the word, in the order of the text. */
  readonly comments: readonly TextRange[];
}

/** The rules that a comment names. */
interface Mark {
  readonly comment: TextRange;
  readonly ids: readonly TextRange[];
  readonly reason: string;
}

/** The notes of the comments, one for each rule that is named; comments that only mention the word are none. */
export function notesInComments({ layout, template, comments }: CommentedText): readonly IgnoreNote[] {
  if (comments.length === 0) return [];
  const { text } = layout;
  const resources = resourceLines(template, layout);
  return comments.flatMap((comment) => {
    const mark = markIn(text, comment);
    if (!mark) return [];
    const covers = coveredBy(text, comment, resources);
    const note = (range: TextRange, rule: string, removal: IgnoreNote["removal"]): IgnoreNote => {
      return { rule, reason: mark.reason, range, covers, removal };
    };
    if (mark.ids.length === 0) return [note(comment, "", () => [withoutComment(text, comment)])];
    return mark.ids.map((id, index) => {
      const removal = () => [mark.ids.length === 1 ? withoutComment(text, comment) : withoutId(mark.ids, index)];
      return note(id, text.slice(id.start, id.end), removal);
    });
  });
}

/** Where another id can be written into a comment: behind its last one. Undefined where it is none of ours. */
export function endOfIds(text: string, comment: TextRange): number | undefined {
  return markIn(text, comment)?.ids.at(-1)?.end;
}

const opening = new RegExp(`^(?:#+|//+|/\\*+)[ \\t]*${ignoreWord}(?![\\w-])[ \\t:]*`);

function markIn(text: string, comment: TextRange): Mark | undefined {
  const written = text.slice(comment.start, comment.end).replace(/\s*\*\/$/, "");
  const begins = opening.exec(written);
  if (!begins) return undefined;
  const ids: TextRange[] = [];
  let at = begins[0].length;
  for (let separator = ""; ids.length === 0 || separator !== ""; ) {
    const [id = ""] = /^[\w-]+/.exec(written.slice(at + separator.length)) ?? [];
    if (id === "") break;
    const start = comment.start + at + separator.length;
    ids.push({ start, end: start + id.length });
    at += separator.length + id.length;
    separator = /^[ \t]*,[ \t]*/.exec(written.slice(at))?.[0] ?? "";
  }
  return { comment, ids, reason: written.slice(at).trim() };
}

/**
 * The comment's own line where something stands before it; else the next line that is no comment. A resource that
 * begins there, or has its id there, is covered as a whole.
 */
function coveredBy(text: string, comment: TextRange, resources: ResourceLines): readonly TextRange[] {
  const line = coveredLine(text, comment);
  return line ? [line, ...(resources.get(line.start) ?? [])] : [];
}

/** Where a line starts -> the resources that begin on it, or have their ids there. */
type ResourceLines = ReadonlyMap<number, readonly TextRange[]>;

function resourceLines(template: Template, layout: Layout): ResourceLines {
  const lines = new Map<number, TextRange[]>();
  for (const { span, idSpan } of template.resources.values()) {
    const whole = layout.rangeOf(span);
    const starts = [whole.start, layout.rangeOf(idSpan).start].map((at) => lineAt(layout.text, at).start);
    for (const start of new Set(starts)) lines.set(start, [...(lines.get(start) ?? []), whole]);
  }
  return lines;
}

function coveredLine(text: string, comment: TextRange): TextRange | undefined {
  let line = lineAt(text, comment.start);
  if (text.slice(line.start, comment.start).trim() !== "") return line;
  line = lineAt(text, comment.end);
  do {
    if (line.end >= text.length) return undefined;
    line = lineAt(text, line.end);
  } while (/^[ \t]*(?:#|\/\/)/.test(text.slice(line.start, line.end)));
  return text.slice(line.start, line.end).trim() === "" ? undefined : line;
}

/** The line with its line break. */
function lineAt(text: string, offset: number): TextRange {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  return { start, end: newline < 0 ? text.length : newline + 1 };
}

/** The line goes with a comment that stands alone on it. */
function withoutComment(text: string, comment: TextRange): TextEdit {
  const line = lineAt(text, comment.start);
  const isAlone =
    text.slice(line.start, comment.start).trim() === "" && text.slice(comment.end, line.end).trim() === "";
  if (isAlone) return { range: line, newText: "" };
  const before = /[ \t]*$/.exec(text.slice(line.start, comment.start))?.[0].length ?? 0;
  return { range: { start: comment.start - before, end: comment.end }, newText: "" };
}

function withoutId(ids: readonly TextRange[], index: number): TextEdit {
  const [own, next, previous] = [ids[index], ids[index + 1], ids[index - 1]];
  const start = next ? own?.start : previous?.end;
  const end = next ? next.start : own?.end;
  return { range: { start: start ?? 0, end: end ?? 0 }, newText: "" };
}
