/** Hover on names that reach over the border of a file: what an import brings, who imports an output, what a nested stack takes. */
import type { Language } from "../../base/localized.ts";
import { showName } from "../../workspace/template-index/name-pattern.ts";
import type { IndexedOutput, IndexedParameter, TemplateSummary } from "../../workspace/template-index/summary.ts";
import { fileName } from "../../workspace/template-index/uris.ts";
import { bullets, code, name, paragraphs, plain, strong } from "../markdown.ts";
import {
  declarationIn,
  type ExportMatches,
  exportsNamed,
  type Held,
  importsOf,
  isExporting,
  templateWith,
  usesByParents,
  type WorkspaceName,
} from "./names.ts";

export interface WorkspaceHoverContext {
  readonly language: Language;
  /** All that is known, the one that is asked among them. */
  readonly templates: readonly TemplateSummary[];
  /** Whether these are all templates of the workspace: only then something is missing. */
  readonly complete: boolean;
  /** What an output of a template holds, as Markdown. */
  outputValue(template: TemplateSummary, output: string): Promise<string | undefined>;
}

const words = {
  exportedBy: { en: "export of {output} in {file}", ja: "{file} の出力 {output} のエクスポート" },
  likely: { en: "probably the export of {output} in {file}", ja: "おそらく {file} の出力 {output} のエクスポート" },
  oneOf: {
    en: "Several exports of the workspace may be meant:",
    ja: "ワークスペース内の候補が複数ある:",
  },
  noExport: {
    en: "No template of the workspace exports this name.",
    ja: "この名前をエクスポートするテンプレートはワークスペースにない。",
  },
  importedBy: { en: "Imported by {users}.", ja: "インポート元: {users}" },
  notImported: {
    en: "No template of the workspace imports it.",
    ja: "ワークスペース内にインポートするテンプレートはない。",
  },
  readBy: { en: "Read by the parent stack in {users}.", ja: "親スタックからの参照: {users}" },
  givenBy: { en: "Given by the parent stack in {users}.", ja: "親スタックが値を渡す箇所: {users}" },
  user: { en: "{file} ({names})", ja: "{file} ({names})" },
  child: { en: "template of the nested stack {stack}", ja: "ネストされたスタック {stack} のテンプレート" },
  required: { en: "Parameters without a default: {names}", ja: "既定値のないパラメータ: {names}" },
  optional: { en: "Parameters with a default: {names}", ja: "既定値のあるパラメータ: {names}" },
  outputs: { en: "Outputs: {names}", ja: "出力: {names}" },
  outputOf: { en: "output of {file}", ja: "{file} の出力" },
  parameterOf: { en: "parameter of {file} · {type}", ja: "{file} のパラメータ · {type}" },
  default: { en: "Default: {value}", ja: "既定値: {value}" },
  noDefault: { en: "No default: the parent has to give a value.", ja: "既定値なし。親スタックが値を渡す必要がある。" },
  noOutput: { en: "{file} has no such output.", ja: "{file} にこの出力はない。" },
  noParameter: { en: "{file} declares no such parameter.", ja: "{file} にこのパラメータの宣言はない。" },
  more: { en: "{n} more", ja: "ほか {n} 件" },
} as const;

/** More than these are a search, not a hint. */
const mostShown = 6;

/** Undefined where other templates have nothing to say to it. */
export async function workspaceHover(
  found: WorkspaceName,
  summary: TemplateSummary,
  context: WorkspaceHoverContext,
): Promise<string | undefined> {
  const { language, templates } = context;
  switch (found.kind) {
    case "import":
      return importHover(exportsNamed(found.import.name, templates), context);
    case "export":
    case "output":
      return outputHover({ template: summary, item: found.output }, context);
    case "parameter": {
      const uses = usesByParents(summary, "parameter", found.parameter.name, templates);
      return uses.length === 0 ? undefined : fill(words.givenBy[language], { users: users(uses, context) });
    }
    case "child":
      return childHover(templateWith(found.child.uri, templates), found.child.resource, context);
    case "child-name": {
      const child = templateWith(found.use.uri, templates);
      const declared = child && declarationIn(child, found.use);
      if (!child) return undefined;
      const file = code(fileName(child.uri));
      if (found.use.kind === "output") {
        if (!declared) return child.open ? undefined : fill(words.noOutput[language], { file });
        return childOutputHover({ template: child, item: declared }, context);
      }
      if (!declared || !("type" in declared)) {
        return child.open ? undefined : fill(words.noParameter[language], { file });
      }
      return childParameterHover(declared, file, language);
    }
  }
}

async function importHover(
  { best, certain, possible }: ExportMatches,
  context: WorkspaceHoverContext,
): Promise<string | undefined> {
  const { language, templates, complete } = context;
  const [only] = best;
  if (only && best.length === 1) {
    return paragraphs(
      `${strong(showName(only.item.export.name))} · ${originOf(only, certain, language)}`,
      await context.outputValue(only.template, only.item.name),
      only.item.description && plain(only.item.description),
    );
  }
  if (only) {
    const lines = best.map((held) => `${code(showName(held.item.export.name))} · ${originOf(held, true, language)}`);
    return paragraphs(words.oneOf[language], bullets(cut(lines, language)));
  }
  const hasExports = templates.some(({ outputs }) => outputs.some(isExporting));
  return complete && hasExports && !possible ? words.noExport[language] : undefined;
}

function originOf({ template, item }: Held<IndexedOutput>, certain: boolean, language: Language): string {
  const values = { output: name(item.name), file: code(fileName(template.uri)) };
  return fill((certain ? words.exportedBy : words.likely)[language], values);
}

function outputHover(held: Held<IndexedOutput>, context: WorkspaceHoverContext): string | undefined {
  const { language, templates, complete } = context;
  const { template, item } = held;
  const parents = usesByParents(template, "output", item.name, templates);
  const importers = isExporting(item) ? importsOf({ template, item }, templates) : [];
  const imported =
    importers.length > 0
      ? fill(words.importedBy[language], {
          users: users(
            importers.map((each) => ({ template: each.template, item: { resource: each.item.within } })),
            context,
          ),
        })
      : isExporting(item) && complete
        ? words.notImported[language]
        : undefined;
  const read = parents.length > 0 ? fill(words.readBy[language], { users: users(parents, context) }) : undefined;
  return paragraphs(imported, read) || undefined;
}

/** `app.yaml (*Instance*, *Group*), …` */
function users(
  all: readonly Held<{ readonly resource: string }>[],
  { language }: Pick<WorkspaceHoverContext, "language">,
): string {
  const byFile = new Map<TemplateSummary, Set<string>>();
  for (const { template, item } of all) {
    byFile.set(template, (byFile.get(template) ?? new Set()).add(item.resource));
  }
  const texts = [...byFile].map(([template, names]) =>
    fill(words.user[language], {
      file: code(fileName(template.uri)),
      names: cut([...names].map(name), language).join(", "),
    }),
  );
  return cut(texts, language).join(", ");
}

function childHover(
  child: TemplateSummary | undefined,
  resource: string,
  { language }: WorkspaceHoverContext,
): string | undefined {
  if (!child) return undefined;
  const line = (text: string, all: readonly { readonly name: string }[]) =>
    all.length === 0
      ? undefined
      : fill(text, {
          names: cut(
            all.map((each) => name(each.name)),
            language,
          ).join(", "),
        });
  const required = child.parameters.filter((parameter) => parameter.required);
  const optional = child.parameters.filter((parameter) => !parameter.required);
  return paragraphs(
    `${strong(fileName(child.uri))} · ${fill(words.child[language], { stack: name(resource) })}`,
    line(words.required[language], required),
    line(words.optional[language], optional),
    line(words.outputs[language], child.outputs),
  );
}

async function childOutputHover(
  { template, item }: Held<IndexedOutput>,
  context: WorkspaceHoverContext,
): Promise<string> {
  const origin = fill(words.outputOf[context.language], { file: code(fileName(template.uri)) });
  return paragraphs(
    `${strong(item.name)} · ${origin}`,
    await context.outputValue(template, item.name),
    item.description && plain(item.description),
  );
}

function childParameterHover(parameter: IndexedParameter, file: string, language: Language): string {
  const { type, required, default: value, description } = parameter;
  return paragraphs(
    `${strong(parameter.name)} · ${fill(words.parameterOf[language], { file, type: code(type) })}`,
    required ? words.noDefault[language] : value && fill(words.default[language], { value: code(value) }),
    description && plain(description),
  );
}

function cut(texts: readonly string[], language: Language): readonly string[] {
  const left = texts.length - mostShown;
  return left <= 0 ? texts : [...texts.slice(0, mostShown), fill(words.more[language], { n: String(left) })];
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
