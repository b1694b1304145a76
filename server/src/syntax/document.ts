/**
 * Text -> syntax tree, block by block. The borders of the blocks are a pure function of the text, and so is what a
 * block says; a version takes over the blocks of the version before whose text it still has. So any sequence of edits
 * gives the tree that parsing the final text gives.
 */
import type { Block, TextRange } from "../base/span.ts";
import {
  addCounts,
  append,
  type BlockLanguage,
  duplicateKeys,
  noCounts,
  type Outline,
  type ParsedBlock,
} from "./block.ts";
import { jsonLanguage } from "./json/language.ts";
import { createLayout, type PlacedBlock } from "./layout.ts";
import { editOutline, type OutlinedText } from "./outline-edit.ts";
import { styleOf } from "./style.ts";
import type { Entry, ParseStatistics, ScalarNode, SyntaxProblem, SyntaxTree } from "./tree.ts";
import { yamlLanguage } from "./yaml/language.ts";

export type ParsedDocument = SyntaxTree & { readonly statistics: ParseStatistics };

/** Parses the versions of one document; keeps the blocks of the latest. */
export interface SyntaxParser {
  /** Total: broken text gives the best tree that can be had, plus problems. */
  parse(text: string): ParsedDocument;
  /** Another parser that begins with the blocks of this one, for texts that do not become versions of the document. */
  fork(): SyntaxParser;
}

/** A parser for the versions of one document. A YAML document that is one JSON object is read as JSON. */
export function createParser(language: "yaml" | "json"): SyntaxParser {
  return parserFrom(language, undefined);
}

/** The latest version that could be read in blocks. */
interface Version extends OutlinedText {
  readonly by: BlockLanguage;
  readonly blocks: readonly ParsedBlock[];
}

function parserFrom(language: "yaml" | "json", latest: Version | undefined): SyntaxParser {
  let previous = latest;
  return {
    fork: () => parserFrom(language, previous),
    parse(text) {
      const edit = previous && editOutline(previous.by, previous, text);
      const by =
        edit && previous ? previous.by : language === "yaml" && !isJsonObject(text) ? yamlLanguage : jsonLanguage;
      const outline = edit?.outline ?? by.outline(text);
      const parsed =
        outline && parseOutline(by, text, outline, by === previous?.by ? previous : undefined, edit?.changed);
      if (outline && parsed && !hasAliasOverBorders(parsed.blocks)) {
        previous = { by, text, outline, ranges: parsed.ranges, blocks: parsed.blocks };
        return assemble(by, text, outline, parsed);
      }
      previous = undefined;
      return parseWhole(by, text);
    },
  };
}

/** JSON is written in YAML files too; reading it as JSON keeps it quick and its edits in style. */
function isJsonObject(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"/.test(text) && jsonLanguage.outline(text)?.problems.length === 0;
}

interface ParsedOutline {
  readonly ranges: readonly TextRange[];
  /** In the order of the text, one per range of the outline. */
  readonly blocks: readonly ParsedBlock[];
  readonly placed: readonly PlacedBlock[];
  readonly parsedBlocks: number;
}

function rangesOf(outline: Outline): TextRange[] {
  return outline.parts.flatMap((part) => (part.kind === "piece" ? [part.range] : part.entries));
}

function parseOutline(
  language: BlockLanguage,
  text: string,
  outline: Outline,
  previous: Version | undefined,
  changed: number | undefined,
): ParsedOutline {
  const ranges = rangesOf(outline);
  const textIn = (range: TextRange) => text.slice(range.start, range.end);
  const blocks =
    previous && changed !== undefined
      ? previous.blocks.map((block, index) => (index === changed ? undefined : block))
      : reuse(ranges.map(textIn), previous?.blocks ?? []);
  let parsedBlocks = 0;
  const complete = ranges.map((range, index) => {
    const block = blocks[index];
    if (block) return block;
    parsedBlocks += 1;
    return language.parseBlock(textIn(range));
  });
  const placed = complete.map(({ block }, index) => ({ block, start: ranges[index]?.start ?? 0 }));
  return { ranges, blocks: complete, placed, parsedBlocks };
}

/** The previous blocks with these texts: equal beginnings and endings first, then whatever moved in between. */
function reuse(texts: readonly string[], previous: readonly ParsedBlock[]): (ParsedBlock | undefined)[] {
  const found: (ParsedBlock | undefined)[] = new Array(texts.length).fill(undefined);
  let from = 0;
  while (from < texts.length && from < previous.length && previous[from]?.block.text === texts[from]) {
    found[from] = previous[from];
    from += 1;
  }
  let end = texts.length;
  let previousEnd = previous.length;
  while (end > from && previousEnd > from && previous[previousEnd - 1]?.block.text === texts[end - 1]) {
    end -= 1;
    previousEnd -= 1;
    found[end] = previous[previousEnd];
  }
  const moved = new Map<string, ParsedBlock[]>();
  for (const block of previous.slice(from, previousEnd)) {
    const same = moved.get(block.block.text);
    if (same) same.push(block);
    else moved.set(block.block.text, [block]);
  }
  for (let index = from; index < end; index += 1) found[index] = moved.get(texts[index] ?? "")?.shift();
  return found;
}

function hasAliasOverBorders(blocks: readonly ParsedBlock[]): boolean {
  const declared = new Set<string>();
  for (const { anchors, missingAnchors } of blocks) {
    if (missingAnchors.some(({ name }) => declared.has(name))) return true;
    for (const name of anchors) declared.add(name);
  }
  return false;
}

function assemble(language: BlockLanguage, text: string, outline: Outline, parsed: ParsedOutline): ParsedDocument {
  const document: Block = { text };
  const spanOf = (range: TextRange) => ({ block: document, start: range.start, end: range.end });
  const problems: SyntaxProblem[] = outline.problems.map(({ code, range, detail }) => ({
    code,
    span: spanOf(range),
    detail,
  }));
  const flow = language.name === "json";
  const rootEntries: Entry[] = [];
  let next = 0;
  const take = (): readonly Entry[] => {
    const block = parsed.blocks[next];
    next += 1;
    if (!block) return [];
    append(problems, block.problems);
    for (const { span } of block.missingAnchors) problems.push({ code: "unknown-alias", span });
    return block.entries;
  };
  for (const part of outline.parts) {
    if (part.kind === "piece") {
      append(rootEntries, take());
      continue;
    }
    const entries = part.entries.flatMap(take);
    append(problems, duplicateKeys(entries));
    rootEntries.push({
      key: sectionKey(text, part.name, spanOf(part.key)),
      value: { kind: "mapping", entries, flow, span: spanOf(part.value) },
      span: spanOf({ start: part.key.start, end: part.value.end }),
    });
  }
  append(problems, duplicateKeys(rootEntries));

  const counts = noCounts();
  for (const block of parsed.blocks) addCounts(counts, block.counts);
  const layout = createLayout(document, parsed.placed);
  return {
    layout,
    root: { kind: "mapping", entries: rootEntries, flow, span: spanOf(outline.root) },
    problems: inOrder(problems, (problem) => layout.rangeOf(problem.span).start),
    style: styleOf(language.name, text, counts),
    statistics: {
      parsedBlocks: parsed.parsedBlocks,
      reusedBlocks: parsed.blocks.length - parsed.parsedBlocks,
      whole: false,
    },
  };
}

function sectionKey(text: string, name: string, span: ScalarNode["span"]): ScalarNode {
  const quote = text[span.start];
  const style = quote === '"' ? "double-quoted" : quote === "'" ? "single-quoted" : "plain";
  return { kind: "scalar", value: name, text: name, style, span };
}

function parseWhole(language: BlockLanguage, text: string): ParsedDocument {
  const document: Block = { text };
  const { root, problems, counts } = language.parseWhole(document);
  return {
    layout: createLayout(document, []),
    root,
    problems: inOrder(problems, (problem) => problem.span.start),
    style: styleOf(language.name, text, counts),
    statistics: { parsedBlocks: 1, reusedBlocks: 0, whole: true },
  };
}

function inOrder<T>(items: readonly T[], position: (item: T) => number): T[] {
  return [...items].sort((a, b) => position(a) - position(b));
}
