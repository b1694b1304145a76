/**
 * The front end for CDK programs: TypeScript, JavaScript or Python source -> the same `Template` that a CloudFormation
 * document gives. The program is read, never run. What cannot be read is unknown; what is broken at the moment keeps
 * its last good reading.
 */
import type { Block } from "../../base/span.ts";
import type { Program } from "../../syntax/code/ast.ts";
import type { CodeLanguage, CodeParser, CodeParsers } from "../../syntax/code/parsers.ts";
import { readPython } from "../../syntax/code/python.ts";
import { readTypeScript } from "../../syntax/code/typescript.ts";
import { createLayout } from "../../syntax/layout.ts";
import type { DocumentReader, ReadDocument } from "../../workspace/snapshot.ts";
import type { CdkCatalog, Dialect } from "./catalog.ts";
import { importsCdk, mentionsCdk } from "./imports.ts";
import { type LastGood, readKeeping } from "./last-good.ts";
import { placeAt } from "./places.ts";
import { createRenderer } from "./render.ts";

/** A reader for the versions of one document. */
export function createCdkReader(language: CodeLanguage, parsers: CodeParsers, catalog: CdkCatalog): DocumentReader {
  const dialect: Dialect = language === "python" ? "snake" : "camel";
  let parser: CodeParser | undefined;
  let lastGood: LastGood | undefined;

  function read(text: string): ReadDocument | undefined {
    if (!mentionsCdk(text)) return undefined;
    parser ??= parsers.createParser(language);
    const root = parser.parse(text);
    const program: Program = language === "python" ? readPython(text, root) : readTypeScript(text, root);
    if (!lastGood && !importsCdk(program)) return undefined;
    const block: Block = { text };
    const { reading, assembled, next } = readKeeping({ program, block, catalog, dialect }, lastGood);
    lastGood = next;
    const layout = createLayout(block, []);
    const renderer = createRenderer(reading, assembled);
    return {
      layout,
      template: assembled.template,
      problems: [],
      placeAt: (offset) => placeAt(reading, assembled, offset),
      render: renderer.render,
      renderValue: renderer.renderValue,
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
