/** Places of templates that may not be open, in lines and columns. */
import type { Location, Position, Range } from "vscode-languageserver-types";
import type { TextRange } from "../base/span.ts";
import type { WorkspacePlace } from "../features/workspace-navigation/navigation.ts";
import type { TemplateSummary } from "../workspace/template-index/summary.ts";

/** A place in a template that may not be open. */
export function locationOf({ template, at }: WorkspacePlace): Location {
  return { uri: template.uri, range: rangeIn(template, at) };
}

function rangeIn({ lineStarts }: TemplateSummary, { start, end }: TextRange): Range {
  return { start: positionIn(lineStarts, start), end: positionIn(lineStarts, end) };
}

function positionIn(lineStarts: Uint32Array, offset: number): Position {
  let [low, high] = [0, lineStarts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const line = Math.max(0, low - 1);
  return { line, character: offset - (lineStarts[line] ?? 0) };
}
