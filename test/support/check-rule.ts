/**
 * Helpers for tests of rules: a marked text says what a rule finds in it and what its fixes make of it. Nothing but these
 * helpers touches the machinery, so that tests stay texts.
 *
 * The language is read off the text: `{` at the start is JSON, an import of the CDK is TypeScript or Python, all else
 * is YAML.
 */
import { expect } from "vitest";
import type { Language } from "../../server/src/base/localized.ts";
import type { TextEdit } from "../../server/src/base/span.ts";
import { createCloudFormationReader } from "../../server/src/frontends/cloudformation/reader.ts";
import { buildNetwork } from "../../server/src/network/build.ts";
import type { Finding, Fix, Rule, RuleContext, Severity } from "../../server/src/rules/rule.ts";
import { type RuleSettings, runRule, runRules } from "../../server/src/rules/run.ts";
import { createEvaluator } from "../../server/src/template/evaluate.ts";
import type { DocumentLanguage, ReadDocument } from "../../server/src/workspace/snapshot.ts";
import { applyEdits } from "./apply-edits.ts";
import { cdkReaders } from "./cdk.ts";
import { type Annotation, parseMarks } from "./marks.ts";
import { testSpec } from "./spec.ts";

const spec = await testSpec();
const cdkReader = await cdkReaders();

export interface CheckOptions {
  /** Language of the messages that the marks show; English unless told. */
  readonly messages?: Language | undefined;
  readonly language?: DocumentLanguage | undefined;
}

export interface Examined {
  readonly document: ReadDocument;
  readonly context: RuleContext;
}

/** A text as far as rules see it. Fails the test where the text is nothing that Routewise reads. */
export function examine(text: string, language: DocumentLanguage = languageOfText(text)): Examined {
  const document = readerFor(language).read(text);
  if (!document) throw new Error("The fixture is no template.");
  const { template } = document;
  const evaluator = createEvaluator(template);
  const network = buildNetwork(template, evaluator);
  return { document, context: { template, evaluator, network, spec } };
}

/** The findings of all rules, by place. Fails the test where a rule throws. */
export function findingsOf(text: string, settings: RuleSettings = { rules: {} }): readonly Finding[] {
  return runRules(examine(text).context, settings, (rule, error) => {
    throw new Error(`The rule ${rule} threw.`, { cause: error });
  });
}

/** Checks that the rule finds exactly what the marks say: place, severity, message, and 💡 where it offers a fix. */
export function checkRule(rule: Rule, marked: string, { messages = "en", language }: CheckOptions = {}): void {
  const { text, annotations } = parseMarks(marked);
  const { document, context } = examine(text, language);
  const found = runRule(rule, context).map((finding) => {
    const { start, end } = document.layout.rangeOf(finding.at);
    return {
      at: shown(text, start, end),
      severity: protocolName(finding.severity),
      fix: offered(finding, document).length > 0,
      message: finding.message[messages],
    };
  });
  const expected = annotations.map((annotation) => ({
    at: shown(text, annotation.start, annotation.end),
    severity: annotation.severity,
    fix: annotation.fix,
    message: annotation.message,
  }));
  expect(byPlace(found).map(cutLike(byPlace(expected)))).toEqual(byPlace(expected));
}

export interface FixChoice extends CheckOptions {
  /** The title of the fix, or its beginning; else the preferred one, else the first. */
  readonly title?: string | undefined;
}

/**
 * Checks that a fix of the rule's finding (at `$0`, else the first) turns `before` into `after`, that the finding is
 * gone then, and that no rule finds anything new.
 */
export function checkFix(rule: Rule, before: string, after: string, options: FixChoice = {}): void {
  const { text, cursor } = parseMarks(before);
  const examined = examine(text, options.language);
  const finding = pick(runRule(rule, examined.context), examined.document, cursor);
  const fixes = offered(finding, examined.document);
  const messages = options.messages ?? "en";
  const chosen =
    options.title === undefined
      ? (fixes.find(({ fix }) => fix.preferred) ?? fixes[0])
      : fixes.find(({ fix }) => fix.title[messages].startsWith(options.title ?? ""));
  if (!chosen) {
    throw new Error(`No such fix. Offered: ${fixes.map(({ fix }) => fix.title[messages]).join(" · ") || "nothing"}`);
  }
  const result = applyEdits(text, chosen.edits);
  expect(result).toBe(after);
  const remaining = findingsOf(result);
  expect(summaries(remaining), "the finding is still there").not.toContain(summary(finding));
  const known = new Set(summaries(findingsOf(text)));
  // Hints are about tidiness, which texts that are cut to one fault don't keep.
  const grave = remaining.filter(({ severity }) => severity !== "hint");
  expect(
    summaries(grave).filter((each) => !known.has(each)),
    "the fix brings new findings",
  ).toEqual([]);
}

/** Checks that the rule finds something and offers no fix for it. */
export function checkNoFix(rule: Rule, marked: string, { language }: CheckOptions = {}): void {
  const { text } = parseMarks(marked);
  const { document, context } = examine(text, language);
  const findings = runRule(rule, context);
  expect(findings.length, "the rule finds nothing").toBeGreaterThan(0);
  expect(findings.flatMap((finding) => offered(finding, document)).map(({ fix }) => fix.title.en)).toEqual([]);
}

/** The titles of the fixes that would be offered for the rule's findings. */
export function fixTitles(rule: Rule, marked: string, language: Language = "en"): readonly string[] {
  const { document, context } = examine(parseMarks(marked).text);
  return runRule(rule, context).flatMap((finding) => offered(finding, document).map(({ fix }) => fix.title[language]));
}

/** What the related places of the rule's findings point at, each with its words. */
export function relatedPlaces(rule: Rule, marked: string, language: Language = "en"): readonly string[] {
  const { text } = parseMarks(marked);
  const { document, context } = examine(text);
  return runRule(rule, context).flatMap(({ related }) =>
    related.map(({ at, message }) => {
      const { start, end } = document.layout.rangeOf(at);
      return `${shown(text, start, end)}: ${message[language]}`;
    }),
  );
}

export function languageOfText(text: string): DocumentLanguage {
  if (/^\s*(?:from|import) aws_cdk\b/m.test(text)) return "python";
  if (/from ['"]aws-cdk-lib|require\(['"]aws-cdk-lib/.test(text)) return "typescript";
  return text.trimStart().startsWith("{") ? "json" : "yaml";
}

function readerFor(language: DocumentLanguage) {
  if (language === "yaml" || language === "json") return createCloudFormationReader(language);
  return cdkReader(language);
}

interface OfferedFix {
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

/** The fixes that the document's language can write. */
function offered(finding: Finding, document: ReadDocument): readonly OfferedFix[] {
  return finding.fixes().flatMap((fix) => {
    const edits = document.render(fix.edits);
    return edits ? [{ fix, edits }] : [];
  });
}

function pick(findings: readonly Finding[], { layout }: ReadDocument, cursor: number | undefined): Finding {
  const found = findings.find(({ at }) => {
    const { start, end } = layout.rangeOf(at);
    return cursor === undefined || (start <= cursor && cursor <= end);
  });
  if (!found) throw new Error("The rule finds nothing there.");
  return found;
}

function summary({ rule, message }: Finding): string {
  return `${rule}: ${message.en}`;
}

function summaries(findings: readonly Finding[]): readonly string[] {
  return findings.map(summary);
}

/** `4:17 "10.0.0.0/24"`: readable in a failed test. */
function shown(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const line = before.split("\n").length;
  return `${line}:${start - before.lastIndexOf("\n")} ${JSON.stringify(text.slice(start, end))}`;
}

function protocolName(severity: Severity): Annotation["severity"] {
  return severity === "info" ? "information" : severity;
}

interface Shown {
  readonly at: string;
  readonly message: string;
}

function byPlace<T extends Shown>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) =>
    a.at === b.at ? a.message.localeCompare(b.message) : a.at.localeCompare(b.at, "en", { numeric: true }),
  );
}

/** A mark whose message ends in `…` says how the message begins. */
function cutLike(expected: readonly Shown[]): <T extends Shown>(found: T, index: number) => T {
  return (found, index) => {
    const words = expected[index]?.message ?? "";
    if (!words.endsWith("…") || !found.message.startsWith(words.slice(0, -1))) return found;
    return { ...found, message: words };
  };
}
