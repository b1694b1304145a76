/** Hover on an intrinsic function's name: what it does, how it is written, and what it comes to here. */
import type { Language } from "../../base/localized.ts";
import type { CallExpression } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import { zoneSelection } from "../../template/zone-selection.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { code, link, paragraphs, strong } from "../markdown.ts";
import { conditionWords, usualOutcome } from "./condition-words.ts";
import { nameHover } from "./declaration.ts";
import { intrinsicPage, intrinsicTexts } from "./intrinsic-texts.ts";
import { lookupLines } from "./mapping-lines.ts";
import { partialText } from "./partial-text.ts";
import type { HoverContext } from "./property.ts";
import { valueLine } from "./value-text.ts";

const words = {
  documentation: { en: "AWS documentation", ja: "AWS ドキュメント" },
  value: { en: "Value", ja: "値" },
  firstZone: {
    en: "zone {n} of the stack's Region; its name is known at deployment",
    ja: "スタックのリージョンの {n} 番目の AZ。名前はデプロイ時に決まる",
  },
  refGives: { en: "`Ref` gives its {what}.", ja: "`Ref` の値は {what}。" },
  now: { en: "With the values at hand: {outcome}", ja: "現在の値では{outcome}" },
  true: { en: "true", ja: "真" },
  false: { en: "false", ja: "偽" },
} as const;

const conditionCalls: ReadonlySet<string> = new Set(["Equals", "And", "Or", "Not", "Condition"]);

export function intrinsicHover(call: CallExpression, snapshot: Snapshot, context: HoverContext): string | undefined {
  const { language } = context;
  const known = intrinsicTexts[call.name];
  if (!known) return undefined;
  const name = call.name === "Ref" || call.name === "Condition" ? call.name : `Fn::${call.name}`;
  return paragraphs(
    `${strong(name)} · ${code(known.usage)}`,
    outcome(call, snapshot, context),
    call.name === "FindInMap" ? lookupLines(call, snapshot, language) : undefined,
    known.text[language],
    link(words.documentation[language], intrinsicPage(call.name)),
  );
}

/** What the call comes to: the answer first. */
function outcome(call: CallExpression, snapshot: Snapshot, context: HoverContext): string | undefined {
  const { evaluator } = snapshot;
  const { language } = context;
  if (conditionCalls.has(call.name)) return conditionLine(call, snapshot, language);
  if (call.name === "Ref") {
    const id = textOfScalar(call.argument) ?? "";
    return paragraphs(nameHover(id, snapshot, context), refLine(id, snapshot, context));
  }
  const zone = zoneOf(call);
  if (zone !== undefined && evaluator.resolve(call).kind === "unknown") {
    return `${words.value[language]}: ${words.firstZone[language].replace("{n}", String(zone + 1))}`;
  }
  const partial = evaluator.resolve(call).kind === "unknown" ? partialText(call, evaluator) : undefined;
  return partial === undefined ? valueLine(call, evaluator, language) : `${words.value[language]}: ${code(partial)}`;
}

/** What `Ref` of a resource gives; undefined for what is none, or has no single identity. */
export function refLine(id: string, { template }: Snapshot, { spec, language }: HoverContext): string | undefined {
  const resource = template.resources.get(id);
  const what = resource && spec.type(resource.type)?.ref;
  return what === undefined ? undefined : words.refGives[language].replace("{what}", code(what));
}

function conditionLine(call: CallExpression, snapshot: Snapshot, language: Language): string | undefined {
  const usual = usualOutcome(call, snapshot);
  return paragraphs(
    conditionWords(call, snapshot, language),
    usual === undefined ? undefined : words.now[language].replace("{outcome}", words[`${usual}`][language]),
  );
}

/** The position in the zones of the stack's own Region. */
function zoneOf(call: CallExpression): number | undefined {
  const { index, region } = zoneSelection(call) ?? {};
  return index?.kind === "scalar" && region === "" && /^\d+$/.test(index.text) ? Number(index.text) : undefined;
}
