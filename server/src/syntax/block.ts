/**
 * A document as an outline of blocks, and what parsing one block gives. Both languages make the same shapes, so that
 * reuse between versions, layout and assembly are written once (`document.ts`).
 */
import type { Block, Span, TextRange } from "../base/span.ts";
import type { Entry, MappingNode, SyntaxProblem, SyntaxProblemCode } from "./tree.ts";

/** The sections whose entries are blocks of their own. */
export const entrySections: readonly string[] = [
  "Parameters",
  "Mappings",
  "Conditions",
  "Rules",
  "Resources",
  "Outputs",
];

/** Nesting beyond this is not read: CloudFormation itself stops far earlier, and recursion has to end somewhere. */
export const maxDepth = 200;

/** A problem found while the borders of the blocks were searched; a range of the whole text. */
export interface OutlineProblem {
  readonly code: SyntaxProblemCode;
  readonly range: TextRange;
  readonly detail?: string | undefined;
}

/** A top-level key and its value, parsed as one block. */
export interface PieceOutline {
  readonly kind: "piece";
  readonly range: TextRange;
}

/** A section whose entries are blocks of their own. */
export interface SectionOutline {
  readonly kind: "section";
  readonly name: string;
  /** The key as written, quotes included. */
  readonly key: TextRange;
  /** The mapping that holds the entries: braces included in JSON. */
  readonly value: TextRange;
  readonly entries: readonly TextRange[];
}

export interface Outline {
  readonly root: TextRange;
  readonly parts: readonly (PieceOutline | SectionOutline)[];
  readonly problems: readonly OutlineProblem[];
}

/** How a block writes things, summed up over the blocks to the document's style. */
export interface StyleCounts {
  shortForms: number;
  longForms: number;
  singleQuotes: number;
  doubleQuotes: number;
  indentedSequences: number;
  levelSequences: number;
}

export function noCounts(): StyleCounts {
  return { shortForms: 0, longForms: 0, singleQuotes: 0, doubleQuotes: 0, indentedSequences: 0, levelSequences: 0 };
}

export function addCounts(to: StyleCounts, counts: Readonly<StyleCounts>): void {
  to.shortForms += counts.shortForms;
  to.longForms += counts.longForms;
  to.singleQuotes += counts.singleQuotes;
  to.doubleQuotes += counts.doubleQuotes;
  to.indentedSequences += counts.indentedSequences;
  to.levelSequences += counts.levelSequences;
}

/** What one block of text says. A pure function of the block's text. */
export interface ParsedBlock {
  readonly block: Block;
  /** One for a well-formed block; more where broken text reads as several. */
  readonly entries: readonly Entry[];
  readonly problems: readonly SyntaxProblem[];
  readonly counts: Readonly<StyleCounts>;
  /** Names of the anchors it declares. */
  readonly anchors: readonly string[];
  /** Aliases to anchors that it does not declare itself. */
  readonly missingAnchors: readonly { readonly name: string; readonly span: Span }[];
}

/** A whole document parsed as one block. */
export interface ParsedWhole {
  readonly root: MappingNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly counts: Readonly<StyleCounts>;
}

/** Where the content of two blocks ends, as offsets in them; behind it only white space and comments. */
export interface BlockFit {
  readonly contentEnd: { readonly before: number; readonly after: number };
}

/** What a language brings along. */
export interface BlockLanguage {
  readonly name: "yaml" | "json";
  /** The borders of the blocks; undefined where the document has to be parsed whole. */
  outline(text: string): Outline | undefined;
  /**
   * Whether a block may take the place of another without a border moving anywhere in the document, whose outline had no
   * problems; undefined where that cannot be told from the two alone.
   *
   * @param isTop whether they are top-level pieces, not entries of a section
   */
  fits(before: string, after: string, isTop: boolean): BlockFit | undefined;
  parseBlock(text: string): ParsedBlock;
  /** Parses the text as one; `block` is the document's own block, whose text it is. */
  parseWhole(block: Block): ParsedWhole;
}

/** `push` with any number of items: as arguments they would have to fit on the stack. */
export function append<T>(to: T[], items: readonly T[]): void {
  for (const item of items) to.push(item);
}

/** Problems for keys that stand more than once in one mapping; the later ones are reported. */
export function duplicateKeys(entries: readonly Entry[]): SyntaxProblem[] {
  const seen = new Set<string>();
  const problems: SyntaxProblem[] = [];
  for (const entry of entries) {
    if (entry.merged && seen.has(entry.key.text)) continue;
    if (seen.has(entry.key.text)) problems.push({ code: "duplicate-key", span: entry.key.span });
    seen.add(entry.key.text);
  }
  return problems;
}
