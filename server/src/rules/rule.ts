/**
 * What a rule is: one file with metadata, messages in both languages, the check, and the fixes. A rule reads the
 * network, the template and the evaluator; it never resolves intrinsic functions or conditions itself, knows no
 * document language, and has no state.
 */
import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { Network } from "../network/model.ts";
import type { Spec } from "../spec/spec.ts";
import type { TemplateEdit } from "../template/edit.ts";
import type { Template } from "../template/template.ts";
import type { Evaluator, Guard, Provenance } from "../template/value.ts";

export type Severity = "error" | "warning" | "info" | "hint";

export const ruleGroups = [
  "addressing",
  "routing",
  "gateways",
  "security-groups",
  "network-acls",
  "endpoints",
  "connectivity",
  "load-balancing",
  "dns",
  "apis",
  "edge",
  "storage",
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/** Values of a message's `{places}`. */
export type MessageData = Readonly<Record<string, string | number | Localized>>;

export interface RelatedPlace {
  readonly at: Span;
  readonly message: Localized;
}

export interface Fix {
  /** Says what will happen: "Move AppB to 10.0.3.0/25 (next free)". */
  readonly title: Localized;
  readonly edits: readonly TemplateEdit[];
  /** The one obvious cure. At most one per finding. */
  readonly preferred?: boolean | undefined;
}

export interface Report<MessageId extends string> {
  readonly at: Span;
  readonly message: MessageId;
  readonly data?: MessageData | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** Everything the finding rests on: guards are put together, defaults make it a warning that says so. */
  readonly because?: readonly { readonly guard?: Guard; readonly from?: readonly Provenance[] }[] | undefined;
  /** Called when the user asks for fixes, at most once per finding. */
  readonly fixes?: (() => readonly Fix[]) | undefined;
  readonly severity?: Severity | undefined;
  readonly tags?: readonly ("unnecessary" | "deprecated")[] | undefined;
}

export interface RuleContext {
  readonly template: Template;
  readonly evaluator: Evaluator;
  readonly network: Network;
  readonly spec: Spec;
}

export interface Rule<MessageId extends string = string> {
  /** An id of the catalogue; names the defect. The facts that it rests on are those that its page cites. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** The knowledge topic that explains it. */
  readonly topic: string;
  readonly messages: Readonly<Record<MessageId, Localized>>;
  check(context: RuleContext, report: (report: Report<MessageId>) => void): void;
}

/** Checks the types of a rule where it is written. */
export function defineRule<const MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> {
  return rule;
}

/** What a rule found, ready to be shown. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Span;
  readonly message: Localized;
  readonly related: readonly RelatedPlace[];
  readonly tags: readonly ("unnecessary" | "deprecated")[];
  fixes(): readonly Fix[];
}
