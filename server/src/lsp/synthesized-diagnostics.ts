/** What synthesis says of a program, as diagnostics beside those of its text. */
import type { Diagnostic, Location } from "vscode-languageserver-types";
import type { Localized } from "../base/localized.ts";
import type { FilePlace } from "../features/synthesized/note.ts";
import {
  type DocumentNote,
  type DocumentNotes,
  notesInDocument,
  outdatedNotes,
} from "../features/synthesized/notes-in-document.ts";
import type { PlacedNote } from "../features/synthesized/read-app.ts";
import type { SourcePlace } from "../features/synthesized/source-places.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Finding } from "../rules/rule.ts";
import { makeDiagnostic, ownSource, toRange } from "./conversions.ts";
import { createLinks } from "./links.ts";
import type { Opened, Session } from "./session.ts";

export interface SynthesizedDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a finding of the text itself is not to be shown. */
  hides(finding: Finding): boolean;
}

/** None for anything but a program whose app was synthesized from this very text. */
export function synthesizedDiagnostics(session: Session, found: Opened, knowledge: Knowledge): SynthesizedDiagnostics {
  const { notes, hides } = notesOf(session, found);
  return { diagnostics: notes.map((note) => toDiagnostic(note, found, session, knowledge)), hides };
}

/** What our own rules find in the templates, as findings of the program, each with its diagnostic. None has fixes. */
export function synthesizedFindings(
  session: Session,
  found: Opened,
  knowledge: Knowledge,
): ReadonlyMap<Finding, Diagnostic> {
  const { layout } = found.snapshot.document;
  const findings = notesOf(session, found).notes.flatMap((each): (readonly [Finding, Diagnostic])[] => {
    const { note, range, message } = each;
    if (note.tool !== undefined) return [];
    const { rule, severity, tags } = note;
    const { block, offset } = layout.locate(range.start);
    const at = { block, start: offset, end: offset + range.end - range.start };
    const finding = { rule, severity, at, message, related: [], tags, fixes: () => [] };
    return [[finding, toDiagnostic(each, found, session, knowledge)]];
  });
  return new Map(findings);
}

function notesOf(session: Session, { snapshot }: Opened): DocumentNotes {
  if (snapshot.template.source !== "cdk") return noNotes;
  const file = session.synthesized.file(snapshot.uri);
  if (file) return notesInDocument(snapshot, file);
  return session.synthesized.isOutdated(snapshot.uri) ? outdatedNotes : noNotes;
}

const noNotes: DocumentNotes = { notes: [], hides: () => false };

function toDiagnostic(
  { range, note, message }: DocumentNote,
  { document }: Opened,
  session: Session,
  knowledge: Knowledge,
): Diagnostic {
  const language = session.language();
  const isOurs = note.tool === undefined;
  const facts = isOurs ? knowledge.factsOfRule(note.rule).map(({ id }) => id) : [];
  const related = [
    ...note.related.map(({ place, message: text }) => ({ location: locationOf(place), message: text[language] })),
    { location: locationOf(note.written), message: origin(note)[language] },
  ];
  return makeDiagnostic({
    range: toRange(document, range),
    severity: note.severity,
    source: note.tool ?? ownSource,
    rule: note.rule,
    page: isOurs ? createLinks(session.client.options).rule(note.rule, language) : undefined,
    message: message[language],
    facts,
    tags: note.tags,
    related: session.client.relatedInformation ? related : [],
  });
}

function locationOf({ uri, line, character = 0 }: SourcePlace | FilePlace): Location {
  const at = { line, character };
  return { uri, range: { start: at, end: at } };
}

/** What the place in the output is. */
function origin({ tool, origin: { path } }: PlacedNote): Localized {
  if (tool === undefined) return { en: "The synthesized template", ja: "合成されたテンプレート" };
  const of = path === undefined ? { en: "", ja: "" } : { en: ` for ${path}`, ja: ` (対象: ${path})` };
  return {
    en: `Reported by ${tool} when the app was synthesized${of.en}`,
    ja: `アプリの合成時に ${tool} が報告${of.ja}`,
  };
}
