import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultSettings, readSettings } from "../../../server/src/workspace/settings.ts";

const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

/** The section that an editor hands over where nobody has set anything: the manifest's own defaults, nested. */
function untouched(): Readonly<Record<string, unknown>> {
  const section: Record<string, Record<string, unknown>> = {};
  const properties: Record<string, { default: unknown }> = manifest.contributes.configuration.properties;
  for (const [name, { default: value }] of Object.entries(properties)) {
    const [, first = "", ...rest] = name.split(".");
    if (rest.length === 0) Object.assign(section, { [first]: value });
    else section[first] = { ...section[first], [rest.join(".")]: value };
  }
  return section;
}

test("the manifest's defaults are the server's, every switch of it included", () => {
  const section = untouched();
  expect(readSettings(section, "en")).toEqual(defaultSettings("en"));
  const { inlayHints, codeLens } = defaultSettings("en").features;
  expect(section).toMatchObject({ inlayHints, codeLens });
});

test("switches one by one", () => {
  const { features } = readSettings(
    { hover: { enabled: false }, inlayHints: { ports: false }, codeLens: { references: true } },
    "en",
  );
  const defaults = defaultSettings("en").features;
  expect(features).toEqual({
    ...defaults,
    hover: false,
    inlayHints: { ...defaults.inlayHints, ports: false },
    codeLens: { ...defaults.codeLens, references: true },
  });
});

test("CDK programs and what was made of them", () => {
  expect(readSettings({ cdk: { synthesizedOutput: false } }, "en")).toMatchObject({
    cdk: true,
    synthesizedOutput: false,
  });
  expect(readSettings({ cdk: { enabled: false } }, "en")).toMatchObject({ cdk: false, synthesizedOutput: true });
});

test("patterns of files", () => {
  expect(readSettings({ exclude: ["cdk.out/", "", 7, "*.json"] }, "en").exclude.ignorePaths).toEqual([
    "cdk.out/",
    "*.json",
  ]);
});

describe("what is of another form keeps its default", () => {
  test.each([
    null,
    "off",
    [],
    { hover: false, completion: "no", diagnostics: { enabled: "false" }, exclude: "cdk.out" },
    { inlayHints: false, codeLens: [true] },
    { inlayHints: { ports: "off", other: true }, codeLens: { vpcs: null }, exclude: { "*": true } },
  ])("%j", (section) => {
    expect(readSettings(section, "en")).toEqual(defaultSettings("en"));
  });
});
