/** The findings of one synthesized template, each with the construct that made its resource. */

import { lineStartsOf, positionIn } from "../../base/lines.ts";
import type { Localized } from "../../base/localized.ts";
import type { Layout, Span } from "../../base/span.ts";
import type { Resource } from "../../template/template.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { isAboutIgnores } from "../repair/ignore-fixes.ts";
import type { ConstructPlaces } from "./assembly.ts";
import { type JsonObject, objectIn, textIn } from "./json.ts";
import { type Origin, type SynthesizedNote, shownPath } from "./note.ts";

export interface SynthesizedTemplate {
  /** Of the template's file; the snapshot may go by another name. */
  readonly uri: string;
  /** As the assembly names it. */
  readonly file: string;
  readonly stackName: string;
  readonly snapshot: Snapshot;
  /** The same text as plain JSON. */
  readonly json: JsonObject;
  readonly places: ConstructPlaces;
}

export function templateNotes(template: SynthesizedTemplate): readonly SynthesizedNote[] {
  const { snapshot, stackName } = template;
  const { layout } = snapshot.document;
  const paths = constructPaths(template);
  const owners = resourcesByPlace(snapshot, layout);
  const originOf = (at: Span): Origin | undefined => {
    const id = ownerAt(owners, layout.rangeOf(at).start);
    const path = id === undefined ? undefined : paths.get(id);
    return path === undefined ? undefined : { path, stack: template.places.stacks.get(path) ?? [] };
  };
  const starts = lineStartsOf(snapshot.text);
  const named = (message: Localized): Localized => withPaths(message, paths, stackName);
  return snapshot.findings.flatMap((finding): SynthesizedNote[] => {
    const origin = originOf(finding.at);
    if (!origin || isAboutIgnores(finding)) return [];
    const related = finding.related.flatMap(({ at, message }) => {
      const other = originOf(at);
      return other ? [{ origin: other, message: named(message) }] : [];
    });
    return [
      {
        tool: undefined,
        rule: finding.rule,
        severity: finding.severity,
        message: named(finding.message),
        tags: finding.tags,
        origin,
        related,
        stackName,
        written: { uri: template.uri, ...positionIn(starts, layout.rangeOf(finding.at).start) },
      },
    ];
  });
}

/** By logical ID: the template says it itself, unless the app has switched that off. */
function constructPaths({ file, json, places }: SynthesizedTemplate): ReadonlyMap<string, string> {
  const paths = new Map(places.pathsIn(file));
  for (const [id, resource] of Object.entries(objectIn(json.Resources))) {
    const path = textIn(objectIn(objectIn(resource).Metadata)["aws:cdk:path"]);
    if (path !== undefined) paths.set(id, path);
  }
  return paths;
}

interface Owner {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

function resourcesByPlace({ template }: Snapshot, layout: Layout): readonly Owner[] {
  const owners = [...template.resources.values()].map(({ id, span }: Resource) => ({ id, ...layout.rangeOf(span) }));
  return owners.sort((a, b) => a.start - b.start);
}

function ownerAt(owners: readonly Owner[], offset: number): string | undefined {
  return owners.findLast(({ start, end }) => start <= offset && offset < end)?.id;
}

/** Logical IDs to which the CDK has added a hash become paths, which is how the author knows the constructs. */
function withPaths(message: Localized, paths: ReadonlyMap<string, string>, stackName: string): Localized {
  const named = (text: string) =>
    text.replace(/\b[A-Za-z0-9]+[0-9A-F]{8}\b/g, (id) => {
      const path = paths.get(id);
      return path === undefined ? id : shownPath(path, stackName);
    });
  return { en: named(message.en), ja: named(message.ja) };
}
