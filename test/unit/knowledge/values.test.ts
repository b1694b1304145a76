/** The data of knowledge/values, and the build's complaints about it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { kindAt, placesOf, valueKinds } from "../../../server/src/features/hover/values/places.ts";
import { createValues, type ValueGroup } from "../../../server/src/knowledge/values.ts";
import { readValues } from "../../../tools/build-values.ts";
import { knowledge, spec } from "../../support/snapshot.ts";

const { groups } = knowledge.values;
const all = groups.flatMap((group) => group.values.map((value) => ({ group, value })));
const titleOf = ({ kind, at }: ValueGroup) => `${kind} ${at[0] ?? ""}`;

/** Where the words of the IETF, of IANA and of AWS itself are. */
const official =
  /^https:\/\/((docs\.)?aws\.amazon\.com|www\.rfc-editor\.org|www\.iana\.org|learn\.microsoft\.com|kubernetes\.io\/docs|docs\.opensearch\.org)\//;

/** The kinds whose places are told by code. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  ports: placesOf("port"),
  "port-ranges": placesOf("port"),
  protocols: placesOf("protocol"),
  "icmp-types": placesOf("icmp-type"),
  "icmpv6-types": placesOf("port"),
  asns: placesOf("asn"),
  "endpoint-services": placesOf("endpoint-service"),
  "prefix-lists": placesOf("prefix-list"),
  zones: placesOf("zone"),
  regions: placesOf("zone"),
  // Known by their form, wherever they stand.
  addresses: ["AWS::EC2::VPC.CidrBlock"],
};

describe("every text", () => {
  test("has official sources with the day on which they were read", () => {
    for (const { group, value } of all) {
      expect(value.sources, `${titleOf(group)}: ${value.match.join()}`).not.toHaveLength(0);
    }
    for (const { url, checked } of [...groups, ...all.map(({ value }) => value)].flatMap(({ sources }) => sources)) {
      expect(url).toMatch(official);
      expect(checked).toMatch(/^2026-\d\d-\d\d$/);
    }
  });

  test("is short, and Japanese where it has to be", () => {
    for (const { text } of [...groups, ...all.map(({ value }) => value)]) {
      if (!text) continue;
      expect(text.en.length, text.en).toBeLessThanOrEqual(260);
      expect(text.ja.length, text.ja).toBeLessThanOrEqual(140);
      expect(text.ja, "desu and masu").not.toMatch(/(です|ます)。?$/);
      expect(text.en).not.toMatch(/[!\u3040-\u9fff]/);
    }
  });
});

describe("every group", () => {
  test.each(groups.map((group) => [titleOf(group), group] as const))("%s is reached from some place", (_, group) => {
    if (group.at.length === 0) {
      expect(kinds[group.kind]).toBeDefined();
      return;
    }
    expect(group.values.length + (group.range || group.text ? 1 : 0)).toBeGreaterThan(0);
    for (const place of group.at.filter((each) => each.startsWith("AWS::"))) {
      const [type = "", ...path] = place.split(".");
      expect(spec.property(type, path), place).toBeDefined();
    }
  });
});

describe("every place in the table", () => {
  test.each(valueKinds)("of %s is a property of the resource data", (kind) => {
    for (const place of placesOf(kind).filter((each) => each.startsWith("AWS::"))) {
      const [type = "", ...path] = place.split(".");
      expect(spec.property(type, path), place).toBeDefined();
    }
  });

  test("has one kind", () => {
    const places = valueKinds.flatMap(placesOf);
    expect(new Set(places).size).toBe(places.length);
    for (const kind of valueKinds) for (const place of placesOf(kind)) expect(kindAt(place)).toBe(kind);
  });
});

test("words that the resource data lists are explained with its spelling", () => {
  for (const group of groups) {
    for (const place of group.at.filter((each) => each.startsWith("AWS::"))) {
      const [type = "", ...path] = place.split(".");
      const allowed = spec.property(type, path)?.allowedValues?.map((value) => String(value).toLowerCase());
      if (!allowed || group.range || group.values.length === 0) continue;
      const known = group.values.filter(({ match }) => match.some((each) => allowed.includes(each)));
      expect(known.length, place).toBeGreaterThan(0);
    }
  }
});

describe("the build", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  function build(yaml: string) {
    const folder = mkdtempSync(join(tmpdir(), "values-"));
    folders.push(folder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "ports.yaml"), yaml);
    const data: unknown = JSON.parse(JSON.stringify(readValues(folder, { facts: ["eph.linux"], topics: ["nat"] })));
    return createValues({ value: data, path: "values" });
  }
  const sources = "sources: [{ title: A, url: https://docs.aws.amazon.com/a.html, checked: 2026-11-23 }]";

  test("takes sources and topic of the group, and several spellings", () => {
    const values = build(
      `- ${sources}\n  topic: nat\n  values:\n    "22, SSH": { name: SSH, en: Shell., ja: シェル。 }\n`,
    );
    expect(values.find("ports", "ssh")).toMatchObject({ topic: "nat", name: { ja: "SSH" }, sources: [{ title: "A" }] });
    expect(values.find("ports", "22")).toBe(values.find("ports", "SSH"));
    expect(values.find("ports", "23")).toBeUndefined();
  });

  test.each([
    ["a value twice", `- ${sources}\n  values: { "1, 2": { en: a, ja: b }, "2": { en: a, ja: b } }`, "there twice"],
    ["a place twice", `- at: [A.B]\n  ${sources}\n- at: [A.B]\n  ${sources}`, "A.B is there twice"],
    ["a stray field", `- ${sources}\n  values: { 1: { en: a, ja: b, fact: c } }`, `"fact" is no field`],
    ["no such fact", `- ${sources}\n  values: { 1: { en: a, ja: b, facts: [x] } }`, "no fact"],
    ["no such topic", `- ${sources}\n  topic: x`, "no topic"],
    ["no Japanese", `- ${sources}\n  values: { 1: { en: a } }`, "is not a text"],
    ["an unknown unit", `- at: [A.B]\n  ${sources}\n  range: { from: 1, unit: weeks }`, "is not one of"],
  ])("complains about %s", (_, yaml, complaint) => {
    expect(() => build(yaml)).toThrow(complaint);
  });
});
