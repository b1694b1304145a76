/** The names that `.routewise.yaml` may use. */
import { ignoreRuleIds } from "../rules/ignores.ts";
import { allRules } from "../rules/index.ts";
import { ruleGroups } from "../rules/rule.ts";

/** What is said of `routewise-ignore` comments can be set as well. */
export const knownRules: ReadonlySet<string> = new Set([...allRules.map(({ id }) => id), ...ignoreRuleIds]);

export const knownGroups: ReadonlySet<string> = new Set(ruleGroups);
