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
      for (const { range, newText } of edits.toSorted((a, b) => b.range.start - a.range.start)) {
        const [before, rest] = cut(pieces, range.start);
        const [, after] = cut(rest, range.end - range.start);
        pieces = newText === "" ? [...before, ...after] : [...before, newText, ...after];
        text = text.slice(0, range.start) + newText + text.slice(range.end);
      }
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
