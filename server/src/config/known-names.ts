/** The names that `.routewise.yaml` may use. */
import { allRules } from "../rules/index.ts";
import { ruleGroups } from "../rules/rule.ts";

export const knownRules: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

export const knownGroups: ReadonlySet<string> = new Set(ruleGroups);
