/** What holds for every figure of the knowledge base, in both languages, before anybody looks at it. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { TextShape } from "../../../../protocol/figures.ts";
import { type Language, languages } from "../../../../server/src/base/localized.ts";
import { layoutFigure } from "../../../../server/src/features/reference/figures/layout.ts";
import { drawFigure } from "../../../../server/src/features/reference/figures/shapes.ts";
import { textStyles, textWidth } from "../../../../server/src/features/reference/figures/text-size.ts";
import { topicPage } from "../../../../server/src/features/reference/pages.ts";
import { type Figure, readFigure } from "../../../../server/src/knowledge/figures.ts";
import { createKnowledge } from "../../../../server/src/knowledge/knowledge.ts";
import { readKnowledgeBase } from "../../../../tools/build-knowledge.ts";
import { readFigures } from "../../../../tools/knowledge/read-figures.ts";
import { faultsOfLayout } from "./layout-faults.ts";

const folder = fileURLToPath(new URL("../../../../knowledge", import.meta.url));
const sections: readonly { readonly topics: readonly string[] }[] = parse(
  readFileSync(`${folder}/topics/sections.yaml`, "utf8"),
);
const topics = sections.flatMap((section) => section.topics);
const figures = readFigures(`${folder}/figures`, topics).map((value) => readFigure({ value, path: "figure" }));
const drawn: readonly (readonly [string, Figure, Language])[] = figures.flatMap((figure) =>
  languages.map((language) => [`${figure.id} (${language})`, figure, language] as const),
);

/** The width of a page's column, in pixels at the panel's usual font size: a wider figure would shrink its letters. */
const column = 736;

describe.each(drawn)("%s", (_, figure, language) => {
  const layout = layoutFigure(figure, language);
  const page = drawFigure(figure, language);

  test("nothing overlaps, everything lies inside, links run from border to border past all nodes", () => {
    expect(faultsOfLayout(layout)).toEqual([]);
  });

  test("fits the page without shrinking", () => {
    expect(page.width).toBeLessThanOrEqual(column);
  });

  test("every text lies in the picture", () => {
    const texts = page.shapes.filter((shape): shape is TextShape => shape.shape === "text");
    const outside = texts.filter(({ text, role, anchor, size, x, y }) => {
      const width = textWidth(text, textStyles[role]);
      const left = anchor === "middle" ? x - width / 2 : x;
      return left < 0 || left + width > page.width || y - size < 0 || y > page.height;
    });
    expect(outside).toEqual([]);
  });

  test("is described in one to four sentences that name no colour", () => {
    const sentences = page.alt.split(language === "ja" ? /。/ : /[.;](?:\s|$)/).filter((each) => each.trim() !== "");
    expect(sentences.length).toBeGreaterThanOrEqual(1);
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(page.alt).not.toMatch(/\b(green|red|blue|orange|colou?r)\b|緑|赤い|青い|色/);
  });
});

test("the same figure gives the same picture", () => {
  for (const [, figure, language] of drawn.slice(0, 6)) {
    expect(drawFigure(figure, language)).toEqual(drawFigure(figure, language));
  }
});

test("a page shows its own figure before those it shares, and only in its language", () => {
  const knowledge = createKnowledge(readKnowledgeBase(folder));
  const page = topicPage(knowledge, "elastic-ip", "ja", () => undefined);
  const own = figures.filter((figure) => figure.topics[0] === "elastic-ip").map(({ id }) => id);
  const shared = figures.filter((figure) => figure.topics.indexOf("elastic-ip") > 0).map(({ id }) => id);
  expect(page?.figures.map(({ id }) => id)).toEqual([...own, ...shared]);
  expect(page?.figures.every(({ title }) => /[぀-ヿ]/.test(title))).toBe(true);
});

test("in English nothing is left in Japanese", () => {
  const texts = figures.flatMap((figure) =>
    drawFigure(figure, "en").shapes.flatMap((shape) => (shape.shape === "text" ? [shape.text] : [])),
  );
  expect(texts.filter((text) => /[぀-ヿ一-鿿]/.test(text))).toEqual([]);
});
