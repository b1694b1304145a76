/** JSON schemas with the names of rules and groups: for `.routewise.yaml`, and for the settings in the manifest. */
import type { Localized } from "../server/src/base/localized.ts";
import { configFileName, severityNames } from "../server/src/config/config.ts";
import { type ConfigKey, keyTexts, severityTexts } from "../server/src/config/keys.ts";
import { describeGroup } from "../server/src/features/config/describe.ts";
import { ignoreRuleIds, ignoreRuleTitles } from "../server/src/rules/ignores.ts";
import { allRules } from "../server/src/rules/index.ts";
import { ruleGroups } from "../server/src/rules/rule.ts";

/** A rule's title by its id. */
export type TitleOf = (ruleId: string) => Localized;

/** The schema of `.routewise.yaml`. A schema has one language, so its texts have both. */
export function configSchema(titleOf: TitleOf): unknown {
  const severity = {
    type: "string",
    enum: severityNames,
    enumDescriptions: severityNames.map((name) => `${severityTexts[name].en} / ${severityTexts[name].ja}`),
  };
  const value = { type: ["string", "number", "boolean", "null"] };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: configFileName,
    type: "object",
    additionalProperties: false,
    properties: {
      groups: {
        ...described("groups"),
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(
          ruleGroups.map((group) => [
            group,
            { $ref: "#/definitions/severity", description: inBoth(describeGroup(group)) },
          ]),
        ),
      },
      rules: {
        ...described("rules"),
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(
          namedTitles(titleOf).map(([id, title]) => [
            id,
            { $ref: "#/definitions/severity", description: inBoth(title) },
          ]),
        ),
      },
      parameters: {
        ...described("parameters"),
        type: ["object", "null"],
        additionalProperties: { anyOf: [value, { type: "array", items: value }] },
      },
      ignorePaths: { ...described("ignorePaths"), type: ["array", "null"], items: { type: "string" } },
    } satisfies Record<ConfigKey, unknown>,
    definitions: { severity },
  };
}

/** Everything that `rules` takes: the rules, and what is said of ignores. */
function namedTitles(titleOf: TitleOf): readonly (readonly [string, Localized])[] {
  return [
    ...allRules.map(({ id }) => [id, titleOf(id)] as const),
    ...ignoreRuleIds.map((id) => [id, ignoreRuleTitles[id]] as const),
  ];
}

function described(key: ConfigKey): { readonly description: string } {
  return { description: inBoth(keyTexts[key]) };
}

function inBoth({ en, ja }: Localized): string {
  return `${en}\n\n${ja}`;
}

/** The names that `routewise.rules` takes, with texts by key: `%rule.subnet-overlap%`. */
export function ruleNames(): { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] } {
  const ids = [...allRules.map(({ id }) => id), ...ignoreRuleIds];
  return { enum: ids, enumDescriptions: ids.map((id) => `%${textKey(id)}%`) };
}

/** The texts for `ruleNames`, in one language. */
export function ruleTexts(titleOf: TitleOf, language: "en" | "ja"): Readonly<Record<string, string>> {
  return Object.fromEntries(namedTitles(titleOf).map(([id, title]) => [textKey(id), title[language]]));
}

function textKey(id: string): string {
  return `rule.${id}`;
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, object>> } };
}

/**
 * The manifest as it is packaged: `routewise.rules` knows the rules. In the source it does not, or each new rule would
 * have to be written there too.
 */
export function withRuleNames<T extends Manifest>(manifest: T): T {
  const { contributes } = manifest;
  const { properties } = contributes.configuration;
  const rules = { ...properties["routewise.rules"], propertyNames: ruleNames() };
  const configuration = { ...contributes.configuration, properties: { ...properties, "routewise.rules": rules } };
  return { ...manifest, contributes: { ...contributes, configuration } };
}
