/**
 * A program being edited: the text after the edits so far, read anew, and which parts of it are still the original.
 * Each edit sees the variables that the edits before it made; in the end all of them are edits of the original.
 */
import type { TextEdit } from "../../base/span.ts";
import type { Reading } from "./reading.ts";

type Piece =
  | { readonly kind: "original"; readonly start: number; readonly end: number }
  | { readonly kind: "new"; readonly text: string };

export interface Draft {
  readonly reading: Reading;
  readonly pieces: readonly Piece[];
}

/** Reads a text as a version of the document. */
export type ReadText = (text: string) => Reading;

export function startDraft(reading: Reading): Draft {
  return { reading, pieces: [{ kind: "original", start: 0, end: reading.program.text.length }] };
}

/** @param edits ranges of the draft's text that don't overlap */
export function change(draft: Draft, edits: readonly TextEdit[], read: ReadText): Draft {
  let pieces = draft.pieces;
  let { text } = draft.reading.program;
  for (const { range, newText } of [...edits].sort((a, b) => b.range.start - a.range.start)) {
    const before = cut(pieces, 0, range.start);
    const after = cut(pieces, range.end, text.length);
    pieces = [...before, ...(newText === "" ? [] : [{ kind: "new" as const, text: newText }]), ...after];
    text = text.slice(0, range.start) + newText + text.slice(range.end);
  }
  return { reading: read(text), pieces };
}

/** The pieces of a stretch of the text. */
function cut(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (from < to) {
      found.push(
        piece.kind === "original"
          ? { kind: "original", start: piece.start + from, end: piece.start + to }
          : { kind: "new", text: piece.text.slice(from, to) },
      );
    }
    at += length;
  }
  return found;
}

/** Where an offset of the original stands in the draft; undefined where its surroundings were replaced. */
export function positionOf({ pieces }: Draft, offset: number, side: "start" | "end"): number | undefined {
  let at = 0;
  for (const piece of pieces) {
    if (piece.kind === "original") {
      const inside = side === "start" ? offset < piece.end : offset <= piece.end;
      if (piece.start <= offset && inside && (side === "start" || piece.start < offset)) {
        return at + offset - piece.start;
      }
    }
    at += lengthOf(piece);
  }
  return undefined;
}

/** What has become of the original, as edits of it. */
export function editsOf({ pieces }: Draft, length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let start = 0;
  let newText = "";
  const flush = (end: number): void => {
    if (newText !== "" || end > start) edits.push({ range: { start, end }, newText });
    newText = "";
  };
  for (const piece of pieces) {
    if (piece.kind === "new") {
      newText += piece.text;
    } else {
      flush(piece.start);
      start = piece.end;
    }
  }
  flush(length);
  return edits;
}

function lengthOf(piece: Piece): number {
  return piece.kind === "original" ? piece.end - piece.start : piece.text.length;
}
