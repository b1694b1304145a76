/** Edits that write another value where a value came from. */
import type { Localized } from "../base/localized.ts";
import type { Fact } from "../network/model.ts";
import type { TemplateEdit } from "../template/edit.ts";
import type { Scalar } from "../template/expression.ts";
import type { Template } from "../template/template.ts";
import type { Fix } from "./rule.ts";

/** A value as it came out: its text, where it stands and what it rests on. */
export interface Written extends Pick<Fact<unknown>, "span" | "from"> {
  readonly text: string;
}

/**
 * The fix that writes `value` in place of a literal, or in the parameter's `Default` where the whole value is one. None
 * where the value is worked out or looked up, since the right place to change is not ours to choose.
 */
export function rewriteValue(
  template: Template,
  written: Written,
  value: Scalar,
  { en, ja }: Localized,
  { preferred }: { readonly preferred?: boolean } = { preferred: true },
): readonly Fix[] {
  const rewriting = rewrite(template, written, value);
  if (!rewriting) return [];
  const { edit, parameter } = rewriting;
  const title = parameter ? { en: `${en} (default of ${parameter})`, ja: `${ja} (${parameter} の既定値)` } : { en, ja };
  return [{ title, edits: [edit], preferred }];
}

function rewrite(
  template: Template,
  { text, span, from }: Written,
  value: Scalar,
): { readonly edit: TemplateEdit; readonly parameter?: string } | undefined {
  const [origin, ...more] = from;
  if (!origin) return { edit: { kind: "replace-value", span, value } };
  if (origin.kind !== "default" || more.length > 0) return undefined;
  const declared = template.parameters.get(origin.parameter)?.default;
  if (declared?.kind !== "scalar" || declared.text !== text) return undefined;
  return { edit: { kind: "replace-value", span: declared.span, value }, parameter: origin.parameter };
}
