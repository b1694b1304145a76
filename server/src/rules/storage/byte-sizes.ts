/** Sizes that a template gives in bytes and AWS bounds. */
import type { Localized } from "../../base/localized.ts";
import { sameInAll } from "../../base/localized.ts";
import type { Entity, Fact } from "../../network/model.ts";
import type { Template } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { resourcesOf, settingOf } from "../apis/parts.ts";
import { isWithin, type Range, readNumber } from "../numbers.ts";
import { rewriteValue } from "../rewrite.ts";
import type { Fix } from "../rule.ts";

export const gibibyte = 1024 ** 3;
export const tebibyte = 1024 ** 4;

export interface BadSize {
  readonly owner: Entity;
  readonly size: Fact<number>;
}

/** The sizes of resources of the type that lie outside the range. */
export function sizesOutside(evaluator: Evaluator, type: string, property: string, range: Range): readonly BadSize[] {
  return resourcesOf(evaluator, type).flatMap(({ owner }) =>
    settingOf(evaluator, { owner }, property, readNumber)
      .known.filter(({ value }) => !isWithin(range, value))
      .map((size) => ({ owner, size })),
  );
}

/** Takes the size to the nearest bound. */
export function toNearestSize(template: Template, { owner, size }: BadSize, range: Range): readonly Fix[] {
  const bound = size.value < range.from ? range.from : range.to;
  const shown = inWords(bound);
  return rewriteValue(template, { span: size.span, from: size.from, text: String(size.value) }, bound, {
    en: `Make ${owner.id} ${shown.en} large`,
    ja: `${owner.id} を ${shown.ja} にする`,
  });
}

/** "40 TiB", "1.5 GiB", "100 bytes" */
export function inWords(bytes: number): Localized {
  if (bytes < gibibyte) return { en: `${bytes} bytes`, ja: `${bytes} バイト` };
  const [unit, name] = bytes < tebibyte ? [gibibyte, "GiB"] : [tebibyte, "TiB"];
  return sameInAll(`${Math.round((bytes / unit) * 100) / 100} ${name}`);
}
