/** Hover on what the format of a template itself gives: sections, attributes, keys of parameters, and their values. */
import type { Language } from "../../base/localized.ts";
import type { Template } from "../../template/template.ts";
import type { FormatPath } from "../../workspace/snapshot.ts";
import type { FormatNode } from "../format/node.ts";
import { formatAt, formatValues } from "../format/sections.ts";
import { code, paragraphs, strong } from "../markdown.ts";

const words = {
  required: { en: "required", ja: "必須" },
  values: { en: "Values", ja: "指定できる値" },
  default: { en: "Default", ja: "既定値" },
} as const;

/** @param path the keys down to the one that is looked at; undefined for one that the author chooses */
export function formatHover(path: FormatPath, language: Language): string | undefined {
  const name = path.at(-1);
  const holder = formatAt(path.slice(0, -1));
  const node = name === undefined || !holder?.keys || !Object.hasOwn(holder.keys, name) ? undefined : holder.keys[name];
  if (name === undefined || node === undefined) return undefined;
  const required = node.required && path.length > 1 ? ` · ${words.required[language]}` : "";
  return paragraphs(`${strong(name)}${required}`, node.text[language], valuesLine(node, language));
}

function valuesLine({ values = [] }: FormatNode, language: Language): string | undefined {
  const fallback = values.find(({ isDefault }) => isDefault);
  const lines = [
    values.length > 1
      ? `${words.values[language]}: ${values.map(({ value }) => code(String(value))).join(", ")}`
      : undefined,
    fallback && `${words.default[language]}: ${code(String(fallback.value))}`,
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? lines.join(" · ") : undefined;
}

/** On a value that the format lists: `Retain` of DeletionPolicy. */
export function formatValueHover(
  path: FormatPath,
  written: string,
  template: Template,
  language: Language,
): string | undefined {
  const found = formatValues(path, template)?.find(({ value }) => String(value) === written);
  const meaning = found?.text?.[language];
  return meaning === undefined ? undefined : paragraphs(`${code(written)} · ${meaning}`);
}
