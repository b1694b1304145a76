/** What SARIF 2.1.0 demands of what we write, as its schema has it: required fields, no others, bounds. */
import { expect, test } from "vitest";
import { formatSarif } from "../../../cli/formats/sarif.ts";
import type { Report } from "../../../cli/report.ts";
import { at, file, finding, report } from "./report.ts";

const full: Report = report({
  files: [
    file({
      path: "net/ä b.yaml",
      findings: [
        finding({
          related: [{ message: "A takes it", place: at("1:1-2") }],
          fixes: [
            { title: "Move B", preferred: true, edits: [{ place: at("2:14-25"), newText: "10.0.1.0/25" }] },
            { title: "Remove B", preferred: false, edits: [{ place: at("1:1-3"), newText: "" }] },
          ],
        }),
        finding({ rule: "nat-single-az", severity: "hint" }),
      ],
    }),
    file({ path: "/elsewhere/c.yaml" }),
  ],
  rules: [
    {
      id: "subnet-overlap",
      severity: "error",
      group: "addressing",
      title: "Overlap",
      help: "# Why",
      url: "https://r/a",
    },
    { id: "nat-single-az", severity: "info", group: "gateways", title: "One zone", help: "# Why", url: "https://r/b" },
  ],
  troubles: [
    { path: "d.yaml", place: { line: 3, column: 1 }, message: "Not valid.", kind: "note" },
    { message: "No such file.", kind: "failure" },
  ],
});

/** Per object of the schema: fields that must be there, fields that may be; a field's own object where it has one. */
const schema: Readonly<Record<string, { required?: readonly string[]; fields: Readonly<Record<string, string>> }>> = {
  log: { required: ["version", "runs"], fields: { $schema: "", version: "", runs: "run" } },
  run: {
    required: ["tool"],
    fields: {
      tool: "tool",
      language: "",
      columnKind: "",
      originalUriBaseIds: "bases",
      invocations: "invocation",
      artifacts: "artifact",
      results: "result",
    },
  },
  tool: { required: ["driver"], fields: { driver: "component" } },
  component: {
    required: ["name"],
    fields: { name: "", semanticVersion: "", informationUri: "", language: "", rules: "descriptor" },
  },
  descriptor: {
    required: ["id"],
    fields: {
      id: "",
      shortDescription: "multiformat",
      fullDescription: "multiformat",
      help: "multiformat",
      helpUri: "",
      defaultConfiguration: "configuration",
      properties: "",
    },
  },
  multiformat: { required: ["text"], fields: { text: "", markdown: "" } },
  configuration: { fields: { level: "" } },
  bases: { fields: { ROOT: "artifactLocation" } },
  invocation: {
    required: ["executionSuccessful"],
    fields: { executionSuccessful: "", toolExecutionNotifications: "notification" },
  },
  notification: { required: ["message"], fields: { level: "", message: "message", locations: "location" } },
  artifact: { fields: { location: "artifactLocation" } },
  result: {
    required: ["message"],
    fields: {
      ruleId: "",
      ruleIndex: "",
      level: "",
      message: "message",
      locations: "location",
      relatedLocations: "location",
      fixes: "fix",
    },
  },
  message: { required: ["text"], fields: { text: "" } },
  location: { fields: { id: "", message: "message", physicalLocation: "physicalLocation" } },
  physicalLocation: {
    required: ["artifactLocation"],
    fields: { artifactLocation: "artifactLocation", region: "region" },
  },
  artifactLocation: { required: ["uri"], fields: { uri: "", uriBaseId: "" } },
  region: { required: ["startLine"], fields: { startLine: "", startColumn: "", endLine: "", endColumn: "" } },
  fix: { required: ["artifactChanges"], fields: { description: "message", artifactChanges: "artifactChange" } },
  artifactChange: {
    required: ["artifactLocation", "replacements"],
    fields: { artifactLocation: "artifactLocation", replacements: "replacement" },
  },
  replacement: { required: ["deletedRegion"], fields: { deletedRegion: "region", insertedContent: "message" } },
};

/** What is wrong with a value as that object of the schema. */
function faults(value: unknown, name: string, path: string): string[] {
  if (Array.isArray(value)) {
    const texts = value.map((item) => JSON.stringify(item));
    return [
      ...(value.length === 0 && /^(fixes|artifactChange|replacement)$/.test(name) ? [`${path} is empty`] : []),
      ...(new Set(texts).size < texts.length ? [`${path} has the same item twice`] : []),
      ...value.flatMap((item, index) => faults(item, name, `${path}[${index}]`)),
    ];
  }
  const { required = [], fields = {} } = schema[name] ?? {};
  const own = Object.entries(value as object);
  return [
    ...required.filter((key) => !own.some(([each]) => each === key)).map((key) => `${path} has no ${key}`),
    ...own.flatMap(([key, inner]) => {
      const type = fields[key];
      if (type === undefined) return [`${path} has a ${key}`];
      if (/^(start|end)(Line|Column)$/.test(key) && !(Number.isInteger(inner) && inner >= 1)) return [`${path}.${key}`];
      return type === "" ? [] : faults(inner, type, `${path}.${key}`);
    }),
  ];
}

const log = JSON.parse(formatSarif(full));
const [run] = log.runs;

test("has what the schema demands and nothing that it does not know", () => {
  expect(faults(log, "log", "log")).toEqual([]);
  expect(faults(JSON.parse(formatSarif(report())), "log", "log")).toEqual([]);
  expect(log.version).toBe("2.1.0");
});

test("results name their rules, by id and by index", () => {
  expect(run.results).toHaveLength(2);
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test("levels are those of SARIF", () => {
  expect(run.results.map(({ level }: { level: string }) => level)).toEqual(["error", "note"]);
  expect(run.tool.driver.rules[1].defaultConfiguration).toEqual({ level: "note" });
});

test("addresses are URIs: relative to the root where they lie below it", () => {
  expect(run.originalUriBaseIds).toEqual({ ROOT: { uri: "file:///work/" } });
  expect(run.artifacts.map(({ location }: { location: object }) => location)).toEqual([
    { uri: "net/%C3%A4%20b.yaml", uriBaseId: "ROOT" },
    { uri: "file:///elsewhere/c.yaml" },
  ]);
});

test("fixes replace regions", () => {
  const [, second] = run.results[0].fixes;
  expect(run.results[0].fixes[0].artifactChanges[0].replacements).toEqual([
    {
      deletedRegion: { startLine: 2, startColumn: 14, endLine: 2, endColumn: 25 },
      insertedContent: { text: "10.0.1.0/25" },
    },
  ]);
  expect(second.artifactChanges[0].replacements[0]).not.toHaveProperty("insertedContent");
});

test("what kept files from being checked is told", () => {
  expect(run.invocations[0].executionSuccessful).toBe(false);
  expect(run.invocations[0].toolExecutionNotifications.map(({ level }: { level: string }) => level)).toEqual([
    "note",
    "error",
  ]);
});
