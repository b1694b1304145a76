/** Edits that give a CIDR property another block. */
import { type Cidr, formatCidr } from "../../base/cidr.ts";
import type { Localized } from "../../base/localized.ts";
import type { CidrText, Fact } from "../../network/model.ts";
import type { Template } from "../../template/template.ts";
import { rewriteValue } from "../rewrite.ts";
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
  const { span, from, value } = fact;
  return rewriteValue(template, { span, from, text: value.text }, text, title(text), options);
}
