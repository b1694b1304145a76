/** Edits of the template, written into the program. Whatever can't be written well is declined as a whole. */
import type { Span, TextEdit } from "../../base/span.ts";
import { type Call, nodesAt } from "../../syntax/code/ast.ts";
import type { NewValue, PropertyPath, TemplateEdit } from "../../template/edit.ts";
import type { Construct } from "./code-value.ts";
import { type Container, entryOf, insertItem, insertion, removeItem } from "./containers.ts";
import { change, type Draft, editsOf, positionOf, type ReadText, startDraft } from "./draft.ts";
import { exists, findEntry, useAt, walk } from "./property-paths.ts";
import { type Reading, textOf } from "./reading.ts";
import { addResource, endOfLine, nameConstruct, removeResource } from "./render-resource.ts";
import { nameAt } from "./variables.ts";
import { keySpelling, quoted, quoteOf, type WriteContext, writeEntry, writeValue } from "./write-value.ts";

type Step = (draft: Draft) => Draft | undefined;

/** @param read reads a text as a version of this document */
export function renderEdits(
  reading: Reading,
  edits: readonly TemplateEdit[],
  read: ReadText,
): readonly TextEdit[] | undefined {
  let draft: Draft | undefined = startDraft(reading);
  for (const step of stepsOf(reading, edits, read)) {
    draft = step(draft);
    if (!draft) return undefined;
  }
  if (draft.reading.program.errors.length > reading.program.errors.length) return undefined;
  return editsOf(draft, reading.program.text.length);
}

/** New constructs first, so that the others can refer to them. */
function stepsOf(reading: Reading, edits: readonly TemplateEdit[], read: ReadText): readonly Step[] {
  const additions = edits.filter((edit) => edit.kind === "add-resource");
  const others = edits.filter((edit) => edit.kind !== "add-resource");
  return [
    ...additions.map(
      (edit): Step =>
        (draft) => {
          const users = others.filter((other) => refersTo(other, edit.id));
          const before = users.flatMap((user) => constructOf(draft.reading, editedBy(reading, user)) ?? []);
          const named = users.length > 0 || additions.some((other) => other !== edit && refersTo(other, edit.id));
          const ready = withVariables(draft, idsIn(Object.values(edit.properties)), read);
          const written = ready && addResource(ready.reading, edit, { named, before });
          return written && change(ready, written, read);
        },
    ),
    ...others.map(
      (edit): Step =>
        (draft) => {
          const ready = withVariables(draft, idsOf(edit), read);
          const written = ready && write(ready, edit);
          return written && change(ready, written, read);
        },
    ),
  ];
}

/** What must have a variable before the edit can be written. */
function idsOf(edit: TemplateEdit): readonly string[] {
  if (edit.kind === "add-depends-on") return [edit.resource, edit.target];
  return "value" in edit ? idsIn([edit.value]) : [];
}

/** The construct that an edit changes. */
function editedBy(reading: Reading, edit: TemplateEdit): string | undefined {
  if ("resource" in edit) return edit.resource;
  if (!("span" in edit) || !edit.span) return undefined;
  const { start, end } = edit.span;
  return reading.constructs.findLast(({ call }) => call.start <= start && end <= call.end)?.id;
}

/** Undefined also for one of several that the same text makes: an edit of one would be an edit of all. */
function constructOf({ constructs }: Reading, id: string | undefined): Construct | undefined {
  const found = constructs.find((construct) => construct.id === id);
  const isShared = constructs.some((other) => other !== found && other.call === found?.call);
  return isShared ? undefined : found;
}

function refersTo(edit: TemplateEdit, id: string): boolean {
  if (edit.kind === "add-resource") {
    return idsIn(Object.values(edit.properties)).includes(id) || (edit.dependsOn?.includes(id) ?? false);
  }
  if (edit.kind === "add-depends-on") return edit.target === id;
  return "value" in edit && idsIn([edit.value]).includes(id);
}

/** The logical IDs that values refer to. */
function idsIn(values: readonly NewValue[]): readonly string[] {
  return values.flatMap((value): readonly string[] => {
    if (value === null || typeof value !== "object") return [];
    if (isList(value)) return idsIn(value);
    if ("object" in value) return idsIn(Object.values(value.object));
    const first = isList(value.argument) ? value.argument[0] : value.argument;
    const isReference = value.call === "Ref" || value.call === "GetAtt";
    return isReference && typeof first === "string" ? [first] : idsIn([value.argument]);
  });
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}

/** Gives variables to the constructs that are going to be referred to and have none. */
function withVariables(draft: Draft, ids: readonly string[], read: ReadText): Draft | undefined {
  let current = draft;
  for (const id of new Set(ids)) {
    const construct = constructOf(current.reading, id);
    if (!construct || construct.variable !== undefined) continue;
    const edits = nameConstruct(current.reading, construct);
    if (!edits) return undefined;
    current = change(current, edits, read);
  }
  return current;
}

function write(draft: Draft, edit: TemplateEdit): readonly TextEdit[] | undefined {
  const { reading } = draft;
  switch (edit.kind) {
    case "replace-value":
      return replaceValue(draft, edit.span, edit.value);
    case "replace-text":
      return replaceText(draft, edit.span, edit.text);
    case "add-depends-on":
      return addDependsOn(reading, edit.resource, edit.target);
    case "add-resource":
    case "set-parameter":
    case "replace-ranges":
    case "add-declaration":
    case "set-function-form":
    case "set-collection-style":
      return undefined;
  }
  const construct = constructOf(reading, edit.resource);
  if (!construct || construct.call.broken) return undefined;
  switch (edit.kind) {
    case "remove-resource":
      return removeResource(reading, construct);
    case "set-property":
      return setProperty(reading, construct, edit.path, edit.value);
    case "remove-property": {
      const found = findEntry(construct, edit.path);
      return found && [removeItem(reading, found.container, found.entry)];
    }
    case "rename-property": {
      const found = findEntry(construct, edit.path);
      if (!found) return undefined;
      const { container, entry } = found;
      const key = keySpelling(reading, edit.to, container.names, container.form);
      const newText = entry.shorthand ? `${key}: ${entry.key}` : key;
      return [{ range: entry.keyRange, newText }];
    }
  }
}

function replaceValue(draft: Draft, span: Span, value: NewValue): readonly TextEdit[] | undefined {
  const range = rangeIn(draft, span);
  if (!range) return undefined;
  const { reading } = draft;
  // What a construct implies is written nowhere.
  if (reading.others.some(({ callee }) => callee.start === range.start && callee.end === range.end)) return undefined;
  const use = useAt(reading, range);
  const isInside = use !== undefined && use.construct.call.start <= range.start && range.end <= use.construct.call.end;
  if (isInside && !constructOf(reading, use.construct.id)) return undefined;
  const context: WriteContext = {
    reading,
    offset: use?.construct.statement.start ?? range.start,
    className: use && textOf(reading, use.construct.call.callee),
  };
  const existing = nodesAt(reading.program, range.start).find(
    (node) => node.start === range.start && node.end === range.end,
  );
  if (!use && existing?.kind === "call") return replacePeer(reading, existing, value);
  // A method's name, or a member of an enum.
  if (!use && (!existing || existing.kind === "member" || existing.kind === "name")) return undefined;
  const text =
    typeof value === "string" && existing?.kind === "string"
      ? quoted(value, reading.program.text[existing.content.start - 1] ?? "'")
      : writeValue(context, value, use?.name);
  if (text === undefined) return undefined;
  const isShorthand = use !== undefined && use.keyRange.start === range.start && use.keyRange.end === range.end;
  return [{ range, newText: isShorthand ? `${use.key}: ${text}` : text }];
}

/** `ec2.Peer.anyIpv4()` -> `ec2.Peer.ipv4('10.0.0.0/8')`. */
function replacePeer(reading: Reading, { callee, start, end }: Call, value: NewValue): readonly TextEdit[] | undefined {
  if (callee.kind !== "member" || !/^any_?ipv4$/i.test(callee.name) || typeof value !== "string") return undefined;
  return [
    { range: { start, end }, newText: `${textOf(reading, callee.object)}.ipv4(${quoted(value, quoteOf(reading))})` },
  ];
}

function replaceText(draft: Draft, span: Span, text: string): readonly TextEdit[] | undefined {
  const range = rangeIn(draft, span);
  if (!range || /["'`\\\n]/.test(text)) return undefined;
  const { program } = draft.reading;
  const literal = nodesAt(program, range.start).findLast((node) => node.kind === "string");
  if (literal?.kind !== "string" || !literal.verbatim) return undefined;
  if (range.start === literal.start && range.end === literal.end) return [{ range: literal.content, newText: text }];
  const inside = literal.content.start <= range.start && range.end <= literal.content.end;
  return inside ? [{ range, newText: text }] : undefined;
}

function rangeIn(draft: Draft, { start, end }: Span): { start: number; end: number } | undefined {
  const from = positionOf(draft, start, "start");
  const to = positionOf(draft, end, "end");
  return from === undefined || to === undefined || to < from ? undefined : { start: from, end: to };
}

function setProperty(
  reading: Reading,
  construct: Construct,
  path: PropertyPath,
  value: NewValue,
): readonly TextEdit[] | undefined {
  // The deepest part of the path that is written; the rest becomes part of the value.
  let depth = path.length - 1;
  let parent = walk(construct, path.slice(0, depth));
  while (!parent && depth > 0) {
    if (exists(construct, path.slice(0, depth))) return undefined;
    depth -= 1;
    parent = walk(construct, path.slice(0, depth));
  }
  const key = path[depth];
  if (!parent || key === undefined) return undefined;
  const nested = path.slice(depth + 1).reduceRight<NewValue>((inner, part) => {
    return typeof part === "number" ? [inner] : { object: { [part]: inner } };
  }, value);
  const context: WriteContext = {
    reading,
    offset: construct.statement.start,
    className: textOf(reading, construct.call.callee),
  };
  if (parent.kind === "list") {
    if (typeof key !== "number") return undefined;
    const text = writeValue(context, nested, parent.name);
    const item = parent.node.items[key];
    if (text === undefined) return undefined;
    if (item) return [{ range: { start: item.start, end: item.end }, newText: text }];
    const list: Container = {
      form: "arguments",
      range: parent.node,
      entries: [],
      items: parent.node.items,
      names: undefined,
    };
    return insertItem(reading, list, text);
  }
  if (typeof key !== "string") return undefined;
  const { container } = parent;
  const entry = entryOf(container, key);
  if (entry) {
    const text = writeValue(context, nested, container.names?.byName(key));
    if (text === undefined) return undefined;
    const { start, end } = entry.value;
    return [{ range: { start, end }, newText: entry.shorthand ? `${entry.key}: ${text}` : text }];
  }
  const isWithoutProperties = construct.call.isNew && container.form === "arguments" && depth === 0;
  const text = writeEntry(context, key, nested, container.names, isWithoutProperties ? "object" : container.form);
  if (text === undefined) return undefined;
  return insertItem(reading, container, isWithoutProperties ? `{ ${text} }` : text);
}

function addDependsOn(reading: Reading, id: string, target: string): readonly TextEdit[] | undefined {
  const [construct, other] = [constructOf(reading, id), constructOf(reading, target)];
  if (!construct || !other || construct.block.start !== other.block.start) return undefined;
  const later = construct.statement.end > other.statement.end ? construct : other;
  const offset = endOfLine(reading, later.statement);
  const [name, targetName] = [nameAt(reading, construct, offset), nameAt(reading, other, offset)];
  if (name === undefined || targetName === undefined) return undefined;
  const { text } = reading.program;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const line = text.slice(text.lastIndexOf("\n", later.statement.start - 1) + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const method = reading.dialect === "snake" ? "add_dependency" : "addDependency";
  const end = textOf(reading, later.statement).endsWith(";") ? ";" : "";
  return [insertion(offset, `${eol}${indent}${name}.${method}(${targetName})${end}`)];
}
