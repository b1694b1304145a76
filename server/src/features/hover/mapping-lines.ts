/** What a mapping holds, key by key. */
import type { Language } from "../../base/localized.ts";
import { type CallExpression, type Expression, propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import { textOf } from "../../template/values.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { bullets, code } from "../markdown.ts";
import { valueText } from "./value-text.ts";

const words = { more: { en: "… and {n} more", ja: "… ほか {n} 件" } } as const;

/** More keys than these are a list to scroll. */
const mostKeys = 8;

/** All of it: "- `dev`: Cidr `10.0.0.0/24`, Name `a`". */
export function mappingLines(body: Expression, snapshot: Snapshot, language: Language): string | undefined {
  return listed(
    entriesOf(body).map(([key, value]) => {
      const inner = entriesOf(value).map(([name, each]) => `${name} ${said(each, snapshot, language)}`);
      return `${code(key)}: ${inner.join(", ")}`;
    }),
    language,
  );
}

/** One key of the first level, or one of the second level under each of the first. */
export function mappingKeyLines(
  body: Expression,
  { first, second }: { readonly first?: string | undefined; readonly second?: string | undefined },
  snapshot: Snapshot,
  language: Language,
): string | undefined {
  if (first !== undefined) {
    const row = propertyOf(body, first)?.value;
    return (
      row &&
      listed(
        entriesOf(row).map(([key, value]) => `${key}: ${said(value, snapshot, language)}`),
        language,
      )
    );
  }
  const column = entriesOf(body).flatMap(([key, row]) => {
    const value = second === undefined ? undefined : propertyOf(row, second)?.value;
    return value ? [`${code(key)}: ${said(value, snapshot, language)}`] : [];
  });
  return listed(column, language);
}

/** What the call finds under each key that its first key may be; undefined where that key is written out. */
export function lookupLines(
  { argument }: CallExpression,
  { template, evaluator, ...rest }: Snapshot,
  language: Language,
): string | undefined {
  const [map, first, second] = argument.kind === "list" ? argument.items : [];
  const body = template.mappings.get(textOfScalar(map) ?? "")?.body;
  const key = second && textOf(evaluator.resolve(second));
  if (body === undefined || first === undefined || first.kind === "scalar" || key === undefined) return undefined;
  return mappingKeyLines(body, { second: key }, { template, evaluator, ...rest }, language);
}

function entriesOf(expression: Expression): readonly (readonly [string, Expression])[] {
  return expression.kind === "object" ? expression.properties.map(({ key, value }) => [key, value] as const) : [];
}

function said(expression: Expression, { evaluator }: Snapshot, language: Language): string {
  return valueText(evaluator.resolve(expression), language);
}

function listed(lines: readonly string[], language: Language): string | undefined {
  if (lines.length === 0) return undefined;
  const shown = lines.slice(0, mostKeys);
  const left = lines.length - shown.length;
  return bullets(left > 0 ? [...shown, words.more[language].replace("{n}", String(left))] : shown);
}
