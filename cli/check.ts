/** Checks files, one after the other, and fixes them where that is asked for. */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Language } from "../server/src/base/localized.ts";
import type { TextEdit } from "../server/src/base/span.ts";
import { fixAll } from "../server/src/features/repair/fix-all.ts";
import type { CheckSettings, Snapshot } from "../server/src/workspace/snapshot.ts";
import type { Engine } from "./engine.ts";
import type { FileToCheck } from "./files.ts";
import { lineReader } from "./places.ts";
import type { FileReport, ReportedFinding, ReportedFix, Trouble } from "./report.ts";
import { textsIn } from "./texts.ts";

export interface CheckContext {
  readonly engine: Engine;
  readonly language: Language;
  readonly fix: boolean;
  settingsFor(uri: string): Promise<CheckSettings>;
  /** Told after each file. */
  onProgress(done: number, all: number): void;
}

export interface Checked {
  readonly files: readonly FileReport[];
  readonly troubles: readonly Trouble[];
}

/** A failure with one file is told of and keeps none of the others from being checked. */
export async function checkFiles(files: readonly FileToCheck[], context: CheckContext): Promise<Checked> {
  const reports: FileReport[] = [];
  const troubles: Trouble[] = [];
  for (const [index, file] of files.entries()) {
    try {
      const report = await checkFile(file, context, (trouble) => troubles.push({ path: file.path, ...trouble }));
      if (report) reports.push(report);
    } catch (error) {
      const message = textsIn(context.language).crashed(reasonOf(error));
      troubles.push({ path: file.path, message, kind: "failure" });
    }
    context.onProgress(index + 1, files.length);
  }
  return { files: reports, troubles };
}

/** Problems after which part of the text is not understood. */
const unreadable: ReadonlySet<string> = new Set(["syntax-error", "tab-indentation", "unknown-alias", "too-deep"]);

type Tell = (trouble: Omit<Trouble, "path">) => void;

async function checkFile(file: FileToCheck, context: CheckContext, tell: Tell): Promise<FileReport | undefined> {
  const texts = textsIn(context.language);
  let bytes: Buffer;
  try {
    bytes = await readFile(file.file);
  } catch (error) {
    tell({ message: texts.unreadable(reasonOf(error)), kind: "failure" });
    return undefined;
  }
  const text = bytes.toString("utf8");
  const checked = await checkText({ ...file, text }, context, tell);
  if (!checked || checked.fixed.length === 0) return checked;
  // What is no UTF-8 has been read as something else, and must not be written back so.
  if (!Buffer.from(text, "utf8").equals(bytes)) {
    tell({ message: texts.notUtf8, kind: "failure" });
    return await checkText({ ...file, text }, { ...context, fix: false }, tell);
  }
  try {
    await writeFile(file.file, checked.text);
    return checked;
  } catch (error) {
    tell({ message: texts.unwritable(reasonOf(error)), kind: "failure" });
    return await checkText({ ...file, text }, { ...context, fix: false }, tell);
  }
}

/** Checks a text as if it were the file's; undefined where there is nothing of ours in it. */
export async function checkText(
  { file, path, named, text }: FileToCheck & { readonly text: string },
  { engine, language, fix, settingsFor }: CheckContext,
  tell: Tell,
): Promise<FileReport | undefined> {
  const texts = textsIn(language);
  const uri = pathToFileURL(file).href;
  let ignored = false;
  const reading = await engine.read({ uri, text }, async () => {
    const settings = await settingsFor(uri);
    ignored = settings.ignored === true;
    return settings;
  });
  if (!reading) {
    if (named && !ignored) tell({ message: texts.nothingOfOurs, kind: "note" });
    return undefined;
  }
  const { snapshot, reread, failures } = reading;
  const fixes = fix ? fixAll(snapshot, reread) : undefined;
  const result = fixes?.result ?? snapshot;
  const { layout, problems } = result.document;
  const placeAt = lineReader(result.text);
  const findings = result.findings.map((finding): ReportedFinding => {
    return {
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message[language],
      place: placeAt(layout.rangeOf(finding.at)),
      related: finding.related.map(({ at, message }) => ({
        message: message[language],
        place: placeAt(layout.rangeOf(at)),
      })),
      fixes: fixesOf(finding, result, language, (edit) => ({ place: placeAt(edit.range), newText: edit.newText })),
    };
  });
  for (const { span, code } of problems) {
    if (unreadable.has(code)) tell({ place: placeAt(layout.rangeOf(span)), message: texts.notParsed, kind: "note" });
  }
  for (const { rule, error } of failures) {
    tell({ message: texts.ruleFailed(rule, reasonOf(error)), kind: "failure" });
  }
  const fixed = fixes?.fixed.map(({ rule, title }) => ({ rule, title: title[language] })) ?? [];
  return { path, text: result.text, findings, fixed };
}

/** The fixes that the document's language can write. */
function fixesOf(
  finding: Snapshot["findings"][number],
  { document }: Snapshot,
  language: Language,
  placed: (edit: TextEdit) => ReportedFix["edits"][number],
): readonly ReportedFix[] {
  return finding.fixes().flatMap(({ title, preferred = false, edits }) => {
    const written = document.render(edits);
    return written ? [{ title: title[language], preferred, edits: written.map(placed) }] : [];
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
