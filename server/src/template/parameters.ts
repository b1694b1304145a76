/** What a parameter or pseudo parameter comes to. */
import type { Span } from "../base/span.ts";
import type { ResolveContext } from "./context.ts";
import type { Expression } from "./expression.ts";
import type { Parameter } from "./template.ts";
import type { Data, KnownValue, Provenance, UnknownReason, Value } from "./value.ts";
import { absent, isDynamic, known, unknown } from "./values.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
export const pseudoParameters = [
  "AWS::AccountId",
  "AWS::NotificationARNs",
  "AWS::NoValue",
  "AWS::Partition",
  "AWS::Region",
  "AWS::StackId",
  "AWS::StackName",
  "AWS::URLSuffix",
] as const;
const pseudoNames: ReadonlySet<string> = new Set(pseudoParameters);

export function isPseudoParameter(name: string): boolean {
  return pseudoNames.has(name);
}

/** Undefined where the template declares no such parameter and CloudFormation has no such pseudo parameter. */
export function parameterValue(context: ResolveContext, name: string, span: Span): Value | undefined {
  if (isPseudoParameter(name)) return pseudoParameterValue(context, name, span);
  const parameter = context.template.parameters.get(name);
  return parameter && declaredValue(context, parameter, span);
}

function pseudoParameterValue(context: ResolveContext, name: string, span: Span): Value {
  if (name === "AWS::NoValue") return absent(span);
  const { region } = context.options;
  const value = region === undefined ? undefined : ofRegion(name, region);
  return value === undefined
    ? unknown({ kind: "pseudo-parameter", name }, span)
    : known(value, span, [{ kind: "assumed", parameter: name, value }]);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html (Partition, URLSuffix) */
function ofRegion(name: string, region: string): string | undefined {
  const china = region.startsWith("cn-");
  if (name === "AWS::Region") return region;
  if (name === "AWS::URLSuffix") return china ? "amazonaws.com.cn" : "amazonaws.com";
  if (name !== "AWS::Partition") return undefined;
  return china ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function declaredValue(context: ResolveContext, parameter: Parameter, span: Span): Value {
  const { id, type } = parameter;
  const reason: UnknownReason = { kind: "parameter", name: id, type };
  const given = context.options.parameters?.get(id);
  if (given !== undefined) {
    return typedValue(type, given, span, { kind: "assumed", parameter: id, value: given }) ?? unknown(reason, span);
  }
  if (type.startsWith("AWS::SSM::Parameter::")) return unknown(reason, span);
  const written = context.useDefaults ? textOfScalar(parameter.default) : undefined;
  const value =
    written === undefined
      ? undefined
      : typedValue(type, written, span, { kind: "default", parameter: id, value: written });
  return value ?? unknown(reason, span, candidatesOf(parameter, span));
}

function candidatesOf(parameter: Parameter, span: Span): readonly KnownValue[] {
  return (parameter.allowedValues ?? []).flatMap((allowed) => {
    const text = textOfScalar(allowed);
    const origin: Provenance | undefined =
      text === undefined ? undefined : { kind: "assumed", parameter: parameter.id, value: text };
    const value =
      text === undefined || origin === undefined ? undefined : typedValue(parameter.type, text, span, origin);
    return value === undefined ? [] : [value];
  });
}

/** Parameters are text: what a schema made of `010` or `yes` does not count. */
export function textOfScalar(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== "scalar" || expression.value === null) return undefined;
  return typeof expression.value === "boolean" ? String(expression.value) : expression.text;
}

/** Undefined where the text is no value: empty (a placeholder, not a value) or to be filled in later. */
function typedValue(type: string, text: string, span: Span, origin: Provenance): KnownValue | undefined {
  if (text.trim() === "" || isDynamic(text)) return undefined;
  const from = [origin];
  if (type === "Number") return known(numberOr(text), span, from);
  if (type !== "CommaDelimitedList" && !type.startsWith("List<")) return known(text, span, from);
  const item = (part: string): Data => (type === "List<Number>" ? numberOr(part) : part);
  const parts = text.split(",").map((part) => known(item(part.trim()), span, from));
  return known(parts, span, from);
}

function numberOr(text: string): number | string {
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : text;
}
