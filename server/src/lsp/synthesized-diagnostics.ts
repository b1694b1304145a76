/** What synthesis says of a program, as diagnostics beside those of its text. */
import type { Diagnostic, Location } from "vscode-languageserver-types";
import type { Localized } from "../base/localized.ts";
import type { FilePlace } from "../features/synthesized/note.ts";
import { type DocumentNote, notesInDocument } from "../features/synthesized/notes-in-document.ts";
import type { PlacedNote } from "../features/synthesized/read-app.ts";
import type { SourcePlace } from "../features/synthesized/source-places.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Finding } from "../rules/rule.ts";
import { diagnosticSeverities, diagnosticTags, toRange } from "./conversions.ts";
import { createLinks } from "./links.ts";
import type { Opened, Session } from "./session.ts";

export interface SynthesizedDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a finding of the text itself is not to be shown. */
  hides(finding: Finding): boolean;
}

const nothing: SynthesizedDiagnostics = { diagnostics: [], hides: () => false };

/** None for anything but a program whose app was synthesized from this very text. */
export function synthesizedDiagnostics(session: Session, found: Opened, knowledge: Knowledge): SynthesizedDiagnostics {
  if (found.snapshot.template.source !== "cdk") return nothing;
  const file = session.synthesized.file(found.snapshot.uri);
  if (!file) return nothing;
  const { notes, hides } = notesInDocument(found.snapshot, file);
  return { diagnostics: notes.map((note) => toDiagnostic(note, found, session, knowledge)), hides };
}

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
  return {
    range: toRange(document, range),
    severity: diagnosticSeverities[note.severity],
    source: note.tool ?? "routewise",
    ...(note.rule !== "" && { code: note.rule }),
    ...(isOurs && { codeDescription: { href: createLinks(session.client.options).rule(note.rule, language) } }),
    message: message[language],
    ...(facts.length > 0 && { data: { facts } }),
    ...(note.tags.length > 0 && { tags: note.tags.map((tag) => diagnosticTags[tag]) }),
    ...(session.client.relatedInformation && { relatedInformation: related }),
  };
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
