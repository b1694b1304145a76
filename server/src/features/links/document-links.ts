/** Files that a template names: the templates of nested stacks and applications. */
import type { Span, TextRange } from "../../base/span.ts";
import { propertyOf } from "../../template/expression.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

export interface FileLink {
  /** The path without its quotes. */
  readonly range: TextRange;
  /** As written, relative to the template's folder. */
  readonly path: string;
}

/** Which property names a template by a path: for `aws cloudformation package` and for SAM. */
const templatePaths: Readonly<Record<string, string>> = {
  "AWS::CloudFormation::Stack": "TemplateURL",
  "AWS::Serverless::Application": "Location",
};

/** The relative paths to other templates. Addresses of S3 are no files, and editors link them themselves. */
export function templateLinks({ template, document: { layout } }: Snapshot): readonly FileLink[] {
  const links: FileLink[] = [];
  for (const { type, properties } of template.resources.values()) {
    const name = templatePaths[type];
    const value = name === undefined ? undefined : propertyOf(properties, name)?.value;
    if (value?.kind !== "scalar" || typeof value.value !== "string" || !isRelativePath(value.text)) continue;
    links.push({ range: layout.rangeOf(inner(value.span, value.text)), path: value.text });
  }
  return links;
}

/** The address of a file beside a document, by the rules of URIs; undefined where the path is none. */
export function targetOf(documentUri: string, path: string): string | undefined {
  try {
    return new URL(path.split("/").map(encodeURIComponent).join("/"), documentUri).href;
  } catch {
    return undefined;
  }
}

function isRelativePath(text: string): boolean {
  return text.trim() !== "" && !/^[a-z][a-z\d+.-]*:|^\/|\\|\{\{|\$\{|\n/i.test(text);
}

function inner(span: Span, text: string): Span {
  const quoted = span.end - span.start === text.length + 2;
  return quoted ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
}
