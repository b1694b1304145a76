/** The names of all templates, found by a few of their letters in order. */
import type { TextRange } from "../../base/span.ts";
import { literalName, showName } from "../../workspace/template-index/name-pattern.ts";
import type { TemplateSummary } from "../../workspace/template-index/summary.ts";

export interface FoundSymbol {
  readonly kind: "parameter" | "resource" | "output" | "export";
  readonly name: string;
  /** Type of the resource or parameter; empty where there is none. */
  readonly type: string;
  readonly template: TemplateSummary;
  readonly at: TextRange;
}

/** More than these nobody looks through; editors ask again with the next letter. */
const mostSymbols = 300;

/** The best first. */
export function workspaceSymbols(query: string, templates: readonly TemplateSummary[]): readonly FoundSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  const found: { readonly symbol: FoundSymbol; readonly rank: number }[] = [];
  for (const template of templates) {
    for (const symbol of symbolsOf(template)) {
      // The type is looked into as well: `natgateway` finds them all.
      const rank = rankOf(symbol.name, wanted) ?? offset(rankOf(symbol.type.replace(/^AWS::/, ""), wanted));
      if (rank !== undefined) found.push({ symbol, rank });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostSymbols)
    .map(({ symbol }) => symbol);
}

function* symbolsOf(template: TemplateSummary): Generator<FoundSymbol> {
  for (const { name, type, at } of template.resources) yield { kind: "resource", name, type, template, at };
  for (const { name, type, at } of template.parameters) yield { kind: "parameter", name, type, template, at };
  for (const output of template.outputs) {
    yield { kind: "output", name: output.name, type: "", template, at: output.at };
    if (!output.export) continue;
    const { name, at } = output.export;
    yield { kind: "export", name: literalName(name) ?? showName(name), type: "", template, at };
  }
}

/** Behind all that are found by their name. */
function offset(rank: number | undefined): number | undefined {
  return rank === undefined || rank > 2 ? undefined : rank + 10;
}

/** 0 the whole name, 1 its beginning, 2 a part, 3 the letters in order; undefined where it is not found. */
function rankOf(name: string, wanted: string): number | undefined {
  const text = name.toLowerCase();
  const at = text.replaceAll("::", "").indexOf(wanted);
  if (at >= 0 || text.includes(wanted)) return text === wanted ? 0 : at === 0 ? 1 : 2;
  let from = 0;
  for (const letter of wanted) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 3;
}
