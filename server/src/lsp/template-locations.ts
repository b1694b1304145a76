/** Places of templates that may not be open, in lines and columns. */
import type { Location, Range } from "vscode-languageserver-types";
import { positionIn } from "../base/lines.ts";
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
