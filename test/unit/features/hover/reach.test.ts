/** Every place that a topic claims shows that topic on hover: resource types, properties, names of the CDK. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../../../server/src/base/localized.ts";
import type { Topic } from "../../../../server/src/knowledge/knowledge.ts";
import { hoverInCode, hoverOn } from "../../../support/check-hover.ts";
import { knowledge } from "../../../support/snapshot.ts";

/** The places at which the study notes' topics belong. */
const { places: noted }: { readonly places: Readonly<Record<string, readonly string[]>> } = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../../fixtures/note-facts.json", import.meta.url)), "utf8"),
);

/** Places that the notes name and at which the topic would only be in the way: nearly every subnet, route and address is without it. */
const inTheWay: Readonly<Record<string, readonly string[]>> = {
  "global-accelerator-types": ["AWS::EC2::Subnet", "ec2.CfnSubnet"],
  wavelength: ["AWS::EC2::Subnet.AvailabilityZone", "ec2.CfnRoute", "ec2.CfnSubnet", "ec2.CfnEIP"],
};

/** Modules whose usual name is not the one they are imported by. */
const imported: Readonly<Record<string, string>> = { elbv2: "elasticloadbalancingv2" };

async function hoverAt(place: string, language: Language): Promise<string> {
  const shown = place.startsWith("AWS::") ? await inTemplate(place, language) : await inProgram(place, language);
  return shown?.markdown ?? "";
}

function inTemplate(place: string, language: Language) {
  const [type = "", ...path] = place.split(".");
  const head = `Resources:\n  Thing:\n    Type: ${type}${path.length === 0 ? "$0" : ""}\n`;
  const keys = path.map((key, depth) => {
    return `${" ".repeat(6 + 2 * depth)}${key}${depth === path.length - 1 ? "$0: x" : ":"}\n`;
  });
  return hoverOn(`${head}${path.length === 0 ? "" : "    Properties:\n"}${keys.join("")}`, { language });
}

function inProgram(symbol: string, language: Language) {
  const [module = ""] = symbol.split(".");
  const source = `import * as ${module} from "aws-cdk-lib/aws-${(imported[module] ?? module).replaceAll("_", "-")}";`;
  return hoverInCode(`${source}\nconst thing = ${symbol}$0;\n`, { language });
}

function placesOf(topic: Topic): readonly string[] {
  const own = [...topic.cfnTypes, ...topic.cdkSymbols, ...topic.alsoOn];
  const wanted = (noted[topic.id] ?? []).filter((place) => !inTheWay[topic.id]?.includes(place));
  return [...new Set([...own, ...wanted])];
}

describe.each(knowledge.topics.map((topic) => [topic.id, topic] as const))("topic %s", (_, topic) => {
  test.each(languages)("is offered wherever it belongs (%s)", async (language) => {
    const missing: string[] = [];
    for (const place of placesOf(topic)) {
      const markdown = await hoverAt(place, language);
      const isOwn = topic.cfnTypes.includes(place) || topic.cdkSymbols.includes(place);
      const found = isOwn
        ? markdown.includes(`command:topic?${topic.id})`) || markdown.startsWith(`**${topic.title[language]}**`)
        : markdown.includes(`command:topic?${topic.id})`);
      if (!found) missing.push(place);
    }
    expect(missing).toEqual([]);
  });
});

test("a property shows the facts that concern it, and no other", async () => {
  const stray: string[] = [];
  for (const place of knowledge.topics.flatMap(({ cfnTypes }) => cfnTypes.filter((each) => each.includes(".")))) {
    const [type = "", ...path] = place.split(".");
    const around = path.map((_, index) => [type, ...path.slice(0, index + 1)].join("."));
    const markdown = await hoverAt(place, "en");
    for (const fact of knowledge.topics.flatMap(({ facts }) => facts)) {
      const concerns = fact.appliesTo.some((each) => around.includes(each));
      if (!concerns && markdown.includes(fact.text.en)) stray.push(`${place}: ${fact.id}`);
    }
  }
  expect(stray).toEqual([]);
});

test("a type or property without a topic shows the resource data alone, and no empty part", async () => {
  const type = await hoverAt("AWS::Transfer::Server", "en");
  expect(type).toContain("Transfer");
  expect(type).not.toMatch(/topic|Sources|⚠|See also/);
  const property = await hoverAt("AWS::Transfer::Server.IdentityProviderType", "en");
  expect(property).toMatch(/^\*\*IdentityProviderType\*\* · /);
  expect(property).not.toMatch(/topic|Sources|⚠|See also|\n\n$/);
});
