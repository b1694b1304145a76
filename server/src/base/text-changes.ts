/** Changes made to a text one after the other, given back as edits of the text they began with. */
import type { TextEdit } from "./span.ts";

export interface TextChanges {
  /** The text as changed so far. */
  readonly text: string;
  /** Edits of ranges of the changed text; they must not overlap. */
  apply(edits: readonly TextEdit[]): void;
  /** All changes as edits of the original text, in its order, none touching another. */
  edits(): readonly TextEdit[];
}

/** A stretch of the original text, or text that was put in. */
type Piece = { readonly start: number; readonly end: number } | string;

export function createTextChanges(original: string): TextChanges {
  let pieces: readonly Piece[] = [{ start: 0, end: original.length }];
  let text = original;
  return {
    get text() {
      return text;
    },
    apply(edits) {
      const ordered = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
      // Hundreds of edits of a large text: the text is put together once, and what lies between them is cut off once.
      const done: Piece[] = [];
      const texts: string[] = [];
      let rest = pieces;
      let at = 0;
      for (const { range, newText } of ordered) {
        const [before, behind] = cut(rest, range.start - at);
        const [, after] = cut(behind, range.end - range.start);
        for (const piece of before) done.push(piece);
        if (newText !== "") done.push(newText);
        texts.push(text.slice(at, range.start), newText);
        rest = after;
        at = range.end;
      }
      pieces = [...done, ...rest];
      text = texts.join("") + text.slice(at);
    },
    edits() {
      const edits: TextEdit[] = [];
      let at = 0;
      let inserted = "";
      const close = (next: number) => {
        if (next > at || inserted !== "") edits.push({ range: { start: at, end: next }, newText: inserted });
        inserted = "";
      };
      for (const piece of pieces) {
        if (typeof piece === "string") inserted += piece;
        else if (piece.end > piece.start) {
          close(piece.start);
          at = piece.end;
        }
      }
      close(original.length);
      return edits;
    },
  };
}

function lengthOf(piece: Piece): number {
  return typeof piece === "string" ? piece.length : piece.end - piece.start;
}

function cut(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    const inside = Math.min(Math.max(offset - at, 0), length);
    if (inside > 0) before.push(part(piece, 0, inside));
    if (inside < length) after.push(part(piece, inside, length));
    at += length;
  }
  return [before, after];
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === "string" ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}
