/** Names that reach over the border of a file: what stands at a place, and which other templates it leads to. */
import { type TextRange, touches } from "../../base/span.ts";
import { likeness, type NamePattern } from "../../workspace/template-index/name-pattern.ts";
import type {
  IndexedChild,
  IndexedChildName,
  IndexedImport,
  IndexedOutput,
  IndexedParameter,
  TemplateSummary,
} from "../../workspace/template-index/summary.ts";
import { uriKey } from "../../workspace/template-index/uris.ts";

/** What stands at a place of a template, as far as it concerns other templates. `at` is what an editor marks. */
export type WorkspaceName = { readonly at: TextRange } & (
  | { readonly kind: "import"; readonly import: IndexedImport }
  | { readonly kind: "export"; readonly output: ExportingOutput }
  | { readonly kind: "output"; readonly output: IndexedOutput }
  | { readonly kind: "parameter"; readonly parameter: IndexedParameter }
  | { readonly kind: "child"; readonly child: IndexedChild }
  | { readonly kind: "child-name"; readonly use: IndexedChildName }
);

export type ExportingOutput = IndexedOutput & { readonly export: NonNullable<IndexedOutput["export"]> };

/** A name of a template of the workspace. */
export interface Held<T> {
  readonly template: TemplateSummary;
  readonly item: T;
}

/** The narrowest first: an import may hold the output of a nested stack. */
export function workspaceNameAt(summary: TemplateSummary, offset: number): WorkspaceName | undefined {
  const at = <T extends { readonly at: TextRange }>(all: readonly T[]) => all.find((one) => touches(one.at, offset));
  const use = at(summary.childNames);
  if (use) return { kind: "child-name", use, at: use.at };
  const child = at(summary.children);
  if (child) return { kind: "child", child, at: child.at };
  const found = at(summary.imports);
  if (found) return { kind: "import", import: found, at: found.at };
  const output = summary.outputs.find((one) => one.export && touches(one.export.at, offset));
  if (output && isExporting(output)) return { kind: "export", output, at: output.export.at };
  const declared = at(summary.outputs);
  if (declared) return { kind: "output", output: declared, at: declared.at };
  const parameter = at(summary.parameters);
  return parameter && { kind: "parameter", parameter, at: parameter.at };
}

export function isExporting(output: IndexedOutput): output is ExportingOutput {
  return output.export !== undefined;
}

/** Where an import may lead. */
export interface ExportMatches {
  /** The exports that the name means, mostly one; several where nothing tells them apart. */
  readonly best: readonly Held<ExportingOutput>[];
  /** Both names are fully known, and the same. */
  readonly certain: boolean;
  /** Whether any export of these templates can have the name at all. */
  readonly possible: boolean;
}

/** Fewer letters and digits in common than these are no sign that one name means the other. */
const leastLikeness = 2;

export function exportsNamed(name: NamePattern, templates: readonly TemplateSummary[]): ExportMatches {
  let best: Held<ExportingOutput>[] = [];
  let most = leastLikeness;
  let possible = false;
  for (const template of templates) {
    for (const item of template.outputs) {
      if (!isExporting(item)) continue;
      const score = likeness(name, item.export.name);
      if (score === undefined) continue;
      possible = true;
      if (score > most) best = [];
      if (score < most) continue;
      most = score;
      best.push({ template, item });
    }
  }
  const certain = most === Number.POSITIVE_INFINITY;
  return { best: certain ? best : likelierFiles(best, name), certain, possible };
}

/** `${NetworkStack}-VpcId` rather means the export of `network.yaml` than that of `database.yaml`. */
function likelierFiles(held: Held<ExportingOutput>[], name: NamePattern): Held<ExportingOutput>[] {
  if (held.length < 2) return held;
  const hints = name.flatMap((piece) =>
    piece.kind === "hole" ? [piece.source, piece.assumed].map(bare).filter((hint) => hint.length > 2) : [],
  );
  const named = held.filter(({ template }) => {
    const steps = uriKey(template.uri).split("/").slice(-2);
    return steps.some((step) => {
      const word = bare(step.replace(/\.\w+$/, ""));
      return word.length > 2 && hints.some((hint) => hint.includes(word) || word.includes(hint));
    });
  });
  return named.length > 0 ? named : held;
}

/** A name without the words that every such name has. */
function bare(name: string | undefined): string {
  return (name ?? "").toLowerCase().replace(/stack|name|export|prefix|template|parameter|[^\p{L}\p{N}]/gu, "");
}

/** The imports that mean an export. */
export function importsOf(
  target: Held<ExportingOutput>,
  templates: readonly TemplateSummary[],
): readonly Held<IndexedImport>[] {
  return templates.flatMap((template) =>
    template.imports
      .filter(({ name }) => {
        const score = likeness(name, target.item.export.name);
        return score !== undefined && score >= leastLikeness && means(name, target, templates);
      })
      .map((item) => ({ template, item })),
  );
}

function means(name: NamePattern, target: Held<ExportingOutput>, templates: readonly TemplateSummary[]): boolean {
  return exportsNamed(name, templates).best.some(({ item }) => item === target.item);
}

/** The template with this address. */
export function templateWith(uri: string, templates: readonly TemplateSummary[]): TemplateSummary | undefined {
  const key = uriKey(uri);
  return templates.find((template) => uriKey(template.uri) === key);
}

/** Where templates that nest this one write a name of it. */
export function usesByParents(
  { uri }: TemplateSummary,
  kind: IndexedChildName["kind"],
  name: string,
  templates: readonly TemplateSummary[],
): readonly Held<IndexedChildName>[] {
  const key = uriKey(uri);
  return templates.flatMap((template) =>
    template.childNames
      .filter((use) => use.kind === kind && use.name === name && uriKey(use.uri) === key)
      .map((item) => ({ template, item })),
  );
}

/** The declaration that a name of a nested stack means. */
export function declarationIn(
  child: TemplateSummary | undefined,
  { kind, name }: Pick<IndexedChildName, "kind" | "name">,
): IndexedParameter | IndexedOutput | undefined {
  const declared = kind === "output" ? child?.outputs : child?.parameters;
  return declared?.find((one) => one.name === name);
}
