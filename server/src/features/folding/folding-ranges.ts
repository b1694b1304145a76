/**
 * What can be folded: everything over several lines that the tree knows, runs of comments, and `#region`. A provider
 * takes the place of the editor's folding by indentation, so it must leave nothing out that this would give.
 */
import { memoised } from "../../base/memoised.ts";
import type { Span, TextRange } from "../../base/span.ts";
import type { Entry, SyntaxNode } from "../../syntax/tree.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { indentedAreas } from "./indentation.ts";

export interface FoldingArea {
  readonly range: TextRange;
  readonly kind: "value" | "comment" | "region";
  /** How deep it lies; where there are too many, the outer ones count. */
  readonly depth: number;
  /** The last line holds the closing bracket, and stays. */
  readonly closes: boolean;
}

/** All areas, in no order; some may lie on one line. None for programs. */
export function foldingAreas({ document: { tree, layout } }: Snapshot): readonly FoldingArea[] {
  if (!tree?.root) return [];
  const isYaml = tree.style.language === "yaml";
  const foldsOf = isYaml ? yamlFoldsOf : treeFoldsOf;
  const areas: FoldingArea[] = [];
  for (const entry of tree.root.entries) {
    for (const { span, depth, closes } of foldsOf(entry)) {
      areas.push({ range: layout.rangeOf(span), kind: "value", depth, closes });
    }
    if (entry.value.kind !== "mapping") continue;
    for (const inner of entry.value.entries) {
      for (const { span, depth, closes } of foldsOf(inner)) {
        areas.push({ range: layout.rangeOf(span), kind: "value", depth: depth + 1, closes });
      }
    }
  }
  return [...areas, ...(isYaml ? commentAreas(layout.text) : [])];
}

interface Fold {
  readonly span: Span;
  readonly depth: number;
  readonly closes: boolean;
}

/** Of a section only its own; its entries are asked for themselves, and those that no edit touched are known. */
const treeFoldsOf = memoised((entry: Entry): readonly Fold[] => {
  const folds: Fold[] = [];
  visitEntry(entry, 0, folds, !isSection(entry));
  return folds
    .filter(({ span }) => hasLines(span))
    .map((fold) => (fold.closes && !endsWithBrackets(fold.span) ? { ...fold, closes: false } : fold));
});

/** The tree's, and on other lines those by indentation: of scripts in texts, of dashes and tags on lines of their own. */
const yamlFoldsOf = memoised((entry: Entry): readonly Fold[] => {
  const folds = treeFoldsOf(entry);
  if (isSection(entry) || !hasLines(entry.span)) return folds;
  const { block, start, end } = entry.span;
  const lineOf = (offset: number): number => block.text.lastIndexOf("\n", offset - 1);
  const taken = new Set(folds.filter(({ span }) => span.block === block).map(({ span }) => lineOf(span.start)));
  const further = indentedAreas(block.text.slice(start, end))
    .map((area) => ({ span: { block, start: start + area.start, end: start + area.end }, depth: area.depth }))
    .filter(({ span }) => !taken.has(lineOf(span.start)));
  return [...folds, ...further.map((fold) => ({ ...fold, closes: false }))];
});

/** Its entries are blocks of their own. */
function isSection({ key, value }: Entry): boolean {
  return value.kind === "mapping" && value.entries.some((inner) => inner.key.span.block !== key.span.block);
}

/** Whether its last line holds closing brackets alone. */
function endsWithBrackets({ block, end }: Span): boolean {
  return /^\s*[\]}]+$/.test(block.text.slice(block.text.lastIndexOf("\n", end - 1) + 1, end));
}

function hasLines({ block, start, end }: Span): boolean {
  const lineEnd = block.text.indexOf("\n", start);
  return lineEnd >= 0 && lineEnd < end;
}

function visitEntry({ span, value }: Entry, depth: number, into: Fold[], deeper = true): void {
  into.push({ span, depth, closes: isBracketed(value) });
  if (deeper) visitNode(value, depth + 1, into);
}

function visitNode(node: SyntaxNode, depth: number, into: Fold[]): void {
  if (node.kind === "mapping") {
    for (const entry of node.entries) if (!entry.merged) visitEntry(entry, depth, into);
  } else if (node.kind === "sequence") {
    for (const item of node.items) {
      if (item.kind === "scalar") continue;
      into.push({ span: item.span, depth, closes: isBracketed(item) });
      visitNode(item, depth + 1, into);
    }
  }
}

function isBracketed(node: SyntaxNode): boolean {
  return node.kind !== "scalar" && "flow" in node && node.flow;
}

/** Lines that hold comments alone, one under the other; and what stands between `#region` and `#endregion`. */
function commentAreas(text: string): readonly FoldingArea[] {
  const areas: FoldingArea[] = [];
  const regions: number[] = [];
  let run: TextRange | undefined;
  const close = (): void => {
    if (run) areas.push({ range: run, kind: "comment", depth: 0, closes: false });
    run = undefined;
  };
  for (const match of text.matchAll(/^[ \t]*#.*$/gm)) {
    const line = { start: match.index, end: match.index + match[0].trimEnd().length };
    const isMark = /^\s*#\s*(end)?region\b/.exec(match[0]);
    if (isMark) {
      close();
      const opened = isMark[1] ? regions.pop() : undefined;
      if (!isMark[1]) regions.push(line.start);
      else if (opened !== undefined) {
        areas.push({ range: { start: opened, end: line.end }, kind: "region", depth: 0, closes: false });
      }
      continue;
    }
    const follows = run && /^\r?\n$/.test(text.slice(run.end, line.start).replace(/[ \t]/g, ""));
    if (run && follows) run = { start: run.start, end: line.end };
    else {
      close();
      run = line;
    }
  }
  close();
  return areas;
}
