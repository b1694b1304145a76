/**
 * How what several people set goes together. Rule by rule and group by group the later source wins, as VS Code itself
 * combines the settings of user, workspace and folder; the team's file is the first source, the editor's settings
 * the last. Then a rule's own severity counts more than its group's, whoever set them, and the group's more than what
 * the rule comes with.
 */
import type { RuleSettings } from "../rules/run.ts";
import type { EvaluationOptions } from "../template/value.ts";
import type { Config } from "./config.ts";

/** @param sources the ones that count least first */
export function combineSettings(...sources: readonly RuleSettings[]): RuleSettings {
  return {
    rules: Object.assign({}, ...sources.map(({ rules }) => rules)),
    groups: Object.assign({}, ...sources.map(({ groups }) => groups)),
  };
}

/** What the evaluator is to assume. */
export function assumptionsOf({ parameters, region }: Config): EvaluationOptions {
  return { parameters, region };
}
