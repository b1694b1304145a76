/** Hovers over marked text: `$0` is the pointer. */
import type { Language } from "../../server/src/base/localized.ts";
import { hover } from "../../server/src/features/hover/hover.ts";
import type { CodeLanguage } from "../../server/src/syntax/code/parsers.ts";
import { codeSnapshotOf, knowledge, type MarkedSnapshot, snapshotOf, spec } from "./snapshot.ts";

export interface ShownHover {
  readonly markdown: string;
  /** The text that the editor highlights. */
  readonly about: string;
}

const links = { topic: (id: string) => `command:topic?${id}` };

/** Undefined where nothing is shown. */
export async function hoverOn(
  marked: string,
  { language = "en", notation = "yaml" }: { language?: Language; notation?: "yaml" | "json" } = {},
): Promise<ShownHover | undefined> {
  return shownHover(snapshotOf(marked, notation), language);
}

/** The same in a CDK program. */
export async function hoverInCode(
  marked: string,
  { language = "en", program = "typescript" }: { language?: Language; program?: CodeLanguage } = {},
): Promise<ShownHover | undefined> {
  return shownHover(await codeSnapshotOf(marked, program), language);
}

async function shownHover(
  { snapshot, text, cursor }: MarkedSnapshot,
  language: Language,
): Promise<ShownHover | undefined> {
  const context = { spec, knowledge, language, links };
  const shown = await hover(snapshot, cursor, context);
  return shown && { markdown: shown.markdown, about: text.slice(shown.range.start, shown.range.end) };
}
