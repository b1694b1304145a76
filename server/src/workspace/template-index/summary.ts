/**
 * What other files may want to know of a template: its names, where they stand, and which names of other templates it
 * writes. Small, and without a reference to the tree or the text, so that a workspace full of templates can be kept.
 */
import { type LineStarts, lineStartsOf } from "../../base/lines.ts";
import { memoised } from "../../base/memoised.ts";
import type { Span, TextRange } from "../../base/span.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import { inner, occurrencesOf } from "../../template/occurrences.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Output, Resource, Template } from "../../template/template.ts";
import type { ReadDocument } from "../snapshot.ts";
import { type NamePattern, patternOf } from "./name-pattern.ts";
import { resolvePath } from "./uris.ts";

/** A declaration of a template. */
export interface IndexedName {
  readonly name: string;
  /** The name alone. */
  readonly at: TextRange;
}

export interface IndexedParameter extends IndexedName {
  readonly type: string;
  /** There is no default, so whoever makes the stack has to give a value. */
  readonly required: boolean;
  readonly default?: string | undefined;
  readonly description?: string | undefined;
}

export interface IndexedResource extends IndexedName {
  readonly type: string;
}

export interface IndexedOutput extends IndexedName {
  readonly description?: string | undefined;
  /** `at` is the export's name as written. */
  readonly export?: { readonly name: NamePattern; readonly at: TextRange } | undefined;
}

/** `Fn::ImportValue`. */
export interface IndexedImport {
  readonly name: NamePattern;
  /** The whole call. */
  readonly at: TextRange;
  /** What it imports for: the resource or output that holds it. */
  readonly within: string;
}

/** A nested stack whose template lies beside this one. */
export interface IndexedChild {
  readonly resource: string;
  readonly uri: string;
  /** The path as written. */
  readonly at: TextRange;
}

/** A name of a nested stack's template. */
export interface IndexedChildName extends IndexedName {
  readonly kind: "output" | "parameter";
  /** The template of the nested stack. */
  readonly uri: string;
  readonly resource: string;
}

export interface TemplateSummary {
  readonly uri: string;
  /** Offsets at which the lines begin. */
  readonly lineStarts: LineStarts;
  readonly parameters: readonly IndexedParameter[];
  readonly resources: readonly IndexedResource[];
  readonly outputs: readonly IndexedOutput[];
  readonly imports: readonly IndexedImport[];
  readonly children: readonly IndexedChild[];
  readonly childNames: readonly IndexedChildName[];
  /** There may be more parameters and outputs than are listed: a macro or a loop makes some. */
  readonly open: boolean;
}

/** The property that leads to the template of a nested stack. */
const childProperties: Readonly<Record<string, string>> = {
  "AWS::CloudFormation::Stack": "TemplateURL",
  "AWS::Serverless::Application": "Location",
};

/** The summary of a version of a template. */
export function summarise(uri: string, read: ReadDocument): TemplateSummary {
  const { template, layout } = read;
  const place = ({ span, name }: { readonly span: Span; readonly name: string }): TextRange =>
    layout.rangeOf(inner(span, name));
  const children = childrenOf(uri, template);
  return {
    uri,
    lineStarts: lineStartsOf(layout.text),
    parameters: [...template.parameters.values()].map(({ id, idSpan, type, default: value, body }) => ({
      name: id,
      at: place({ span: idSpan, name: id }),
      type,
      required: value === undefined,
      default: textOfScalar(value),
      description: textAt(body, "Description"),
    })),
    resources: [...template.resources.values()].map(({ id, idSpan, type }) => ({
      name: id,
      type,
      at: place({ span: idSpan, name: id }),
    })),
    outputs: [...template.outputs.values()].map((output) => ({
      name: output.id,
      at: place({ span: output.idSpan, name: output.id }),
      description: textAt(output.body, "Description"),
      export: output.exportName && {
        name: patternOf(output.exportName, template),
        at: layout.rangeOf(output.exportName.span),
      },
    })),
    imports: [...template.resources.values(), ...template.outputs.values()].flatMap((declaration) =>
      importsIn(declaration).map(({ argument, span }) => ({
        name: patternOf(argument, template),
        at: layout.rangeOf(span),
        within: declaration.id,
      })),
    ),
    children: children.map(({ resource, target, path }) => ({
      resource: resource.id,
      uri: target,
      at: layout.rangeOf(inner(path.span, path.text)),
    })),
    childNames: childNamesOf(template, children).map(({ span, ...rest }) => ({
      ...rest,
      at: place({ span, name: rest.name }),
    })),
    open: template.open || template.transforms.some((name) => !name.startsWith("AWS::")),
  };
}

/** The same summary for the same version. */
export const summaryOf = memoised((source: { readonly uri: string; readonly document: ReadDocument }) =>
  summarise(source.uri, source.document),
);

interface Child {
  readonly resource: Resource;
  readonly target: string;
  readonly path: { readonly text: string; readonly span: Span };
}

function childrenOf(uri: string, template: Template): readonly Child[] {
  const found: Child[] = [];
  for (const resource of template.resources.values()) {
    const path = childPath(resource);
    const target = path && resolvePath(uri, path.text);
    if (path && target !== undefined) found.push({ resource, target, path });
  }
  return found;
}

/** The path of a nested stack's template as written; undefined where it is put together, or no nested stack. */
export function childPath(resource: Resource): { readonly text: string; readonly span: Span } | undefined {
  const property = childProperties[resource.type];
  const value = property === undefined ? undefined : propertyOf(resource.properties, property)?.value;
  return value?.kind === "scalar" && typeof value.value === "string" ? value : undefined;
}

const outputsPrefix = "Outputs.";

function childNamesOf(template: Template, children: readonly Child[]) {
  const found: (Omit<IndexedChildName, "at"> & { readonly span: Span })[] = [];
  const { of } = occurrencesOf(template);
  for (const { resource, target } of children) {
    const common = { uri: target, resource: resource.id };
    const parameters = propertyOf(resource.properties, "Parameters")?.value;
    for (const { key, keySpan } of parameters?.kind === "object" ? parameters.properties : []) {
      if (!key.startsWith("Fn::")) found.push({ kind: "parameter", name: key, span: keySpan, ...common });
    }
    for (const { attribute } of of("resource", resource.id)) {
      if (!attribute?.name.startsWith(outputsPrefix)) continue;
      const { span } = attribute;
      const name = attribute.name.slice(outputsPrefix.length);
      // Behind escapes the two are of different lengths, and the whole attribute has to do.
      const start = span.end - span.start === attribute.name.length ? span.start + outputsPrefix.length : span.start;
      found.push({ kind: "output", name, span: { ...span, start }, ...common });
    }
  }
  return found;
}

/** The calls of ImportValue in a declaration; kept as long as the declaration is. */
const importsIn = memoised((declaration: Resource | Output) => {
  const found: { readonly argument: Expression; readonly span: Span }[] = [];
  const visit = (expression: Expression): void => {
    switch (expression.kind) {
      case "list":
        for (const item of expression.items) visit(item);
        return;
      case "object":
        for (const { value } of expression.properties) visit(value);
        return;
      case "call":
        if (expression.name === "ImportValue") found.push(expression);
        visit(expression.argument);
        return;
      default:
    }
  };
  visit(declaration.body);
  return found;
});

function textAt(body: Expression, key: string): string | undefined {
  return textOfScalar(propertyOf(body, key)?.value);
}
