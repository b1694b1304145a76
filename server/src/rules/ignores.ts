/**
 * Takes out of the findings what the author does not want to be told, and says which of those wishes are of no use: the
 * rule is unknown, or finds nothing there any more. What is said of wishes can't be ignored by one.
 */
import type { Localized } from "../base/localized.ts";
import { didYouMean, mostSimilar } from "../base/similar.ts";
import type { Layout, Span, TextEdit, TextRange } from "../base/span.ts";
import type { IgnoreNote } from "../template/ignores.ts";
import { allRules } from "./index.ts";
import type { Finding, Fix, Severity } from "./rule.ts";
import { type RuleSettings, severityNamed } from "./run.ts";

/** Ids under which wishes of no use are reported; settings may change their severity as they may a rule's. */
export const ignoreRuleIds = ["ignore-unused", "ignore-unknown-rule"] as const;
export type IgnoreRuleId = (typeof ignoreRuleIds)[number];

/** What each is about, as the title of a rule's page says it. */
export const ignoreRuleTitles: Readonly<Record<IgnoreRuleId, Localized>> = {
  "ignore-unused": { en: "An ignore that hides nothing any more", ja: "何も隠さなくなった無視の指定" },
  "ignore-unknown-rule": { en: "An ignore of a rule that does not exist", ja: "存在しないルールの無視の指定" },
};

export interface Checked {
  readonly findings: readonly Finding[];
  readonly notes: readonly IgnoreNote[];
  readonly layout: Layout;
  readonly settings: RuleSettings;
  /** Whether the rule could say something: it was run, and the document is whole. Only then a wish can be of no use. */
  readonly hasSpoken: (ruleId: string) => boolean;
}

/** The findings that are left, and hints on wishes of no use. */
export function applyIgnores({ findings, notes, layout, settings, hasSpoken }: Checked): readonly Finding[] {
  if (notes.length === 0) return findings;
  const used = new Set<IgnoreNote>();
  const left = findings.filter((finding) => {
    const { start } = layout.rangeOf(finding.at);
    const matching = notes.filter(
      (note) => note.rule === finding.rule && note.covers.some((range) => holds(range, start)),
    );
    for (const note of matching) used.add(note);
    return matching.length === 0;
  });
  const hints = notes.flatMap((note) => {
    if (!knownRules.has(note.rule)) return unknownRule(note, layout, settings);
    return used.has(note) || !hasSpoken(note.rule) ? [] : hint("ignore-unused", unused(note), note, layout, settings);
  });
  return [...left, ...hints];
}

const knownRules: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

function holds({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset < end;
}

function unused({ rule, covers }: IgnoreNote): Localized {
  if (covers.length === 0) {
    return {
      en: `This comment stands above nothing, so it ignores nothing. Write it on the line of the finding, or right above.`,
      ja: "このコメントの下には何もなく、何も無視していない。指摘の行か、その直前の行に書く。",
    };
  }
  return {
    en: `${rule} finds nothing here any more; this ignore can go.`,
    ja: `${rule} はここではもう何も指摘していない。この無視の指定は不要。`,
  };
}

function unknownRule(note: IgnoreNote, layout: Layout, settings: RuleSettings): readonly Finding[] {
  const id = "ignore-unknown-rule";
  if (note.rule === "") {
    const message = {
      en: "No rule is named here, so nothing is ignored. Write its id: routewise-ignore subnet-overlap reason.",
      ja: "ルールの指定がなく、何も無視していない。routewise-ignore subnet-overlap 理由 のように ID を書く。",
    };
    return hint(id, message, note, layout, settings);
  }
  const meant = mostSimilar(note.rule, knownRules);
  const { en, ja } = didYouMean(meant);
  const message = {
    en: `There is no rule ${note.rule}, so nothing is ignored.${en}`,
    ja: `${note.rule} というルールはなく、何も無視していない。${ja}`,
  };
  const rename: readonly Fix[] =
    meant === undefined
      ? []
      : [written({ en: `Change to ${meant}`, ja: `${meant} に変える` }, [{ range: note.range, newText: meant }], true)];
  return hint(id, message, note, layout, settings, rename);
}

function hint(
  rule: IgnoreRuleId,
  message: Localized,
  note: IgnoreNote,
  layout: Layout,
  settings: RuleSettings,
  fixes: readonly Fix[] = [],
): readonly Finding[] {
  const severity: Severity | "off" = severityNamed(settings.rules, rule) ?? "hint";
  if (severity === "off") return [];
  return [
    {
      rule,
      severity,
      at: spanOf(layout, note.range),
      message,
      related: [],
      tags: rule === "ignore-unused" ? ["unnecessary"] : [],
      fixes: () => {
        const removal = note.removal();
        return removal ? [...fixes, written(removeTitle, removal, fixes.length === 0)] : fixes;
      },
    },
  ];
}

const removeTitle: Localized = { en: "Remove this ignore", ja: "この無視の指定を消す" };

function written(title: Localized, edits: readonly TextEdit[], preferred: boolean): Fix {
  return { title, edits: [{ kind: "replace-ranges", edits }], preferred };
}

function spanOf(layout: Layout, { start, end }: TextRange): Span {
  const { block, offset } = layout.locate(start);
  return { block, start: offset, end: offset + end - start };
}
