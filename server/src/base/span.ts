/**
 * Places in source text.
 *
 * A document is cut into blocks (for a template: one per entry of a section), each parsed by itself. A span is
 * relative to its block, so that an edit in one block moves no span of any other: trees, resources and findings of
 * untouched blocks are reused as they are. Only a `Layout`, which belongs to one version of a document, knows where
 * the blocks stand. Lines and columns exist only at the protocol's edge.
 */

/** A stretch of source text parsed by itself. Its identity matters, not its text: two equal entries are two blocks. */
export interface Block {
  readonly text: string;
}

/** A half-open range of UTF-16 code units inside a block. */
export interface Span {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** A half-open range of UTF-16 code units in a whole document. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where the blocks of one version of a document stand. Immutable. */
export interface Layout {
  /** The whole text of this version. */
  readonly text: string;
  /** The range of a span in the whole text. A span of a block that is not in this version gives an empty range at 0. */
  rangeOf(span: Span): TextRange;
  /** Whether the block is part of this version. */
  has(block: Block): boolean;
  /** The innermost block that contains the offset, and the offset inside it. */
  locate(offset: number): { readonly block: Block; readonly offset: number };
}

/** A replacement of a range of the whole text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Whether the offset lies in the range; the end counts as inside, as a cursor behind the last character does. */
export function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
