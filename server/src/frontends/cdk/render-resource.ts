/** Constructs added to a program, named by a variable, and removed. */
import type { TextEdit } from "../../base/span.ts";
import type { CodeRange } from "../../syntax/code/ast.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import type { Construct } from "./code-value.ts";
import { insertion, lineStart } from "./containers.ts";
import { type Reading, textOf } from "./reading.ts";
import { freshVariable, importToExtend, libraryName, nameAt } from "./variables.ts";
import { quoted, quoteOf, type WriteContext, writeEntry } from "./write-value.ts";

type AddResource = Extract<TemplateEdit, { kind: "add-resource" }>;

export interface AddOptions {
  /** Other edits refer to it: it needs a variable. */
  readonly named: boolean;
  /** Constructs that are going to refer to it: it has to stand before them. */
  readonly before: readonly Construct[];
}

/** Undefined where there is no good place for it, or what it refers to can't be seen there. */
export function addResource(reading: Reading, edit: AddResource, options: AddOptions): readonly TextEdit[] | undefined {
  const { catalog, program, dialect } = reading;
  // Not behind one that a loop makes.
  const single = reading.constructs.filter(
    ({ call }, index, all) => !all.some((other, at) => at !== index && other.call === call),
  );
  const neighbour = single.find(({ id }) => id === edit.after) ?? single.at(-1);
  const made = catalog.classOf(edit.type);
  if (!neighbour?.scope || !made || edit.condition !== neighbour.condition) return undefined;
  const names = catalog.resource(made.module, made.className);
  if (!names?.properties) return undefined;

  const place = placeFor(reading, neighbour, edit, options);
  if (!place) return undefined;
  const className = libraryName(reading, made.module, made.className);
  const extended = className === undefined ? extendImport(reading, made.module, made.className) : undefined;
  if (className === undefined && !extended) return undefined;

  const context: WriteContext = { reading, offset: place.offset, className: className ?? made.className };
  const python = dialect === "snake";
  const properties = Object.entries(edit.properties).map(([key, value]) =>
    writeEntry(context, key, value, names.properties, python ? "arguments" : "object"),
  );
  if (properties.includes(undefined)) return undefined;

  const eol = program.text.includes("\r\n") ? "\r\n" : "\n";
  const indent = /^[ \t]*/.exec(program.text.slice(lineStart(program.text, neighbour.statement.start)))?.[0] ?? "";
  const step = indent.includes("\t") ? "\t" : python ? "    " : "  ";
  const scope = textOf(reading, neighbour.scope);
  const id = quoted(edit.id, quoteOf(reading));
  const dependencies = (edit.dependsOn ?? []).map((target) => {
    const construct = reading.constructs.find((each) => each.id === target);
    return construct && nameAt(reading, construct, place.offset);
  });
  if (dependencies.includes(undefined)) return undefined;

  const variable = options.named || dependencies.length > 0 ? freshVariable(reading, edit.id) : undefined;
  const assigned = variable === undefined ? "" : python ? `${variable} = ` : `const ${variable} = `;
  const end = python || !textOf(reading, neighbour.statement).endsWith(";") ? "" : ";";
  const lines = (items: readonly (string | undefined)[]): string =>
    items.map((item) => `${eol}${indent}${step}${item},`).join("");
  const body = python
    ? `(${lines([scope, id, ...properties])}${eol}${indent})`
    : properties.length === 0
      ? `(${scope}, ${id})`
      : `(${scope}, ${id}, {${lines(properties)}${eol}${indent}})`;
  const call = `${assigned}${python ? "" : "new "}${className ?? made.className}${body}${end}`;
  const depend = dependencies.map(
    (target) => `${eol}${indent}${variable}.${python ? "add_dependency" : "addDependency"}(${target})${end}`,
  );
  const statement = `${call}${depend.join("")}`;
  const newText = place.isBefore ? `${statement}${eol}${indent}` : `${eol}${indent}${statement}`;
  return [...(extended ?? []), insertion(place.offset, newText)];
}

interface PlaceForStatement {
  readonly offset: number;
  readonly isBefore: boolean;
}

function placeFor(
  reading: Reading,
  neighbour: Construct,
  edit: AddResource,
  { before }: AddOptions,
): PlaceForStatement | undefined {
  const users = before.filter(({ block }) => block.start === neighbour.block.start);
  if (users.length < before.length) return undefined;
  const firstUse = Math.min(...users.map(({ statement }) => statement.start));
  const behind = endOfLine(reading, neighbour.statement);
  if (behind <= firstUse) return { offset: behind, isBefore: false };
  // Whatever the new one refers to must stand before it; writeEntry declines where it doesn't.
  return edit.after === undefined || users.length > 0 ? { offset: firstUse, isBefore: true } : undefined;
}

/** Behind the statement, and behind a comment on its last line. */
export function endOfLine({ program: { text } }: Reading, { end }: CodeRange): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|#[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(end));
  return end + (rest?.[0].length ?? 0);
}

/** `import { CfnRoute } from …`, `from … import CfnRoute`: one more name. */
function extendImport(reading: Reading, module: string, className: string): readonly TextEdit[] | undefined {
  const statement = importToExtend(reading, module);
  const last = statement?.names.at(-1);
  return last ? [insertion(last.range.end, `, ${className}`)] : undefined;
}

/** Gives the construct a variable; undefined where its call isn't a statement by itself. */
export function nameConstruct(reading: Reading, { call, statement, id }: Construct): readonly TextEdit[] | undefined {
  if (call.start !== statement.start) return undefined;
  const variable = freshVariable(reading, id);
  return [insertion(call.start, reading.dialect === "snake" ? `${variable} = ` : `const ${variable} = `)];
}

/** Undefined where the construct is part of something else, or still used. */
export function removeResource(reading: Reading, construct: Construct): readonly TextEdit[] | undefined {
  const { program } = reading;
  const { statement, call, variable } = construct;
  const rest = textOf(reading, { start: statement.start, end: call.start });
  if (!/^(?:(?:const|let|var)\s+)?(?:[\w.$]+(?:\s*:[^=]+)?\s*=\s*)?$/.test(rest)) return undefined;
  if (!/^;?$/.test(textOf(reading, { start: call.end, end: statement.end }).trim())) return undefined;
  if (variable !== undefined) {
    const others = program.text.slice(0, statement.start) + program.text.slice(statement.end);
    const plain = variable.replace(/^this\./, "");
    if (new RegExp(`(?<![\\w$])${plain.replaceAll("$", "\\$")}(?![\\w$])`).test(others)) return undefined;
  }
  const start = lineStart(program.text, statement.start);
  const isAlone = program.text.slice(start, statement.start).trim() === "";
  const end = endOfLine(reading, statement);
  if (!isAlone) return [{ range: { start: statement.start, end: statement.end }, newText: "" }];
  const lineBreak = /^\r?\n/.exec(program.text.slice(end))?.[0].length ?? 0;
  return [{ range: { start, end: end + lineBreak }, newText: "" }];
}
