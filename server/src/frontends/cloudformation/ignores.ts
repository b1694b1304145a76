/** The ignore notes of a template, in comments and in metadata: read, and written. */
import type { TextEdit } from "../../base/span.ts";
import { createTextChanges } from "../../base/text-changes.ts";
import type { ParsedDocument } from "../../syntax/document.ts";
import { commentsWith } from "../../syntax/yaml/comments.ts";
import { type IgnoreNote, type IgnorePlace, ignoreWord } from "../../template/ignores.ts";
import type { Template } from "../../template/template.ts";
import { notesInComments } from "../ignores/read-comments.ts";
import { writeComment } from "../ignores/write-comment.ts";
import { addToMetadata, notesInMetadata } from "./metadata-ignores.ts";
import { sheetOf } from "./node-edits.ts";
import { entryOf } from "./property-edits.ts";

export interface Ignores {
  notes(): readonly IgnoreNote[];
  write(rule: string, place: IgnorePlace): readonly TextEdit[] | undefined;
}

/** @param read reads another text as a version of the document; undefined where that is no template */
export function createIgnores(
  tree: ParsedDocument,
  template: Template,
  read: (text: string) => { readonly tree: ParsedDocument; readonly template: Template } | undefined,
): Ignores {
  let known: readonly IgnoreNote[] | undefined;
  const { text } = tree.layout;

  function readBack(changed: string): readonly IgnoreNote[] | undefined {
    const draft = read(changed);
    return draft && draft.tree.problems.length <= tree.problems.length
      ? notesOf(draft.tree, draft.template)
      : undefined;
  }

  function inComment(rule: string, offset: number): readonly TextEdit[] | undefined {
    return writeComment({ text, marker: " #", comments: commentsWith(tree, ignoreWord), read: readBack }, rule, offset);
  }

  function inMetadata(rule: string, resource: string | undefined): readonly TextEdit[] | undefined {
    const resources = entryOf(tree.root, "Resources")?.value;
    const entry = resource !== undefined && resources?.kind === "mapping" ? entryOf(resources, resource) : undefined;
    const body = resource === undefined ? tree.root : entry?.value.kind === "mapping" ? entry.value : undefined;
    if (!body) return undefined;
    const edits = addToMetadata(sheetOf(tree), body, rule);
    if (!edits) return undefined;
    const changes = createTextChanges(text);
    changes.apply(edits);
    return readBack(changes.text)?.some((note) => note.rule === rule) ? edits : undefined;
  }

  return {
    notes() {
      known ??= notesOf(tree, template);
      return known;
    },
    write(rule, place) {
      const isJson = tree.style.language === "json";
      switch (place.kind) {
        case "line":
          return isJson ? undefined : inComment(rule, place.offset);
        case "resource": {
          const id = template.resources.get(place.id)?.idSpan;
          if (!id) return undefined;
          return isJson ? inMetadata(rule, place.id) : inComment(rule, tree.layout.rangeOf(id).start);
        }
        case "template":
          return inMetadata(rule, undefined);
      }
    },
  };
}

function notesOf(tree: ParsedDocument, template: Template): readonly IgnoreNote[] {
  const comments = commentsWith(tree, ignoreWord);
  return [...notesInComments({ layout: tree.layout, template, comments }), ...notesInMetadata(sheetOf(tree))];
}
