/** Lines and columns of a text, as people count them. */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextRange } from "../server/src/base/span.ts";
import type { Place } from "./report.ts";

/** Counts the lines of a text once; the result places ranges in it. */
export function lineReader(text: string): (range: TextRange) => Place {
  const document = TextDocument.create("", "", 0, text);
  return ({ start, end }) => {
    const from = document.positionAt(start);
    const to = document.positionAt(end);
    return {
      line: from.line + 1,
      column: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    };
  };
}
