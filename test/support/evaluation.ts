/** Templates and values for tests, written as text. */
import { createCloudFormationReader } from "../../server/src/frontends/cloudformation/reader.ts";
import { createEvaluator } from "../../server/src/template/evaluate.ts";
import { propertyOf } from "../../server/src/template/expression.ts";
import type { Template } from "../../server/src/template/template.ts";
import type { EvaluationOptions, Value } from "../../server/src/template/value.ts";

/** The template of a YAML text; the format version comes along. */
export function templateOf(text: string): Template {
  const read = createCloudFormationReader("yaml").read(`AWSTemplateFormatVersion: "2010-09-09"\n${text}`);
  if (read === undefined) throw new Error("The text is no template.");
  return read.template;
}

/** What the outputs-like property `Value` of the resource `X` comes to, in short notation; see `show`. */
export function evaluate(text: string, options?: EvaluationOptions): Value {
  const template = templateOf(text);
  const value = propertyOf(template.resources.get("X")?.properties, "Value")?.value;
  if (value === undefined) throw new Error("The template has no resource X with a property Value.");
  return createEvaluator(template, options).resolve(value);
}

/** A template that holds the sections and a resource `X` with the property `Value`, and what that comes to. */
export function evaluated(value: string, sections = "", options?: EvaluationOptions): string {
  const indented = value.replaceAll("\n", "\n        ");
  const resources = `Resources:\n  X:\n    Type: Custom::X\n    Properties:\n      Value: ${indented}\n`;
  const [before, more] = sections.split(/^Resources:\n/m);
  return show(evaluate(`${before}\n${resources}${more ?? ""}`, options));
}

/**
 * A value in one line: data as JSON, `Ref(Vpc)`, `GetAtt(Eip.AllocationId)`, `?reason` with candidates, `absent`,
 * `IsProd ? a : b`.
 */
export function show(value: Value): string {
  switch (value.kind) {
    case "known":
      if (Array.isArray(value.data)) return `[${value.data.map(show).join(", ")}]`;
      if (value.data instanceof Map)
        return `{${[...value.data].map(([key, item]) => `${key}: ${show(item)}`).join(", ")}}`;
      return JSON.stringify(value.data);
    case "reference":
      return value.attribute === undefined
        ? `Ref(${value.logicalId})`
        : `GetAtt(${value.logicalId}.${value.attribute})`;
    case "unknown": {
      const { kind, ...detail } = value.reason;
      const words = [kind, ...Object.values(detail)].join(" ");
      return value.candidates === undefined ? `?${words}` : `?${words} of ${value.candidates.map(show).join("|")}`;
    }
    case "choice":
      return `(${value.condition} ? ${show(value.then)} : ${show(value.else)})`;
    case "absent":
      return "absent";
  }
}
