/**
 * Code actions that apply the preferred fixes of a whole document, or those of one rule. What they change is worked out
 * when one is chosen, where the client can ask then: the light bulb must not wait for it.
 */
import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver-types";
import type { Language, Localized } from "../base/localized.ts";
import { fixAll, hasPreferredFix } from "../features/repair/fix-all.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { fixAllKind } from "./capabilities.ts";
import { type CodeActionContext, findingsIn, workspaceEdit } from "./code-actions.ts";

export interface FixAllContext extends CodeActionContext {
  /** Reads the document with another text. */
  readonly read: (text: string) => Snapshot | undefined;
  /** The title of a rule's page. */
  readonly ruleTitle: (rule: string, language: Language) => string;
  /** The client asks for the edits of an action when it is chosen. */
  readonly lazy: boolean;
}

/** What an action carries until it is resolved. */
export interface FixAllData {
  readonly uri: string;
  /** Without it, all rules. */
  readonly rule?: string | undefined;
}

/** Who saves waits for it, and nobody is served meanwhile. What is left is fixed when it is asked for again. */
const patienceMs = 5000;

const titles = {
  all: {
    en: "Fix all in this file (Routewise)",
    ja: "このファイルの指摘をすべて修正する (Routewise)",
  },
  kind: {
    en: (n: number, rule: string) => `Fix all of this kind: ${n} × ${rule}`,
    ja: (n: number, rule: string) => `同じ種類の指摘をすべて修正する: ${n} × ${rule}`,
  },
} satisfies { all: Localized; kind: Record<Language, (n: number, rule: string) => string> };

/** "Fix all of this kind" for the rules under the range, and `source.fixAll.routewise`; each where it is asked for. */
export function fixAllActions(context: FixAllContext, range: Range, only: readonly string[] | undefined): CodeAction[] {
  const { snapshot, language } = context;
  const actions: CodeAction[] = [];
  if (!only || only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix)) {
    const curable = findingsIn(context, range).filter(
      (finding) => canWritePreferred(finding, snapshot) && countOf(finding.rule, snapshot) > 1,
    );
    for (const rule of new Set(curable.map((finding) => finding.rule))) {
      const title = titles.kind[language](countOf(rule, snapshot), context.ruleTitle(rule, language));
      actions.push(actionOf(context, title, CodeActionKind.QuickFix, { uri: snapshot.uri, rule }));
    }
  }
  if (only?.some((kind) => includes(kind, fixAllKind)) && snapshot.findings.some(hasPreferredFix)) {
    actions.push(actionOf(context, titles.all[language], fixAllKind, { uri: snapshot.uri }));
  }
  return actions;
}

/** The action with its edits, worked out on the document as it is now. */
export function resolveFixAll(action: CodeAction, context: FixAllContext, { rule }: FixAllData): CodeAction {
  const started = Date.now();
  const shouldStop = () => Date.now() - started > patienceMs;
  const { edits } = fixAll(context.snapshot, context.read, { rule, shouldStop });
  return { ...action, edit: workspaceEdit(context, edits) };
}

/** What an action of ours carries; undefined for any other. */
export function fixAllData(data: unknown): FixAllData | undefined {
  if (typeof data !== "object" || data === null || !("uri" in data) || typeof data.uri !== "string") return undefined;
  const rule = "rule" in data && typeof data.rule === "string" ? data.rule : undefined;
  return { uri: data.uri, rule };
}

function actionOf(context: FixAllContext, title: string, kind: string, data: FixAllData): CodeAction {
  const action: CodeAction = { title, kind };
  return context.lazy ? { ...action, data } : resolveFixAll(action, context, data);
}

/** Kinds are hierarchical: `source` asks for `source.fixAll.routewise`, too. */
function includes(asked: string, kind: string): boolean {
  return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}

function countOf(rule: string, { findings }: Snapshot): number {
  return findings.filter((finding) => finding.rule === rule && hasPreferredFix(finding)).length;
}

function canWritePreferred(finding: Snapshot["findings"][number], { document }: Snapshot): boolean {
  const fix = finding.fixes().find(({ preferred }) => preferred);
  return fix !== undefined && document.render(fix.edits) !== undefined;
}
