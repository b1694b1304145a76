/** One stretch of YAML -> nodes, by the parser and composer of `yaml`. */
import { Composer, type CST, type Document, Parser } from "yaml";
import type { Block } from "../../base/span.ts";
import { maxDepth, noCounts, type ParsedBlock, type ParsedWhole } from "../block.ts";
import type { Entry, SyntaxNode, SyntaxProblem } from "../tree.ts";
import { type Converted, convertContents } from "./convert.ts";
import { firstDocument } from "./lines.ts";
import { findRepair } from "./repair.ts";
import { schema } from "./schema.ts";

export function parseYamlBlock(text: string): ParsedBlock {
  const block: Block = { text };
  const { node, problems, counts, anchors, missingAnchors } = parseStretch(block, 0, text.length);
  return { block, entries: entriesOf(node), problems, counts, anchors, missingAnchors };
}

export function parseYamlWhole(block: Block): ParsedWhole {
  const { start, end } = firstDocument(block.text);
  const { node, problems, counts, missingAnchors } = parseStretch(block, start, end);
  const unknown = missingAnchors.map(({ span }): SyntaxProblem => ({ code: "unknown-alias", span }));
  return { root: node?.kind === "mapping" ? node : undefined, problems: [...problems, ...unknown], counts };
}

/** What the block holds, as entries: a word alone is a key that is still being typed. */
function entriesOf(node: SyntaxNode | undefined): readonly Entry[] {
  if (node?.kind === "mapping") return node.entries;
  if (node?.kind !== "scalar" || node.text === "") return [];
  const { block, end } = node.span;
  const value: SyntaxNode = {
    kind: "scalar",
    value: null,
    text: "",
    style: "plain",
    span: { block, start: end, end },
  };
  return [{ key: node, value, span: node.span }];
}

interface Stretch extends Converted {
  readonly problems: readonly SyntaxProblem[];
}

/** How often a stretch is mended and parsed again, at most. */
const maxRepairs = 6;

function parseStretch(block: Block, start: number, end: number): Stretch {
  // Offsets stay those of the block: what is outside the stretch is never looked at.
  let source = block.text.slice(start, end);
  const spanOf = (from: number, to: number) => ({
    block,
    start: clamp(from + start, start, end),
    end: clamp(Math.max(from, to) + start, start, end),
  });
  if (isTooDeep(source)) return tooDeep(block, start, end);

  const repaired: SyntaxProblem[] = [];
  for (let repairs = 0; ; repairs += 1) {
    const tokens = [...new Parser().parse(source)];
    if (hasDeepTokens(tokens)) return tooDeep(block, start, end);
    const document = compose(tokens, source.length);
    const repair = repairs < maxRepairs ? findRepair(document, source) : undefined;
    if (repair) {
      source = repair.source;
      for (const { code, at, detail } of repair.problems) repaired.push({ code, span: spanOf(at, at + 1), detail });
      continue;
    }
    const problems: SyntaxProblem[] = [...repaired];
    for (const { code, pos, message } of document?.errors ?? []) {
      const problemCode = code === "TAB_AS_INDENT" ? "tab-indentation" : "syntax-error";
      problems.push({ code: problemCode, span: spanOf(pos[0], pos[1]), detail: message });
    }
    const converted = convertContents(document?.contents ?? undefined, { block, source, shift: start });
    return { ...converted, problems: [...problems, ...converted.problems] };
  }
}

/** The key alone, so that the entry is known at least. */
function tooDeep(block: Block, start: number, end: number): Stretch {
  const problem: SyntaxProblem = { code: "too-deep", span: { block, start, end: start } };
  const key = /^\s*[\w"'.:-]+?:(?=\s)/.exec(block.text.slice(start, start + 400))?.[0] ?? "";
  const rest =
    key === "" || start + key.length >= end
      ? { node: undefined, problems: [], counts: noCounts(), anchors: [], missingAnchors: [] }
      : parseStretch(block, start, start + key.length);
  return { ...rest, problems: [...rest.problems, problem] };
}

function compose(tokens: readonly CST.Token[], length: number): Document.Parsed | undefined {
  const composer = new Composer({ version: "1.2", schema, uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  for (const document of composer.compose(tokens, true, length)) return document;
  return undefined;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Cheap refusal of texts that would keep the parser busy for seconds. */
function isTooDeep(source: string): boolean {
  // The look-behind starts each attempt at a word, so that a text without spaces is looked at once, not once per letter.
  if (/(?:[-?:] ){60}|(?<![^\s:])(?:[^\s:]+: ){60}/.test(source)) return true;
  let depth = 0;
  for (const { 0: bracket } of source.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxDepth * 4) return true;
  }
  return false;
}

/** Whether the tokens nest deeper than can be composed; without recursion, as that is the point. */
function hasDeepTokens(tokens: readonly CST.Token[]): boolean {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) return true;
    if (token.type === "document" && token.value) open.push({ token: token.value, depth: depth + 1 });
    if (!("items" in token)) continue;
    for (const item of token.items) {
      if (item.key) open.push({ token: item.key, depth: depth + 1 });
      if (item.value) open.push({ token: item.value, depth: depth + 1 });
    }
  }
  return false;
}
