/** Definitions and references that lie in other templates of the workspace. */
import type { TextRange } from "../../base/span.ts";
import type { TemplateSummary } from "../../workspace/template-index/summary.ts";
import {
  declarationIn,
  type ExportingOutput,
  exportsNamed,
  type Held,
  importsOf,
  isExporting,
  templateWith,
  usesByParents,
  workspaceNameAt,
} from "./names.ts";

/** A place in a template of the workspace. */
export interface WorkspacePlace {
  readonly template: TemplateSummary;
  readonly at: TextRange;
}

export interface WorkspaceDefinition {
  /** What the answer is about, in the template that was asked. */
  readonly origin: TextRange;
  /** Several where nothing tells them apart. */
  readonly places: readonly WorkspacePlace[];
}

/**
 * Where the name at an offset is declared in another template: the export of an import, the template of a nested
 * stack, its outputs and parameters. Undefined where nothing of that kind stands there.
 *
 * @param templates all that is known, the one that is asked among them
 */
export function workspaceDefinition(
  summary: TemplateSummary,
  offset: number,
  templates: readonly TemplateSummary[],
): WorkspaceDefinition | undefined {
  const name = workspaceNameAt(summary, offset);
  if (!name) return undefined;
  const origin = name.at;
  switch (name.kind) {
    case "import":
      return { origin, places: exportsNamed(name.import.name, templates).best.map(exportPlace) };
    case "child": {
      const template = templateWith(name.child.uri, templates);
      return { origin, places: template ? [{ template, at: { start: 0, end: 0 } }] : [] };
    }
    case "child-name": {
      const template = templateWith(name.use.uri, templates);
      const declared = declarationIn(template, name.use);
      return { origin, places: template && declared ? [{ template, at: declared.at }] : [] };
    }
    default:
      return undefined;
  }
}

/**
 * Where else in the workspace the thing at an offset is named: the imports of an export, what parents write of a
 * nested stack's outputs and parameters. Empty where nothing of that kind stands there. What a template says of its own
 * names is not among them.
 *
 * @param declared whether the declaration counts, too, where it lies in another template or is an export's name
 */
export function workspaceReferences(
  summary: TemplateSummary,
  offset: number,
  templates: readonly TemplateSummary[],
  declared: boolean,
): readonly WorkspacePlace[] {
  const name = workspaceNameAt(summary, offset);
  switch (name?.kind) {
    case "import":
      return exportsNamed(name.import.name, templates).best.flatMap((held) => ofExport(held, templates, declared));
    case "export":
      return ofExport({ template: summary, item: name.output }, templates, declared);
    case "output": {
      const item = name.output;
      const exported = isExporting(item) ? ofExport({ template: summary, item }, templates, declared) : [];
      return [...exported, ...usesByParents(summary, "output", item.name, templates).map(placeOf)];
    }
    case "parameter":
      return usesByParents(summary, "parameter", name.parameter.name, templates).map(placeOf);
    case "child-name": {
      const template = templateWith(name.use.uri, templates);
      if (!template) return [];
      const declaration = declared ? declarationIn(template, name.use) : undefined;
      const uses = usesByParents(template, name.use.kind, name.use.name, templates).map(placeOf);
      return declaration ? [{ template, at: declaration.at }, ...uses] : uses;
    }
    default:
      return [];
  }
}

function ofExport(
  held: Held<ExportingOutput>,
  templates: readonly TemplateSummary[],
  declared: boolean,
): readonly WorkspacePlace[] {
  return [...(declared ? [exportPlace(held)] : []), ...importsOf(held, templates).map(placeOf)];
}

function exportPlace({ template, item }: Held<ExportingOutput>): WorkspacePlace {
  return { template, at: item.export.at };
}

function placeOf({ template, item }: Held<{ readonly at: TextRange }>): WorkspacePlace {
  return { template, at: item.at };
}
