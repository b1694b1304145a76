/** The CloudFormation front end: a YAML or JSON template, as the layers behind read it. */
import type { Span } from "../../base/span.ts";
import { createParser, type ParsedDocument, type SyntaxParser } from "../../syntax/document.ts";
import type { DocumentReader, ReadDocument } from "../../workspace/snapshot.ts";
import { isTemplate } from "./detect.ts";
import { inline, sheetOf } from "./node-edits.ts";
import { placeAt } from "./place.ts";
import { createTemplateMemo, readTemplate } from "./read-template.ts";
import { renderEdits } from "./render.ts";

/**
 * A reader for the versions of one document. What an edit leaves untouched comes back as the same objects: syntax
 * nodes, expressions, resources.
 */
export function createCloudFormationReader(language: "yaml" | "json"): DocumentReader {
  let parser = createParser(language);
  let memo = createTemplateMemo();
  return {
    read(text) {
      const tree = parser.parse(text);
      return tree.root && isTemplate(tree.root) ? readDocument(tree, tree.root, memo, parser) : undefined;
    },
    dispose() {
      parser = createParser(language);
      memo = createTemplateMemo();
    },
  };
}

function readDocument(
  tree: ParsedDocument,
  root: NonNullable<ParsedDocument["root"]>,
  memo: ReturnType<typeof createTemplateMemo>,
  parser: SyntaxParser,
): ReadDocument {
  const template = readTemplate(root, memo);
  return {
    layout: tree.layout,
    template,
    problems: [...tree.problems, ...template.problems.filter((problem) => !isDuplicateKey(tree, problem.span))],
    placeAt: (offset) => placeAt(tree, template, offset),
    render: (edits) => renderEdits(tree, edits, parser.fork()),
    renderValue: (value) => inline(sheetOf(tree), value),
  };
}

/** A name declared twice is mostly a key written twice, which the syntax has reported. */
function isDuplicateKey(tree: ParsedDocument, span: Span): boolean {
  return tree.problems.some((problem) => problem.code === "duplicate-key" && problem.span === span);
}
