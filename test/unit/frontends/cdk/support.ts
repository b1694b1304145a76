/** Programs read as the server reads them, and what came of it in a form that is easily compared. */
import { expect } from "vitest";
import type { CodeLanguage } from "../../../../server/src/syntax/code/parsers.ts";
import type { TemplateEdit } from "../../../../server/src/template/edit.ts";
import type { Expression } from "../../../../server/src/template/expression.ts";
import type { Template } from "../../../../server/src/template/template.ts";
import type { Place, ReadDocument } from "../../../../server/src/workspace/snapshot.ts";
import { cdkReaders } from "../../../support/cdk.ts";
import { parseMarks } from "../../../support/marks.ts";

export { python, typescript } from "../../../support/programs.ts";

const readers = await cdkReaders();

export function readerFor(language: CodeLanguage): ReturnType<typeof readers> {
  return readers(language);
}

export function read(text: string, language: CodeLanguage = languageOf(text)): ReadDocument {
  const document = readerFor(language).read(text);
  if (!document) throw new Error("The program was not read.");
  return document;
}

function languageOf(text: string): CodeLanguage {
  return /^(from|import) [\w.]+ (import|as) |^import aws_cdk/m.test(text) && !/from ['"]/.test(text)
    ? "python"
    : "typescript";
}

/** `{ Vpc: "AWS::EC2::VPC { CidrBlock: 10.0.0.0/16 }" }`, with `open`, `if …` and `after …` where they are so. */
export function resources(text: string): Record<string, string> {
  return shown(read(text).template);
}

export function shown(template: Template): Record<string, string> {
  return Object.fromEntries(
    [...template.resources.values()].map((resource) => [
      resource.id,
      [
        `${resource.type} ${show(resource.properties)}`,
        resource.open ? " open" : "",
        resource.condition ? ` if ${resource.condition.name}` : "",
        resource.dependsOn.length > 0 ? ` after ${resource.dependsOn.map(({ name }) => name).join(", ")}` : "",
      ].join(""),
    ]),
  );
}

/** An expression as short-form YAML would have it; `?` is what cannot be known. */
export function show(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return "nothing";
    case "scalar":
      return expression.text;
    case "list":
      return `[${expression.items.map(show).join(", ")}]`;
    case "object":
      return expression.properties.length === 0
        ? "{}"
        : `{ ${expression.properties.map(({ key, value }) => `${key}: ${show(value)}`).join(", ")} }`;
    case "call":
      if (expression.name === "GetAtt" && expression.argument.kind === "list") {
        return `!GetAtt ${expression.argument.items.map(show).join(".")}`;
      }
      return `!${expression.name} ${show(expression.argument)}`;
    case "opaque":
      return "?";
  }
}

/** The place at `$0`, with the text that its span covers. */
export function place(marked: string): { place: Place; covered: string } | undefined {
  const { text, cursor } = parseMarks(marked);
  const document = read(text);
  const found = document.placeAt(cursor ?? 0);
  if (!found) return undefined;
  const { start, end } = document.layout.rangeOf(found.span);
  return { place: found, covered: text.slice(start, end) };
}

/** The program after the edits; undefined where they are declined. What comes out must be read without an error. */
export function edited(
  text: string,
  edits: readonly TemplateEdit[] | ((document: ReadDocument) => readonly TemplateEdit[]),
): string | undefined {
  const document = read(text);
  const changes = document.render(typeof edits === "function" ? edits(document) : edits);
  if (!changes) return undefined;
  const sorted = [...changes].sort((a, b) => b.range.start - a.range.start);
  sorted.slice(1).forEach((change, index) => {
    expect(change.range.end, "edits overlap").toBeLessThanOrEqual(sorted[index]?.range.start ?? 0);
  });
  return sorted.reduce(
    (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
    text,
  );
}
