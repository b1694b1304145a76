/** A figure as shapes to draw, in one language. */
import type { FigureShape, PageFigure, TextShape } from "../../../../../protocol/figures.ts";
import type { Language } from "../../../base/localized.ts";
import { memoised } from "../../../base/memoised.ts";
import type { Figure } from "../../../knowledge/figures.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import type { Point } from "./geometry.ts";
import { endOf, keyOf } from "./key.ts";
import type { PlacedLabel } from "./labels.ts";
import { layoutFigure } from "./layout.ts";
import { glyphSize, hasGlyph, type PlacedArea, type PlacedNode } from "./placing.ts";
import type { Route } from "./routing.ts";
import { textHeight, textStyles } from "./text-size.ts";

const inEnglish = memoised((figure: Figure) => drawFigure(figure, "en"));
const inJapanese = memoised((figure: Figure) => drawFigure(figure, "ja"));

/** The figures of a topic's page, drawn. */
export function pageFigures(knowledge: Knowledge, topic: string, language: Language): readonly PageFigure[] {
  return knowledge.figuresOf(topic).map(language === "ja" ? inJapanese : inEnglish);
}

/** The figure as shapes: areas at the back, then links, nodes and texts, and a key of the kinds of links below. */
export function drawFigure(figure: Figure, language: Language): PageFigure {
  const layout = layoutFigure(figure, language);
  const key = keyOf(figure, language, { width: layout.width, top: layout.height });
  return {
    id: figure.id,
    title: figure.title[language],
    alt: figure.alt[language].trim(),
    width: layout.width,
    height: layout.height + key.height,
    shapes: [
      ...layout.areas.flatMap(areaShapes),
      ...layout.routes.flatMap(linkShapes),
      ...layout.nodes.flatMap(nodeShapes),
      ...layout.labels.flatMap(labelShapes),
      ...key.shapes,
    ],
  };
}

function areaShapes({ area, title, titleBox, box }: PlacedArea): readonly FigureShape[] {
  return [
    { shape: "area", kind: area.kind, ...box },
    ...lines("area", title, { x: titleBox.x, y: titleBox.y }, "start"),
  ];
}

function linkShapes({ link, points }: Route): readonly FigureShape[] {
  if (points.length === 0) return [];
  return [{ shape: "link", kind: link.kind, points, start: link.both ? "arrow" : "none", end: endOf(link.kind) }];
}

function nodeShapes({ node, name, note, box }: PlacedNode): readonly FigureShape[] {
  const height =
    (hasGlyph(node) ? glyphSize + 2 : 0) +
    textHeight(name, textStyles.name) +
    (note === undefined ? 0 : textHeight(note, textStyles.note));
  const middle = box.x + box.width / 2;
  const top = box.y + (box.height - height) / 2;
  const below = hasGlyph(node) ? top + glyphSize + 2 : top;
  const tone = node.tone ?? "plain";
  return [
    ...(node.kind === "note" ? [] : [{ shape: "node", tone, ...box } as const]),
    ...(hasGlyph(node) ? [{ shape: "glyph", kind: node.kind, x: middle - glyphSize / 2, y: top } as const] : []),
    ...lines(node.kind === "note" ? "note" : "name", name, { x: middle, y: below }, "middle"),
    ...lines("note", note ?? "", { x: middle, y: below + textHeight(name, textStyles.name) }, "middle"),
  ];
}

function labelShapes({ text, box }: PlacedLabel): readonly FigureShape[] {
  return lines("label", text, { x: box.x + box.width / 2, y: box.y }, "middle");
}

/** One shape per line of the text, the first one below `top`. */
function lines(role: TextShape["role"], text: string, top: Point, anchor: TextShape["anchor"]): readonly TextShape[] {
  if (text === "") return [];
  const { size, line } = textStyles[role];
  return text.split("\n").map((each, index) => ({
    shape: "text",
    role,
    text: each,
    anchor,
    size,
    x: top.x,
    // The baseline of a line that is centred in its height.
    y: top.y + index * line + line / 2 + size * 0.36,
  }));
}
