/** The names of rules and groups in the schemas and in the manifest, against the rules themselves. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { severityNames } from "../../../server/src/config/config.ts";
import { configKeys } from "../../../server/src/config/keys.ts";
import { groupTitles } from "../../../server/src/rules/group-titles.ts";
import { ignoreRuleIds } from "../../../server/src/rules/ignores.ts";
import { allRules } from "../../../server/src/rules/index.ts";
import { ruleGroups } from "../../../server/src/rules/rule.ts";
import { configSchema, ruleTexts, withRuleNames } from "../../../tools/config-schema.ts";
import { ruleTitles } from "../../../tools/rule-titles.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../${name}`, import.meta.url)), "utf8"));
const manifest = read("package.json");
const ids = [...allRules.map(({ id }) => id), ...ignoreRuleIds];

describe("the schema of .routewise.yaml", () => {
  const schema = JSON.parse(JSON.stringify(configSchema(ruleTitles())));

  test("has every key, rule and group, and no other", () => {
    expect(Object.keys(schema.properties)).toEqual([...configKeys]);
    expect(Object.keys(schema.properties.rules.properties)).toEqual(ids);
    expect(Object.keys(schema.properties.groups.properties)).toEqual([...ruleGroups]);
    for (const { additionalProperties } of [schema, schema.properties.rules, schema.properties.groups]) {
      expect(additionalProperties).toBe(false);
    }
    expect(schema.definitions.severity.enum).toEqual(severityNames);
  });

  test("says what each is, in both languages", () => {
    expect(schema.properties.rules.properties["subnet-overlap"].description).toMatch(/^[A-Z].*\n\n.*[ぁ-ん]/);
    expect(schema.properties.groups.properties.routing.description).toContain(groupTitles.routing.ja);
  });

  test("is what the manifest offers for the file", () => {
    expect(manifest.contributes.yamlValidation).toEqual([
      { fileMatch: ".routewise.yaml", url: "./dist/config.schema.json" },
    ]);
  });
});

describe("the settings", () => {
  const { properties } = withRuleNames(manifest).contributes.configuration;

  test("know every rule when packaged, with its title", () => {
    const { propertyNames, additionalProperties } = properties["routewise.rules"];
    expect(propertyNames.enum).toEqual(ids);
    expect(additionalProperties.enum).toEqual(severityNames);
    for (const language of ["en", "ja"] as const) {
      const texts = ruleTexts(ruleTitles(), language);
      expect(propertyNames.enumDescriptions.map((key: string) => texts[key.slice(1, -1)])).not.toContain(undefined);
    }
  });

  test("know every group, with its title in both languages", () => {
    const groups = properties["routewise.groups"];
    expect(Object.keys(groups.properties)).toEqual([...ruleGroups]);
    for (const group of ruleGroups) {
      expect(groups.properties[group].enum).toEqual(severityNames);
      expect(read("package.nls.json")[`setting.groups.${group}`]).toBe(groupTitles[group].en);
      expect(read("package.nls.ja.json")[`setting.groups.${group}`]).toBe(groupTitles[group].ja);
    }
  });

  test("are otherwise as in the source", () => {
    const { propertyNames, ...rules } = properties["routewise.rules"];
    expect(propertyNames).toBeDefined();
    expect({ ...properties, "routewise.rules": rules }).toEqual(manifest.contributes.configuration.properties);
  });
});
