import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import type { Snippet } from "../../../server/src/features/snippets/snippet-data.ts";
import type { PropertySpec, Spec } from "../../../server/src/spec/spec.ts";
import { collectSnippets } from "../../../tools/build-snippets.ts";
import { bodyToJson } from "../../../tools/snippets/to-json.ts";
import { templateWith } from "../../support/snippets.ts";
import { testSpec } from "../../support/spec.ts";

let spec: Spec;
const snippets: readonly Snippet[] = await collectSnippets();
const { SchemaValidator, TemplateContent } = createRequire(createRequire(import.meta.url).resolve("aws-cdk-lib"))(
  "@aws/cloudformation-validate",
);
const validator = new SchemaValidator();

beforeAll(async () => {
  spec = await testSpec();
}, 60_000);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function resourcesOf(snippet: Snippet): ReadonlyMap<string, JsonObject> {
  const template: { readonly Resources: JsonObject } = JSON.parse(templateWith(snippets, snippet, "json"));
  return new Map(Object.entries(template.Resources).flatMap(([id, body]) => (isObject(body) ? [[id, body]] : [])));
}

/** The function call that a value is, as name and argument. */
function callOf(value: Json): readonly [string, Json] | undefined {
  const [entry, ...others] = isObject(value) ? Object.entries(value) : [];
  return entry !== undefined && others.length === 0 && /^(Ref|Fn::\w+)$/.test(entry[0]) ? entry : undefined;
}

/** What is wrong with the value of a property, by the resource data. */
function problemsOf(type: string, path: readonly string[], property: PropertySpec, value: Json): string[] {
  const where = `${type}.${path.join(".")}`;
  const call = callOf(value);
  if (call !== undefined) return [];
  if (Array.isArray(value)) {
    if (property.type.kind !== "list") return [`${where} is no list`];
    return value.flatMap((item: Json) => problemsOf(type, path, property, item));
  }
  // A policy document is any JSON.
  if (isObject(value) && property.type.kind === "primitive") return [];
  if (isObject(value)) return problemsOfObject(type, path, value);
  const { allowedValues, minimum = -Infinity, maximum = Infinity } = property;
  if (allowedValues !== undefined && !allowedValues.some((allowed) => String(allowed) === String(value))) {
    return [`${where} is none of ${allowedValues.join(", ")}`];
  }
  return typeof value === "number" && (value < minimum || value > maximum) ? [`${where} is out of range`] : [];
}

function problemsOfObject(type: string, path: readonly string[], properties: JsonObject): string[] {
  const known = spec.properties(type, path);
  const missing = known.filter(({ name, required }) => required && !(name in properties));
  return [
    ...missing.map(({ name }) => `${type} lacks ${[...path, name].join(".")}`),
    ...Object.entries(properties).flatMap(([name, value]) => {
      const property = known.find((candidate) => candidate.name === name);
      const here = [...path, name];
      return property === undefined ? [`${type} has no ${here.join(".")}`] : problemsOf(type, here, property, value);
    }),
  ];
}

/** References that lead nowhere. */
function danglingIn(value: Json, resources: ReadonlyMap<string, JsonObject>): string[] {
  const call = callOf(value);
  if (call?.[0] === "Ref")
    return String(call[1]).startsWith("AWS::") || resources.has(String(call[1])) ? [] : [`Ref ${call[1]}`];
  if (call?.[0] === "Fn::GetAtt" && Array.isArray(call[1])) {
    const [id, attribute] = call[1].map(String);
    const type = resources.get(id ?? "")?.Type;
    if (typeof type === "string" && spec.type(type) === undefined) return [];
    const known = typeof type === "string" && spec.attributes(type).some(({ name }) => name === attribute);
    return known ? [] : [`GetAtt ${id}.${attribute}`];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((inner: Json) => danglingIn(inner, resources));
}

test("prefixes begin with rw- and differ", () => {
  const prefixes = snippets.map(({ prefix }) => prefix);
  expect(prefixes.filter((prefix) => !/^rw-[a-z0-9-]+$/.test(prefix))).toEqual([]);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

describe.each(snippets.map((snippet) => [snippet.id, snippet] as const))("%s", (_, snippet) => {
  test("is YAML without errors, and its JSON says the same", () => {
    const yaml = templateWith(snippets, snippet, "yaml");
    const document = parseDocument(yaml, { logLevel: "silent", uniqueKeys: true });
    expect(document.errors).toEqual([]);
    expect(JSON.parse(`{${bodyToJson(yaml)}}`)).toEqual(JSON.parse(templateWith(snippets, snippet, "json")));
  });

  test("has the properties that its resources know and need", () => {
    const problems = [...resourcesOf(snippet)].flatMap(([id, { Type, Properties = {} }]) => {
      if (typeof Type !== "string") return [`${id} has no type`];
      // Types beside the network (a bucket, a role) are left to AWS's validator, below.
      if (spec.type(Type) === undefined) return [];
      return isObject(Properties) ? problemsOfObject(Type, [], Properties) : [`${id} has odd properties`];
    });
    expect(problems).toEqual([]);
  });

  test("refers only to what is there", () => {
    const resources = resourcesOf(snippet);
    const dangling = [...resources.values()].flatMap((resource) => danglingIn(resource, resources));
    const dependencies = [...resources.values()].flatMap(({ DependsOn = [] }) => [DependsOn].flat());
    expect(dangling).toEqual([]);
    expect(dependencies.filter((id) => !resources.has(String(id)))).toEqual([]);
  });

  test("is passed by AWS's own validator", () => {
    const answers: { severity: string; message: string; entity?: { logicalId: string } }[] = validator.validate(
      new TemplateContent(templateWith(snippets, snippet, "yaml")),
      // The Region with the most resource types.
      "us-east-1",
    );
    expect(answers.filter(({ severity }) => severity !== "INFO")).toEqual([]);
  });
});
