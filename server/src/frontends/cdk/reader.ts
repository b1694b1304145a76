/**
 * The front end for CDK programs: TypeScript, JavaScript or Python source -> the same `Template` that a CloudFormation
 * document gives. The program is read, never run. What cannot be read is unknown; what is broken at the moment keeps
 * its last good reading.
 */
import type { Block, Layout } from "../../base/span.ts";
import type { Program } from "../../syntax/code/ast.ts";
import { commentsWith } from "../../syntax/code/comments.ts";
import type { CodeLanguage, CodeParser, CodeParsers } from "../../syntax/code/parsers.ts";
import { readPython } from "../../syntax/code/python.ts";
import type { RawNode } from "../../syntax/code/raw.ts";
import type { StatementCache } from "../../syntax/code/shared.ts";
import { readTypeScript } from "../../syntax/code/typescript.ts";
import { createLayout } from "../../syntax/layout.ts";
import { type IgnoreNote, ignoreWord } from "../../template/ignores.ts";
import type { Template } from "../../template/template.ts";
import type { DocumentReader, ReadDocument } from "../../workspace/snapshot.ts";
import { notesInComments } from "../ignores/read-comments.ts";
import { writeComment } from "../ignores/write-comment.ts";
import { writtenRanges } from "../ignores/written-ranges.ts";
import type { CdkCatalog, Dialect } from "./catalog.ts";
import { importsCdk, mentionsCdk } from "./imports.ts";
import { type LastGood, readKeeping } from "./last-good.ts";
import { awaitsNumber, numberPlace } from "./number-place.ts";
import { placeAt } from "./places.ts";
import { readProgram } from "./read-program.ts";
import type { Reading } from "./reading.ts";
import { renderEdits } from "./render.ts";
import { writeAnyhow } from "./write-value.ts";

/** A reader for the versions of one document. */
export function createCdkReader(language: CodeLanguage, parsers: CodeParsers, catalog: CdkCatalog): DocumentReader {
  const dialect: Dialect = language === "python" ? "snake" : "camel";
  let parser: CodeParser | undefined;
  let lastGood: LastGood | undefined;
  const statements: StatementCache = new WeakMap();

  function programOf(text: string, by: CodeParser, root = by.parse(text)): Program {
    return language === "python" ? readPython(text, root, statements) : readTypeScript(text, root, statements);
  }

  function readDraft(text: string, by: CodeParser): Reading {
    return readProgram(programOf(text, by), { text }, catalog, dialect);
  }

  /** Drafts have a parser of their own: the document's stays at the document's version. */
  function withParser<T>(work: (by: CodeParser) => T): T {
    const by = parsers.createParser(language);
    try {
      return work(by);
    } finally {
      by.dispose();
    }
  }

  function read(text: string): ReadDocument | undefined {
    if (!mentionsCdk(text)) return undefined;
    parser ??= parsers.createParser(language);
    const root = parser.parse(text);
    const program = programOf(text, parser, root);
    if (!lastGood && !importsCdk(program)) return undefined;
    const block: Block = { text };
    const { reading, assembled, next } = readKeeping({ program, block, catalog, dialect }, lastGood);
    lastGood = next;
    const layout = createLayout(block, []);
    const { template } = assembled;
    const notesOf = (tree: RawNode, of: Layout, read: Template) =>
      notesInComments({ layout: of, template: read, comments: commentsWith(tree, of.text, ignoreWord) });
    const readBack = (changed: string) =>
      withParser((by) => {
        const tree = by.parse(changed);
        const draft = programOf(changed, by, tree);
        if (draft.errors.length > program.errors.length) return undefined;
        const changedBlock: Block = { text: changed };
        const { assembled: again } = readKeeping({ program: draft, block: changedBlock, catalog, dialect }, undefined);
        return notesOf(tree, createLayout(changedBlock, []), again.template);
      });
    const marker = language === "python" ? "  #" : " //";
    let notes: readonly IgnoreNote[] | undefined;
    return {
      layout,
      template,
      problems: [],
      placeAt: (offset) =>
        awaitsNumber(text, offset)
          ? withParser((by) => numberPlace(block, offset, (draft) => readDraft(draft, by)))
          : placeAt(reading, assembled, offset),
      ignores() {
        notes ??= notesOf(root, layout, template);
        return notes;
      },
      writeIgnore(rule, place) {
        const id = place.kind === "resource" ? template.resources.get(place.id)?.idSpan : undefined;
        const offset = place.kind === "line" ? place.offset : id && layout.rangeOf(id).start;
        if (offset === undefined) return undefined;
        const comments = commentsWith(root, text, ignoreWord);
        return writeComment({ text, marker, comments, read: readBack }, rule, offset);
      },
      render: (edits) =>
        writtenRanges(edits) ??
        withParser((draftParser) => renderEdits(reading, edits, (draft) => readDraft(draft, draftParser))),
      renderValue: (value, offset) => writeAnyhow(reading, value, offset),
    };
  }

  return {
    read,
    dispose() {
      parser?.dispose();
      parser = undefined;
      lastGood = undefined;
    },
  };
}
