/** Renames what a template declares, everywhere in it, or says why not. */
import type { Localized } from "../../base/localized.ts";
import type { TextEdit, TextRange } from "../../base/span.ts";
import { type NameKind, type Occurrence, sectionsOf } from "../../template/occurrences.ts";
import type { Template } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { nameAt, placesOf } from "./names-at.ts";

export interface Renameable {
  readonly range: TextRange;
  readonly name: string;
}

/** A request that would break the template, with the reason for the user. */
export interface Refusal {
  readonly refusal: Localized;
}

/** What would be renamed at the offset; undefined where there is no name. */
export function renameable(snapshot: Snapshot, offset: number): Renameable | Refusal | undefined {
  const found = nameAt(snapshot, offset);
  if (!found || found.onAttribute) return undefined;
  const { occurrence, range } = found;
  return hindrance(snapshot, occurrence) ?? { range, name: occurrence.name };
}

/** The edits that give all places of the name another; undefined where there is no name. */
export function rename(
  snapshot: Snapshot,
  offset: number,
  newName: string,
): { readonly edits: readonly TextEdit[]; readonly occurrence: Occurrence } | Refusal | undefined {
  const found = nameAt(snapshot, offset);
  if (!found || found.onAttribute) return undefined;
  const { occurrence } = found;
  const refusal = hindrance(snapshot, occurrence) ?? wrongName(snapshot.template, occurrence, newName);
  if (refusal) return refusal;
  const edits = placesOf(snapshot, occurrence).map(({ range }) => ({ range, newText: newName }));
  return { edits, occurrence };
}

function hindrance(snapshot: Snapshot, { kind, name }: Occurrence): Refusal | undefined {
  const places = placesOf(snapshot, { kind, name } as Occurrence);
  if (!places.some(({ occurrence: { role } }) => role === "declaration")) {
    return refuse(
      `Nothing in this template declares ${name}, so there is nothing to rename.`,
      `${name} はこのテンプレートで宣言されていないため、名前を変更できない。`,
    );
  }
  if (places.some(({ occurrence: { written } }) => !written)) {
    return refuse(
      `${name} is put together by a loop, or written with escapes, somewhere. Rename its parts by hand.`,
      `${name} はループで組み立てられているか、エスケープを含む形で書かれている。手で変更すること。`,
    );
  }
  return undefined;
}

/**
 * Logical IDs are letters and digits; what YAML reads as a number or a truth value is left to nobody's luck.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
 */
function wrongName(template: Template, { kind, name }: Occurrence, newName: string): Refusal | undefined {
  if (!/^[A-Za-z0-9]{1,255}$/.test(newName)) {
    return refuse(
      "A name in a template is made of 1 to 255 letters and digits (A-Z, a-z, 0-9).",
      "テンプレートの名前に使えるのは英数字 (A-Z、a-z、0-9) で、長さは 1〜255 文字。",
    );
  }
  if (/^(?:\d[\deExXoO_a-fA-F]*|true|false|null|yes|no|on|off|y|n)$/i.test(newName)) {
    return refuse(
      `YAML reads ${newName} as something else than a text. Take a name that begins with a letter and is a word of its own.`,
      `${newName} は YAML では文字列として読まれない。英字で始まる別の名前にすること。`,
    );
  }
  if (newName !== name && isTaken(template, kind, newName)) {
    return refuse(
      `${newName} is there already. Take another name.`,
      `${newName} はすでに使われている。別の名前にすること。`,
    );
  }
  return undefined;
}

/** `Ref` reads parameters and resources by one name, so they share a space. */
function isTaken(template: Template, kind: NameKind, name: string): boolean {
  const isValue = (each: NameKind) => each === "parameter" || each === "resource";
  return sectionsOf(template).some(
    ([each, declared]) => (each === kind || (isValue(each) && isValue(kind))) && declared.has(name),
  );
}

function refuse(en: string, ja: string): Refusal {
  return { refusal: { en, ja } };
}
