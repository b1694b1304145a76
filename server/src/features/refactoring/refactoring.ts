/** What a refactoring is, and what it looks at: one file per refactoring, each a pure function of the place. */
import type { Localized } from "../../base/localized.ts";
import { type TextRange, touches } from "../../base/span.ts";
import type { Spec } from "../../spec/spec.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import type { Expression } from "../../template/expression.ts";
import { type Declaration, sectionsOf } from "../../template/occurrences.ts";
import type { Resource } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

/** The protocol's kinds. */
export type RefactoringKind = "refactor.extract" | "refactor.inline" | "refactor.rewrite";

export interface Refactoring {
  /** Unique among those of one place; it finds the refactoring again when it is chosen. */
  readonly id: string;
  readonly kind: RefactoringKind;
  /** Says what will happen, with the template's own names and values. */
  readonly title: Localized;
  /** Worked out when the refactoring is chosen. */
  edits(): readonly TemplateEdit[];
}

/** One step towards the cursor inside a declaration. */
export interface ExpressionStep {
  readonly expression: Expression;
  /** Keys and positions from the declaration on; positions count the items of lists, not arguments of functions. */
  readonly path: readonly (string | number)[];
  /** The step before leads into an argument of a function. */
  readonly inCall: boolean;
}

/** A place in a document. */
export interface Selection {
  readonly snapshot: Snapshot;
  readonly spec: Spec;
  readonly offset: number;
  readonly declaration: Declaration | undefined;
  /** The declaration, where it is a resource. */
  readonly resource: Resource | undefined;
  /** From the declaration's body to the innermost value at the cursor; on a key, to its value. */
  readonly steps: readonly ExpressionStep[];
}

/** @param offset of the cursor, or of the start of what is selected */
export function selectionAt(snapshot: Snapshot, spec: Spec, offset: number): Selection {
  const { layout } = snapshot.document;
  const rangeOf = (span: Expression["span"]): TextRange => layout.rangeOf(span);
  const { block } = layout.locate(offset);
  for (const [, declarations] of sectionsOf(snapshot.template)) {
    for (const declaration of declarations.values()) {
      if (declaration.span.block !== block || !touches(rangeOf(declaration.span), offset)) continue;
      const { start, end } = declaration.idSpan;
      // What a loop makes has no text of its own.
      if (!declaration.idSpan.block.text.slice(start, end).includes(declaration.id)) continue;
      const steps: ExpressionStep[] = [];
      descend({ rangeOf, offset, steps }, { expression: declaration.body, path: [], inCall: false });
      const resource = snapshot.template.resources.get(declaration.id);
      return { snapshot, spec, offset, declaration, resource: resource === declaration ? resource : undefined, steps };
    }
  }
  return { snapshot, spec, offset, declaration: undefined, resource: undefined, steps: [] };
}

interface Way {
  readonly rangeOf: (span: Expression["span"]) => TextRange;
  readonly offset: number;
  readonly steps: ExpressionStep[];
}

function descend(way: Way, step: ExpressionStep): void {
  way.steps.push(step);
  const { expression, path, inCall } = step;
  const isHere = ({ span }: { readonly span: Expression["span"] }) => touches(way.rangeOf(span), way.offset);
  switch (expression.kind) {
    case "object": {
      const property = expression.properties.findLast(isHere);
      if (property) descend(way, { expression: property.value, path: [...path, property.key], inCall });
      return;
    }
    case "list": {
      const index = expression.items.findIndex(isHere);
      const item = expression.items[index];
      if (item) descend(way, { expression: item, path: inCall ? path : [...path, index], inCall });
      return;
    }
    case "call":
      if (isHere(expression.argument)) descend(way, { expression: expression.argument, path, inCall: true });
      return;
    default:
  }
}

/** The names of a path, without positions; undefined outside properties. */
export function propertyNames(path: readonly (string | number)[]): readonly string[] | undefined {
  const [first, ...names] = path;
  return first === "Properties" ? names.filter((name) => typeof name === "string") : undefined;
}

/** How a long text reads in a title. */
export function shortText(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
