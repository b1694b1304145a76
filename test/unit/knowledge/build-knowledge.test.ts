/** The build's complaints: a small knowledge base, sound at first, with one fault each. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { readKnowledgeBase } from "../../../tools/build-knowledge.ts";

const sound: Readonly<Record<string, string>> = {
  "topics/sections.yaml": "- title: { en: Gateways, ja: ゲートウェイ }\n  topics: [vpn, nat, igw]\n",
  "topics/nat/topic.yaml": `
id: nat
title: { en: NAT, ja: NAT }
tagline: { en: Out, ja: 外へ }
cfnTypes: [AWS::EC2::NatGateway]
keywords: { en: [], ja: [] }
related: [vpn, igw]
rules: [nat-single-az, nat-routes-to-itself]
hover: [nat.zonal]
`,
  "topics/nat/en.md": "One zone [@nat.zonal].\n",
  "topics/nat/ja.md": "AZ 単位 [@nat.zonal]。\n",
  "topics/igw/topic.yaml": `
id: igw
title: { en: IGW, ja: IGW }
tagline: { en: Door, ja: 口 }
cfnTypes: [AWS::EC2::InternetGateway]
keywords: { en: [], ja: [] }
hover: []
`,
  "topics/igw/en.md": "A door.\n",
  "topics/igw/ja.md": "出入口。\n",
  "facts/nat.yaml": `
- id: nat.zonal
  kind: limit
  en: In one zone.
  ja: AZ 単位。
  sources: [{ title: A, url: https://docs.aws.amazon.com/a.html, checked: 2026-11-22 }]
`,
  "facts/igw.yaml": "[]\n",
  "rules/nat-single-az/en.md": "# One zone for all\n\nWhy.\n",
  "rules/nat-single-az/ja.md": "# AZ が 1 つ\n\n理由。\n",
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Reads the sound knowledge base with some files changed, or left out where they are undefined. */
function build(changes: Readonly<Record<string, string | undefined>> = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), "knowledge-")), "knowledge");
  folders.push(dirname(folder));
  for (const [name, text] of Object.entries({ ...sound, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return createKnowledge(readKnowledgeBase(folder));
}

describe("a sound knowledge base", () => {
  test("comes in the order of its sections, with the section's name", () => {
    expect(build().topics.map((topic) => [topic.id, topic.section.ja])).toEqual([
      ["nat", "ゲートウェイ"],
      ["igw", "ゲートウェイ"],
    ]);
  });

  test("loses links to topics and rules that are not written yet", () => {
    expect(build().topic("nat")?.related).toEqual(["igw"]);
    expect(build().topic("nat")?.rules).toEqual(["nat-single-az"]);
  });

  test("fills in what a fact may leave out", () => {
    expect(build().fact("nat.zonal")).toMatchObject({ topic: "nat", priority: 5, appliesTo: [] });
  });

  test("takes a rule page's title from its first heading", () => {
    expect(build().rulePage("nat-single-az")).toEqual({
      id: "nat-single-az",
      title: { en: "One zone for all", ja: "AZ が 1 つ" },
      body: { en: "Why.", ja: "理由。" },
    });
  });
});

describe("a fault stops the build with the place and the name", () => {
  const topic = sound["topics/nat/topic.yaml"] ?? "";
  const facts = sound["facts/nat.yaml"] ?? "";
  test.each([
    ["a citation of no fact", { "topics/nat/ja.md": "[@nat.zonall]" }, 'knowledge/topics/nat/ja.md cites "nat.zonall"'],
    [
      "a citation of no fact in a rule page",
      { "rules/nat-single-az/en.md": "# One zone for all\n\nWhy [@nat.zonal; @nat.gone].\n" },
      'knowledge/rules/nat-single-az/en.md cites "nat.gone", which is no fact',
    ],
    [
      "a hover of no fact",
      { "topics/nat/topic.yaml": topic.replace("[nat.zonal]", "[nat.gone]") },
      'topics/nat/topic.yaml shows "nat.gone"',
    ],
    [
      "a link to no topic",
      { "topics/nat/topic.yaml": topic.replace("[vpn, igw]", "[vnp]") },
      'topics/nat/topic.yaml: related names "vnp"',
    ],
    ["a topic in no section", { "topics/sections.yaml": "[]" }, 'sections.yaml does not list the topic "igw"'],
    [
      "a type with two pages",
      { "topics/igw/topic.yaml": (sound["topics/igw/topic.yaml"] ?? "").replace("InternetGateway", "NatGateway") },
      'AWS::EC2::NatGateway is claimed by two topics: "nat" and "igw"',
    ],
    ["an id that is there twice", { "facts/igw.yaml": facts }, 'knowledge/facts: "nat.zonal" is there twice'],
    ["a missing language", { "topics/nat/ja.md": undefined }, "knowledge/topics/nat/ja.md is missing"],
    ["a missing file of facts", { "facts/igw.yaml": undefined }, "knowledge/facts/igw.yaml is missing"],
    ["broken YAML", { "facts/nat.yaml": "- id: [" }, "knowledge/facts/nat.yaml: "],
    ["a fact without its Japanese", { "facts/nat.yaml": facts.replace(/ {2}ja: .*\n/, "") }, "text.ja is not a text"],
    [
      "a rule page without a title",
      { "rules/nat-single-az/en.md": "Why." },
      "rules/nat-single-az/en.md does not begin",
    ],
  ])("%s", (_, changes, message) => {
    expect(() => build(changes)).toThrow(message);
  });
});

describe("figures", () => {
  const figure = `
topics: [nat, vpn]
title: { en: Out, ja: 外へ }
alt: { en: A leads to B., ja: A から B へ。 }
grid:
  - a b
areas:
  vpc: { kind: vpc, holds: [a] }
nodes:
  a: { kind: instance, name: 10.0.0.1 }
  b: { kind: internet }
links:
  - { from: a, to: b, label: { en: out, ja: 外へ } }
`;
  const withFigure = (text: string) => build({ "figures/way.yaml": text });

  test("stand on the pages of their topics; one text serves both languages", () => {
    const [way] = withFigure(figure).figuresOf("nat");
    expect(way?.nodes[0]?.name).toEqual({ en: "10.0.0.1", ja: "10.0.0.1" });
    expect(way?.links[0]).toMatchObject({ kind: "traffic", label: { en: "out", ja: "外へ" } });
    expect(withFigure(figure).figuresOf("igw")).toEqual([]);
  });

  test.each([
    ["an unknown topic", figure.replace("[nat, vpn]", "[nat, wan]"), /figures\/way\.yaml.*"wan" is no topic/],
    ["a link to nothing", figure.replace("to: b", "to: c"), /figures\/way\.yaml.*"c" is no node and no area/],
    ["a missing language", figure.replace(", ja: A から B へ。", ""), /figures\/way\.yaml.*alt\.ja/],
    ["a label in one language", figure.replace("{ en: out, ja: 外へ }", "{ en: out }"), /label\.ja/],
    ["an unknown kind", figure.replace("kind: internet", "kind: cloud"), /nodes\[1\]\.kind/],
    ["a node without a place", figure.replace("- a b", "- a ."), /does not place "b"/],
    ["a stranger in the grid", figure.replace("- a b", "- a b c"), /places "c"/],
    ["rows of different length", figure.replace("- a b", "- a b\n  - a"), /differ in length/],
    ["a node that is no rectangle", figure.replace("- a b", "- a b\n  - a a"), /"a" are no rectangle/],
    ["an area around another's node", figure.replace("- a b", "- vpc b a"), /"b" stands between the nodes of "vpc"/],
    ["an area in itself", figure.replace("holds: [a]", "holds: [a, vpc]"), /"vpc" lies in itself/],
  ])("%s stops the build", (_, text, message) => {
    expect(() => withFigure(text)).toThrow(message);
  });
});
