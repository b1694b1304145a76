/** The CloudFormation front end: a YAML or JSON template, as the layers behind read it. */
import { createParser, type ParsedDocument, type SyntaxParser } from "../../syntax/document.ts";
import type { Template } from "../../template/template.ts";
import type { DocumentReader, ReadDocument } from "../../workspace/snapshot.ts";
import { writtenRanges } from "../ignores/written-ranges.ts";
import { isTemplate } from "./detect.ts";
import { createIgnores } from "./ignores.ts";
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
  const ignores = createIgnores(tree, template, (text) => {
    const draft = parser.fork().parse(text);
    return draft.root && { tree: draft, template: readTemplate(draft.root, memo) };
  });
  return {
    layout: tree.layout,
    template,
    tree,
    problems: problemsOf(tree, template),
    placeAt: (offset) => placeAt(tree, template, offset),
    render: (edits) => writtenRanges(edits) ?? renderEdits(tree, edits, parser.fork()),
    ignores: () => ignores.notes(),
    writeIgnore: (rule, place) => ignores.write(rule, place),
    renderValue: (value) => inline(sheetOf(tree), value),
  };
}

/** A name declared twice is mostly a key written twice, which the syntax has reported. */
function problemsOf({ problems }: ParsedDocument, template: Template): ReadDocument["problems"] {
  const reported = new Set(problems.filter(({ code }) => code === "duplicate-key").map(({ span }) => span));
  return [...problems, ...template.problems.filter(({ span }) => !reported.has(span))];
}
