/** Hover on an attribute of a resource, behind `!GetAtt` or in `${…}`. */
import type { CallExpression } from "../../template/expression.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { code, firstSentences, paragraphs, strong } from "../markdown.ts";
import { entityLine } from "./declaration.ts";
import type { HoverContext } from "./property.ts";
import { valueLine } from "./value-text.ts";

const words = {
  attribute: { en: "attribute of {type}", ja: "{type} の属性" },
  awsWords: { en: "AWS", ja: "AWS (英語)" },
} as const;

/** @param call the function that reads it, for its value */
export async function attributeHover(
  id: string,
  attribute: string,
  call: CallExpression | undefined,
  snapshot: Snapshot,
  { spec, language, quotesAws = true }: HoverContext,
): Promise<string | undefined> {
  const resource = snapshot.template.resources.get(id);
  if (resource === undefined) return undefined;
  const documentation = quotesAws ? await spec.documentation(resource.type, [attribute]) : undefined;
  return paragraphs(
    `${strong(`${id}.${attribute}`)} · ${words.attribute[language].replace("{type}", code(resource.type))}`,
    // What only the resource knows is named already.
    call && snapshot.evaluator.resolve(call).kind !== "reference"
      ? valueLine(call, snapshot.evaluator, language)
      : undefined,
    entityLine(id, snapshot, language),
    documentation && `*${words.awsWords[language]}:* ${firstSentences(documentation, 200)}`,
  );
}
