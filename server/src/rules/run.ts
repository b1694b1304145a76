/**
 * Runs rules over one network and makes their reports into findings.
 *
 * A report says what it rests on (`because`). Here the guards are put together: what excludes itself is no finding;
 * what holds only under some outcomes of the template's conditions says which; what rests on a parameter's default says
 * so and is at most a warning.
 */
import { fill, type Localized } from "../base/localized.ts";
import { memoised } from "../base/memoised.ts";
import { createConditions } from "../template/conditions.ts";
import type { Conditions, Evaluator, Guard } from "../template/value.ts";
import { type Assumption, allGuards, assumptionsOf } from "./basis.ts";
import { allRules } from "./index.ts";
import type { Finding, Fix, Report, Rule, RuleContext, Severity } from "./rule.ts";
import { underAssumptions, underGuard } from "./wording.ts";

export interface RuleSettings {
  /** Rule id to a severity (`error`, `warning`, `information` or `info`, `hint`) or `off`. */
  readonly rules: Readonly<Record<string, string>>;
  /** The same for all rules of a group, where `rules` says nothing of the rule. */
  readonly groups?: Readonly<Record<string, string>> | undefined;
}

export interface RunOptions {
  readonly rules?: readonly Rule[] | undefined;
  /** Told of a rule that threw, which is a bug of ours; the other rules go on. */
  readonly onFailure?: ((ruleId: string, error: unknown) => void) | undefined;
  /** Asked before each rule; what was found until then is returned. */
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Runs all rules that the settings do not switch off. Never throws. */
export function runRules(
  context: RuleContext,
  settings: RuleSettings,
  onFailure?: RunOptions["onFailure"],
  { rules = allRules, shouldStop }: Omit<RunOptions, "onFailure"> = {},
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (shouldStop?.()) break;
    const override = overrideFor(rule, settings);
    if (override === "off") continue;
    try {
      findings.push(...runRule(rule, context, override));
    } catch (error) {
      onFailure?.(rule.id, error);
    }
  }
  return findings;
}

/** The findings of one rule, in the order reported. Throws where the rule has a bug. */
export function runRule(rule: Rule, context: RuleContext, override?: Severity): readonly Finding[] {
  const { conditions } = context.evaluator;
  const cases: Case[] = [];
  rule.check(context, (report) => {
    const guard = allGuards(
      conditions,
      (report.because ?? []).map((basis) => basis.guard),
    );
    if (guard === undefined) return;
    const assumptions = assumptionsOf(report.because ?? []);
    if (!isPossible(context, guard, assumptions)) return;
    const message = fill(rule.messages[report.message] ?? { en: "", ja: "" }, report.data ?? {});
    cases.push({ report, guard, message, assumptions });
  });
  return sameFindings(cases).map((same) => toFinding(rule, same, conditions, override));
}

/**
 * Whether the guard can hold when the parameters have the values that the finding rests on: a resource that is only
 * there when a parameter is not its default has nothing to do with the default.
 */
export function isPossible(
  { evaluator }: Pick<RuleContext, "evaluator">,
  guard: Guard,
  assumptions: readonly Assumption[],
): boolean {
  if (assumptions.length === 0 || guard.outcomes.size === 0) return true;
  const conditions = conditionsUnder(evaluator)(assumptions);
  const outcomes = [...guard.outcomes].map(([name, outcome]) => conditions.when(name, outcome));
  return outcomes.every((each) => each !== undefined) && allGuards(conditions, outcomes) !== undefined;
}

/** The conditions of the template when the parameters have these values: few defaults come up again and again. */
const conditionsUnder = memoised(({ template, options }: Evaluator) => {
  const made = new Map<string, Conditions>();
  return (assumptions: readonly Assumption[]): Conditions => {
    const values = assumptions.map(({ parameter, value }) => [parameter, value] as const);
    const key = JSON.stringify(values);
    const before = made.get(key);
    if (before) return before;
    const conditions = createConditions(template, {
      ...options,
      parameters: new Map([...(options.parameters ?? []), ...values]),
    });
    made.set(key, conditions);
    return conditions;
  };
});

/** One report, and under which outcomes of the conditions it holds. */
interface Case {
  readonly report: Report<string>;
  readonly guard: Guard;
  readonly message: Localized;
  readonly assumptions: readonly Assumption[];
}

/** Cases that say the same of the same place: one finding for the reader, however many conditions lead to it. */
function sameFindings(cases: readonly Case[]): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[][]>();
  for (const each of cases) {
    const { block, start, end } = each.report.at;
    const key = `${start}-${end} ${each.message.en}`;
    const candidates = groups.get(key) ?? [];
    const group = candidates.find(([first]) => first?.report.at.block === block);
    if (group) group.push(each);
    else groups.set(key, [...candidates, [each]]);
  }
  return [...groups.values()].flat();
}

function toFinding(rule: Rule, cases: readonly Case[], conditions: Conditions, override?: Severity): Finding {
  // What holds without assumptions needs no word about them.
  const certain = cases.filter(({ assumptions }) => assumptions.length === 0);
  const telling = certain.length > 0 ? certain : cases;
  const [first] = telling.toSorted((a, b) => a.guard.outcomes.size - b.guard.outcomes.size);
  if (!first) throw new Error(`${rule.id}: a finding without a case`);
  const { report, assumptions } = first;
  const inAnyCase = conditions.exhaustive(telling.map(({ guard }) => guard));
  const when = inAnyCase ? { en: "", ja: "" } : conditions.describe(first.guard);
  const message = underAssumptions(assumptions, first.message, { afterColon: when.en !== "" });
  return {
    rule: rule.id,
    severity: capped(override ?? report.severity ?? rule.severity, assumptions),
    at: report.at,
    message: underGuard(when, message),
    related: report.related ?? [],
    tags: report.tags ?? [],
    fixes: once(() => report.fixes?.() ?? []),
  };
}

/** A default can be overridden at deployment, so what rests on one is no certain failure. */
function capped(severity: Severity, assumptions: readonly Assumption[]): Severity {
  return severity === "error" && assumptions.length > 0 ? "warning" : severity;
}

/** Whether the settings switch a rule off. */
export function isOff(ruleId: string, settings: RuleSettings): boolean {
  const rule = allRules.find(({ id }) => id === ruleId);
  return rule !== undefined && overrideFor(rule, settings) === "off";
}

/** What the settings say of a rule: of itself, else of its group. What is no severity says nothing. */
function overrideFor({ id, group }: Rule, { rules, groups = {} }: RuleSettings): Severity | "off" | undefined {
  return severityNamed(rules, id) ?? severityNamed(groups, group);
}

/** A severity of the settings, by rule id or group; undefined where they say nothing, or nothing that is one. */
export function severityNamed(settings: Readonly<Record<string, string>>, name: string): Severity | "off" | undefined {
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  switch (setting) {
    case "error":
    case "warning":
    case "info":
    case "hint":
    case "off":
      return setting;
    case "information":
      return "info";
    default:
      return undefined;
  }
}

function once(make: () => readonly Fix[]): () => readonly Fix[] {
  let made: readonly Fix[] | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
