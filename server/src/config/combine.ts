/**
 * How what several people set goes together. Rule by rule and group by group the later source wins, as VS Code itself
 * combines the settings of user, workspace and folder; the team's file is the first source, the editor's settings
 * the last. Then a rule's own severity counts more than its group's, whoever set them, and the group's more than what
 * the rule comes with.
 */
import type { RuleSettings } from "../rules/run.ts";
import type { EvaluationOptions } from "../template/value.ts";
import type { Config } from "./config.ts";
import { isIgnored } from "./ignored-paths.ts";
import { pathBelow } from "./locations.ts";

/** @param sources the ones that count least first */
export function combineSettings(...sources: readonly RuleSettings[]): RuleSettings {
  return {
    rules: Object.assign({}, ...sources.map(({ rules }) => rules)),
    groups: Object.assign({}, ...sources.map(({ groups }) => groups)),
  };
}

/** A `.routewise.yaml` that counts for a document. */
export interface FoundConfig {
  readonly uri: string;
  readonly config: Config;
}

/**
 * How a document is checked under the editor's settings and the file that counts for it, if there is one.
 *
 * @param chosen values of the parameter file that somebody has chosen for the document: they count more than what the
 * team assumes for all templates
 */
export function settingsFor(
  documentUri: string,
  found: FoundConfig | undefined,
  settings: RuleSettings,
  chosen?: ReadonlyMap<string, string>,
): RuleSettings & { readonly assume?: EvaluationOptions; readonly ignored?: boolean } {
  if (!found) return chosen ? { ...settings, assume: { parameters: chosen } } : settings;
  const { parameters, region } = found.config;
  const path = pathBelow(found.uri, documentUri);
  return {
    ...combineSettings(found.config, settings),
    assume: { parameters: chosen ? new Map([...parameters, ...chosen]) : parameters, region },
    ignored: path !== undefined && isIgnored(found.config, path),
  };
}
