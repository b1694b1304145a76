/** Edits that give a CIDR property another block. */
import { type Cidr, formatCidr } from "../../base/cidr.ts";
import type { Localized } from "../../base/localized.ts";
import type { CidrText, Fact } from "../../network/model.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import type { Template } from "../../template/template.ts";
import type { Fix } from "../rule.ts";

/**
 * The fix that writes `block` where the value came from: in place for a literal, in the parameter's `Default` where the
 * whole value is one. None where the value is worked out or looked up, since the right place to change is not ours to
 * choose.
 */
export function rewriteCidr(
  template: Template,
  fact: Pick<Fact<CidrText>, "value" | "span" | "from">,
  block: Cidr | string,
  title: (text: string) => Localized,
  options: { readonly preferred?: boolean } = { preferred: true },
): readonly Fix[] {
  const text = typeof block === "string" ? block : formatCidr(block);
  const rewriting = rewrite(template, fact, text);
  if (!rewriting) return [];
  const { en, ja } = title(text);
  const { edit, parameter } = rewriting;
  return [
    {
      title: parameter ? { en: `${en} (default of ${parameter})`, ja: `${ja} (${parameter} の既定値)` } : { en, ja },
      edits: [edit],
      preferred: options.preferred,
    },
  ];
}

function rewrite(
  template: Template,
  { value, span, from }: Pick<Fact<CidrText>, "value" | "span" | "from">,
  text: string,
): { readonly edit: TemplateEdit; readonly parameter?: string } | undefined {
  const [origin, ...more] = from;
  if (!origin) return { edit: { kind: "replace-value", span, value: text } };
  if (origin.kind !== "default" || more.length > 0) return undefined;
  const declared = template.parameters.get(origin.parameter)?.default;
  if (declared?.kind !== "scalar" || declared.text !== value.text) return undefined;
  return { edit: { kind: "replace-value", span: declared.span, value: text }, parameter: origin.parameter };
}
