/** Renames what a template declares, everywhere in it, or says why not. */
import type { Localized } from "../../base/localized.ts";
import type { TextEdit, TextRange } from "../../base/span.ts";
import { propertyOf } from "../../template/expression.ts";
import { type NameKind, type Occurrence, sectionsOf } from "../../template/occurrences.ts";
import type { Template } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { nameAt, type OwnVariableAt, ownVariableAt, placesOf } from "./names-at.ts";

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
  const found = targetAt(snapshot, offset);
  if (!found || "refusal" in found) return found;
  return {
    range: found.ranges.find(({ start, end }) => start <= offset && offset <= end) ?? found.at,
    name: found.name,
  };
}

/** The edits that give all places of the name another; undefined where there is no name. */
export function rename(
  snapshot: Snapshot,
  offset: number,
  newName: string,
): { readonly edits: readonly TextEdit[] } | Refusal | undefined {
  const found = targetAt(snapshot, offset);
  if (!found || "refusal" in found) return found;
  if (newName === found.name) return { edits: [] };
  const refusal = wrongForm(newName) ?? found.clash(newName);
  return refusal ?? { edits: found.ranges.map((range) => ({ range, newText: newName })) };
}

interface Target {
  readonly name: string;
  readonly at: TextRange;
  readonly ranges: readonly TextRange[];
  /** Why the new name cannot be had here. */
  clash(newName: string): Refusal | undefined;
}

function targetAt(snapshot: Snapshot, offset: number): Target | Refusal | undefined {
  const found = nameAt(snapshot, offset);
  if (!found) {
    const variable = ownVariableAt(snapshot, offset);
    return variable ? variableTarget(variable) : givenName(snapshot, offset);
  }
  const { occurrence, range, onAttribute } = found;
  if (onAttribute) return given(occurrence.attribute?.name ?? "");
  const places = placesOf(snapshot, occurrence);
  const hindrance = hindranceOf(snapshot.template, occurrence.name, places);
  if (hindrance) return hindrance;
  return {
    name: occurrence.name,
    at: range,
    ranges: places.map((place) => place.range),
    clash: (newName) => {
      if (isTaken(snapshot.template, occurrence.kind, newName)) return taken(newName);
      return places.some((place) => isCaptured(place.occurrence, newName)) ? captured(newName) : undefined;
    },
  };
}

function variableTarget({ name, declaration, uses, isNeighbour }: OwnVariableAt): Target {
  return {
    name,
    at: declaration,
    ranges: [declaration, ...uses],
    clash: (newName) => (isNeighbour(newName) ? taken(newName) : undefined),
  };
}

function hindranceOf(
  { problems }: Template,
  name: string,
  places: readonly { readonly occurrence: Occurrence }[],
): Refusal | undefined {
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
  if (problems.some(({ code }) => code === "duplicate-id")) {
    return refuse(
      "This template declares a name twice, so it is open which of the two is meant. Remove one first.",
      "このテンプレートでは同じ名前が 2 回宣言されており、どちらを指すのか決まらない。先に一方を削除すること。",
    );
  }
  return undefined;
}

/** A name that AWS gives and nobody can change: a pseudo parameter. */
function givenName(snapshot: Snapshot, offset: number): Refusal | undefined {
  if (snapshot.template.source !== "cloudformation") return undefined;
  const place = snapshot.document.placeAt(offset);
  const name = place?.kind === "sub-variable" || place?.kind === "intrinsic-argument" ? place.text.trim() : "";
  return /^AWS::[A-Za-z]+$/.test(name) ? given(name) : undefined;
}

/**
 * Names in templates are letters and digits, mappings' names at most 255; what YAML reads as a number or a truth value
 * is left to nobody's luck.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
 */
function wrongForm(newName: string): Refusal | undefined {
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
  return undefined;
}

/** `Ref` reads parameters and resources by one name, so they share a space. */
function isTaken(template: Template, kind: NameKind, name: string): boolean {
  const isValue = (each: NameKind) => each === "parameter" || each === "resource";
  return sectionsOf(template).some(
    ([each, declared]) => (each === kind || (isValue(each) && isValue(kind))) && declared.has(name),
  );
}

/** Whether a Sub around the name has a variable that the new name would mean instead. */
function isCaptured({ own, attribute }: Occurrence, newName: string): boolean {
  return propertyOf(own, attribute ? `${newName}.${attribute.name}` : newName) !== undefined;
}

function taken(name: string): Refusal {
  return refuse(`${name} is there already. Take another name.`, `${name} はすでに使われている。別の名前にすること。`);
}

function captured(name: string): Refusal {
  return refuse(
    `A Fn::Sub that uses this name has a variable ${name} of its own, which would be meant then. Take another name.`,
    `この名前を使う Fn::Sub に独自の変数 ${name} があり、変更後はそちらを指してしまう。別の名前にすること。`,
  );
}

function given(name: string): Refusal {
  return refuse(
    `${name} is a name that AWS gives. It cannot be changed.`,
    `${name} は AWS が決めた名前なので変更できない。`,
  );
}

function refuse(en: string, ja: string): Refusal {
  return { refusal: { en, ja } };
}
