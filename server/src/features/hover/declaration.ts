/** Hover on a name: what the resource is in the network, what a parameter, mapping, condition or output holds. */
import type { Language } from "../../base/localized.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Condition, Mapping, Output, Parameter, Resource } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { describe } from "../describe/entity.ts";
import { entityOf } from "../describe/find.ts";
import { routeLines } from "../describe/routes.ts";
import { code, name, paragraphs, strong } from "../markdown.ts";
import { conditionWords, usualOutcome } from "./condition-words.ts";
import { mappingLines } from "./mapping-lines.ts";
import { partialText } from "./partial-text.ts";
import type { HoverContext } from "./property.ts";
import { pseudoTexts } from "./pseudo-parameters.ts";
import { valueText } from "./value-text.ts";

const words = {
  parameter: { en: "parameter", ja: "パラメータ" },
  pseudo: { en: "pseudo parameter", ja: "擬似パラメータ" },
  mapping: { en: "mapping", ja: "マッピング" },
  condition: { en: "condition", ja: "条件" },
  output: { en: "output", ja: "出力" },
  default: { en: "Default", ja: "既定値" },
  noDefault: { en: "No default: given at deployment.", ja: "既定値なし。デプロイ時に指定。" },
  allowed: { en: "Allowed", ja: "許可される値" },
  more: { en: "… and {n} more", ja: "… ほか {n} 件" },
  always: { en: "always {outcome}", ja: "常に{outcome}" },
  depends: { en: "true or false, by the parameters", ja: "パラメータにより真または偽" },
  true: { en: "true", ja: "真" },
  false: { en: "false", ja: "偽" },
  trueWhen: { en: "True when {condition}.", ja: "{condition} のとき真。" },
  now: { en: "With the values at hand: {outcome}.", ja: "現在の値では{outcome}。" },
  decides: { en: "Only then: {names}", ja: "真のときだけ存在: {names}" },
  exported: { en: "Exported as {name}", ja: "エクスポート名: {name}" },
  attaches: { en: "attaches {gateway} to {vpc}", ja: "{gateway} を {vpc} にアタッチ" },
  onlyWhen: { en: "only when {condition} is true", ja: "{condition} が真のときだけ存在" },
  value: { en: "Value", ja: "値" },
} as const;

/** More than these are a list to scroll, not a hint. */
const mostAllowed = 12;

/** Undefined for a name that the template does not declare. */
export function nameHover(id: string, snapshot: Snapshot, context: HoverContext): string | undefined {
  const { resources, parameters, conditions, mappings } = snapshot.template;
  const declared = resources.get(id) ?? parameters.get(id) ?? conditions.get(id) ?? mappings.get(id);
  if (declared) return declarationHover(declared, snapshot, context);
  return id.startsWith("AWS::") ? pseudoParameter(id, snapshot, context) : undefined;
}

export function declarationHover(
  declared: Parameter | Mapping | Condition | Output | Resource,
  snapshot: Snapshot,
  { language }: HoverContext,
): string | undefined {
  const { template } = snapshot;
  const { id } = declared;
  if (isIn(template.resources, declared)) return resourceHover(declared, snapshot, language);
  if (isIn(template.parameters, declared)) return parameterHover(declared, snapshot, language);
  if (isIn(template.conditions, declared)) return conditionHover(declared, snapshot, language);
  if (isIn(template.outputs, declared)) return outputHover(declared, snapshot, language);
  const mapping = template.mappings.get(id);
  if (mapping === undefined || mapping !== declared) return undefined;
  return paragraphs(`${strong(id)} · ${words.mapping[language]}`, mappingLines(mapping.body, snapshot, language));
}

function isIn<T extends { readonly id: string }>(
  all: ReadonlyMap<string, T>,
  declared: { readonly id: string },
): declared is T {
  return all.get(declared.id) === declared;
}

/** "public subnet · 10.0.1.0/24, 251 usable addresses · …" with the name first; undefined where it is no network entity. */
export function entityLine(id: string, { network }: Snapshot, language: Language): string | undefined {
  const entity = entityOf(network, id);
  return entity && [strong(id), ...describe(entity, network, language)].join(" · ");
}

function resourceHover(resource: Resource, snapshot: Snapshot, language: Language): string {
  const condition = resource.condition?.name;
  return paragraphs(
    entityLine(resource.id, snapshot, language) ??
      [strong(resource.id), code(resource.type), attachmentLine(resource, snapshot, language)]
        .filter((part) => part !== undefined)
        .join(" · "),
    routeLines(resource.id, snapshot.network, language),
    condition && words.onlyWhen[language].replace("{condition}", code(condition)),
  );
}

function parameterHover(parameter: Parameter, { evaluator }: Snapshot, language: Language): string {
  const allowed = parameter.allowedValues?.slice(0, mostAllowed).map((value) => {
    return valueText(evaluator.resolve(value), language);
  });
  const left = (parameter.allowedValues?.length ?? 0) - mostAllowed;
  if (left > 0) allowed?.push(words.more[language].replace("{n}", String(left)));
  return paragraphs(
    `${strong(parameter.id)} · ${words.parameter[language]} · ${code(parameter.type)}`,
    parameter.noEcho
      ? undefined
      : parameter.default
        ? `${words.default[language]}: ${valueText(evaluator.resolve(parameter.default), language)}`
        : words.noDefault[language],
    allowed && allowed.length > 0 ? `${words.allowed[language]}: ${allowed.join(", ")}` : undefined,
  );
}

function pseudoParameter(id: string, { evaluator }: Snapshot, { language }: HoverContext): string {
  const value = evaluator.parameter(id);
  return paragraphs(
    `${strong(id)} · ${words.pseudo[language]}`,
    value?.kind === "known" ? `${words.value[language]}: ${valueText(value, language)}` : undefined,
    pseudoTexts[id]?.[language],
  );
}

function conditionHover(condition: Condition, snapshot: Snapshot, language: Language): string {
  const { evaluator } = snapshot;
  const canBeTrue = evaluator.conditions.when(condition.id, true) !== undefined;
  const canBeFalse = evaluator.conditions.when(condition.id, false) !== undefined;
  const outcome =
    canBeTrue && canBeFalse
      ? words.depends[language]
      : words.always[language].replace("{outcome}", (canBeTrue ? words.true : words.false)[language]);
  const said = conditionWords(condition.body, snapshot, language);
  const usual = canBeTrue && canBeFalse ? usualOutcome(condition.body, snapshot) : undefined;
  return paragraphs(
    `${strong(condition.id)} · ${words.condition[language]} · ${outcome}`,
    said && words.trueWhen[language].replace("{condition}", said),
    usual === undefined ? undefined : words.now[language].replace("{outcome}", words[`${usual}`][language]),
    decidedBy(condition.id, snapshot, language),
  );
}

/** What there is only when the condition is true. */
function decidedBy(id: string, { template }: Snapshot, language: Language): string | undefined {
  const declared = [...template.resources.values(), ...template.outputs.values()];
  const names = declared.filter(({ condition }) => condition?.name === id).map((each) => name(each.id));
  if (names.length === 0) return undefined;
  const shown = names.slice(0, mostAllowed);
  if (names.length > mostAllowed) shown.push(words.more[language].replace("{n}", String(names.length - mostAllowed)));
  return words.decides[language].replace("{names}", shown.join(language === "ja" ? "、" : ", "));
}

function outputHover(output: Output, snapshot: Snapshot, language: Language): string {
  const { evaluator } = snapshot;
  const { condition, exportName } = output;
  const text = exportName && exportText(exportName, snapshot, language);
  return paragraphs(
    `${strong(output.id)} · ${words.output[language]}`,
    output.value && `${words.value[language]}: ${valueText(evaluator.resolve(output.value), language)}`,
    text && words.exported[language].replace("{name}", text),
    condition && words.onlyWhen[language].replace("{condition}", code(condition.name)),
  );
}

function exportText(expression: Expression, { evaluator }: Snapshot, language: Language): string {
  const value = evaluator.resolve(expression);
  const partial =
    value.kind === "unknown" && expression.kind === "call" ? partialText(expression, evaluator) : undefined;
  const written =
    expression.kind === "call" && expression.argument.kind === "scalar" ? expression.argument.text : undefined;
  if (value.kind !== "unknown") return valueText(value, language);
  return code(partial ?? written ?? "…");
}

/** What a gateway attachment joins, which is no entity of its own. */
function attachmentLine(
  { type, properties }: Resource,
  { evaluator }: Snapshot,
  language: Language,
): string | undefined {
  if (type !== "AWS::EC2::VPCGatewayAttachment") return undefined;
  const idOf = (property: string): string | undefined => {
    const written = propertyOf(properties, property)?.value;
    const value = written && evaluator.resolve(written);
    return value?.kind === "reference" ? name(value.logicalId) : undefined;
  };
  const [gateway, vpc] = [idOf("InternetGatewayId") ?? idOf("VpnGatewayId"), idOf("VpcId")];
  if (gateway === undefined || vpc === undefined) return undefined;
  return words.attaches[language].replace("{gateway}", gateway).replace("{vpc}", vpc);
}
