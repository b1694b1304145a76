/**
 * Edits in terms of the template. A rule says what should become of the template; the front end of the document
 * writes it in the document's language and style, or declines (then the fix is not offered).
 */
import type { Span, TextEdit } from "../base/span.ts";
import type { IntrinsicName, Scalar } from "./expression.ts";

/** A value to be written. */
export type NewValue =
  | Scalar
  | readonly NewValue[]
  | { readonly call: IntrinsicName; readonly argument: NewValue }
  | { readonly object: Readonly<Record<string, NewValue>> };

/** `!Ref id` */
export function refTo(logicalId: string): NewValue {
  return { call: "Ref", argument: logicalId };
}

/** `!GetAtt id.attribute` */
export function getAtt(logicalId: string, attribute: string): NewValue {
  return { call: "GetAtt", argument: [logicalId, attribute] };
}

export type PropertyPath = readonly (string | number)[];

export type TemplateEdit =
  /** Replaces the value at the span (an expression's span). */
  | { readonly kind: "replace-value"; readonly span: Span; readonly value: NewValue }
  /** Replaces part of a scalar's text, e.g. the prefix of a CIDR inside `!Sub`. */
  | { readonly kind: "replace-text"; readonly span: Span; readonly text: string }
  /** Sets a property, adding it (and missing parents) where it is not there. `path` starts inside Properties. */
  | { readonly kind: "set-property"; readonly resource: string; readonly path: PropertyPath; readonly value: NewValue }
  | { readonly kind: "remove-property"; readonly resource: string; readonly path: PropertyPath }
  /** Keeps the value as written. */
  | { readonly kind: "rename-property"; readonly resource: string; readonly path: PropertyPath; readonly to: string }
  /** Sets an attribute of a parameter (`NoEcho`), adding it where it is not there. */
  | { readonly kind: "set-parameter"; readonly parameter: string; readonly attribute: string; readonly value: NewValue }
  | { readonly kind: "add-depends-on"; readonly resource: string; readonly target: string }
  /** The ID must be free: `freshId`. Placed behind the resource `after`, else last. */
  | {
      readonly kind: "add-resource";
      readonly id: string;
      readonly type: string;
      readonly properties: Readonly<Record<string, NewValue>>;
      readonly dependsOn?: readonly string[] | undefined;
      readonly condition?: string | undefined;
      readonly after?: string | undefined;
    }
  | { readonly kind: "remove-resource"; readonly resource: string }
  /** The ID must be free in its section, which is made where it is missing. */
  | {
      readonly kind: "add-declaration";
      readonly section: "Parameters" | "Mappings";
      readonly id: string;
      readonly body: Readonly<Record<string, NewValue>>;
    }
  /**
   * Writes the function at the span in the other form; without a span, all functions of resources, conditions and
   * outputs. What the notation cannot write so (a short form right behind another) stays as it is.
   */
  | { readonly kind: "set-function-form"; readonly form: "short" | "long"; readonly span?: Span | undefined }
  /** Writes the list or object at the span in brackets on one line, or over lines of their own. */
  | { readonly kind: "set-collection-style"; readonly style: "flow" | "block"; readonly span: Span }
  /**
   * Replaces stretches of the text that the template does not model: comments, metadata. The front end has written
   * them for this version of the text; they go with no other edit.
   */
  | { readonly kind: "replace-ranges"; readonly edits: readonly TextEdit[] };
