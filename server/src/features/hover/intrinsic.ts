/** Hover on an intrinsic function's name: what it does, how it is written, and what it comes to here. */
import type { CallExpression } from "../../template/expression.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { code, link, paragraphs, strong } from "../markdown.ts";
import { intrinsicPage, intrinsicTexts } from "./intrinsic-texts.ts";
import type { HoverContext } from "./property.ts";
import { valueLine } from "./value-text.ts";

const words = { documentation: { en: "AWS documentation", ja: "AWS ドキュメント" } } as const;

export function intrinsicHover(
  call: CallExpression,
  { evaluator }: Snapshot,
  { language }: HoverContext,
): string | undefined {
  const known = intrinsicTexts[call.name];
  if (!known) return undefined;
  const name = call.name === "Ref" || call.name === "Condition" ? call.name : `Fn::${call.name}`;
  return paragraphs(
    `${strong(name)} · ${code(known.usage)}`,
    known.text[language],
    valueLine(call, evaluator, language),
    link(words.documentation[language], intrinsicPage(call.name)),
  );
}
