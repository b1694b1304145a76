/**
 * The tree of a YAML or JSON document, one shape for both. Parsing is total: broken text gives the best tree that can
 * be had, plus problems. Spans of nodes inside an entry's block are relative to that block; the mappings that hold
 * blocks (the root, the sections) have spans in the document's own block.
 */
import type { Layout, Span } from "../base/span.ts";

export type SyntaxNode = ScalarNode | MappingNode | SequenceNode;

export type ScalarStyle = "plain" | "single-quoted" | "double-quoted" | "literal" | "folded" | "json";

export interface ScalarNode {
  readonly kind: "scalar";
  /** The value by the core schema of YAML 1.2 or by JSON; quoted and block scalars are strings; nothing typed is null. */
  readonly value: string | number | boolean | null;
  /** The text as a string, before the schema made it a number or boolean (`010`, `1.0`, `yes`). */
  readonly text: string;
  readonly style: ScalarStyle;
  /** A YAML tag as written: `!Ref`, `!GetAtt`, `!!str`. */
  readonly tag?: string | undefined;
  readonly tagSpan?: Span | undefined;
  /** The value as written, quotes included, tag excluded. Empty where nothing was typed yet. */
  readonly span: Span;
}

export interface MappingNode {
  readonly kind: "mapping";
  readonly entries: readonly Entry[];
  /** Written in braces. Always true in JSON. */
  readonly flow: boolean;
  readonly tag?: string | undefined;
  readonly tagSpan?: Span | undefined;
  readonly span: Span;
}

export interface SequenceNode {
  readonly kind: "sequence";
  readonly items: readonly SyntaxNode[];
  readonly flow: boolean;
  readonly tag?: string | undefined;
  readonly tagSpan?: Span | undefined;
  readonly span: Span;
}

export interface Entry {
  readonly key: ScalarNode;
  /** A scalar with value null and an empty span where nothing was typed yet. */
  readonly value: SyntaxNode;
  /** From the key's start to the value's end. */
  readonly span: Span;
  /** Brought in by a merge key (`<<`) or an alias: readable, but not to be edited in place. */
  readonly merged?: boolean | undefined;
}

export type SyntaxProblemCode =
  | "syntax-error"
  | "duplicate-key"
  | "tab-indentation"
  | "unknown-alias"
  | "multiple-documents"
  | "too-deep";

export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly span: Span;
  /** In the parser's words (English), for `syntax-error`. */
  readonly detail?: string | undefined;
}

/** How a document writes things, so that edits and completions fit it. */
export interface DocumentStyle {
  readonly language: "yaml" | "json";
  readonly eol: "\n" | "\r\n";
  /** One step of indentation, as spaces or a tab. */
  readonly indent: string;
  /** YAML: sequences indented under their key (`true`) or level with it. */
  readonly indentSequences: boolean;
  /** YAML: which form the document writes intrinsic functions in, by majority; short when there are none. */
  readonly intrinsics: "short" | "long";
  readonly quote: '"' | "'" | "";
}

export interface SyntaxTree {
  readonly layout: Layout;
  /** Undefined where the document holds nothing, or no mapping at its root. */
  readonly root: MappingNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly style: DocumentStyle;
}

/** Counts of what a parse did; a test shows by them that an edit parses only the entry it changed. */
export interface ParseStatistics {
  /** Entry blocks parsed in the last call. */
  readonly parsedBlocks: number;
  /** Entry blocks taken over from the version before. */
  readonly reusedBlocks: number;
  /** Whether the document was parsed whole (flow style, aliases over borders, odd documents). */
  readonly whole: boolean;
}
