/** Draws a figure of a page as SVG. Everything is built element by element; texts are texts, never markup. */
import type {
  FigurePoint,
  FigureShape,
  GlyphShape,
  LinkShape,
  PageFigure,
  TextShape,
} from "../../../../protocol/figures.ts";
import { h } from "../dom.ts";
import "./figure.css";
import { glyphParts } from "./glyphs.ts";

/** The panel's font size, in pixels, for which figures are laid out. */
const baseSize = 13;

/** The figure with its caption; it grows with the reader's font size and scrolls where the panel is narrow. */
export function figureView(figure: PageFigure): HTMLElement {
  const { id, title, alt, width, height, shapes } = figure;
  const labelled = { role: "img", "aria-labelledby": `figure-${id}-title`, "aria-describedby": `figure-${id}-alt` };
  const picture = svg("svg", { ...labelled, viewBox: `0 0 ${width} ${height}`, class: "drawing" });
  picture.style.width = `${width / baseSize}em`;
  picture.style.minWidth = `${(0.8 * width) / baseSize}em`;
  picture.append(
    svg("title", { id: `figure-${id}-title` }, title),
    svg("desc", { id: `figure-${id}-alt` }, alt),
    ...shapes.flatMap(draw),
  );
  return h("figure", { class: "figure" }, h("div", { class: "figure-view" }, picture), h("figcaption", {}, title));
}

function draw(shape: FigureShape): readonly SVGElement[] {
  switch (shape.shape) {
    case "area":
      return [svg("rect", { ...boxOf(shape), rx: 4, class: `area area-${shape.kind}` })];
    case "node":
      return [svg("rect", { ...boxOf(shape), rx: 4, class: `node node-${shape.tone}` })];
    case "glyph":
      return [glyph(shape)];
    case "text":
      return [textLine(shape)];
    case "link":
      return link(shape);
  }
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x, y, width, height };
}

function textLine({ role, text, anchor, size, x, y }: TextShape): SVGElement {
  return svg("text", { x, y, class: `text text-${role}`, "text-anchor": anchor, "font-size": size }, text);
}

function glyph({ kind, x, y }: GlyphShape): SVGElement {
  const drawn = svg("g", { class: "glyph", transform: `translate(${x} ${y})` });
  drawn.append(...glyphParts(kind).map((d) => svg("path", { d })));
  return drawn;
}

function link({ kind, points, start, end }: LinkShape): readonly SVGElement[] {
  const tips = [
    start === "arrow" ? arrowhead(points[0], points[1]) : undefined,
    end === "arrow" ? arrowhead(points.at(-1), points.at(-2)) : undefined,
    end === "cross" ? cross(points.at(-1), points.at(-2)) : undefined,
  ];
  const line = svg("path", { d: rounded(points), class: "line" });
  const drawn = svg("g", { class: `link link-${kind}` });
  // What is encrypted runs in a pipe: a wide line with a lighter one in it.
  if (kind === "encrypted") drawn.append(svg("path", { d: rounded(points), class: "pipe" }));
  drawn.append(line, ...tips.filter((tip) => tip !== undefined));
  return [drawn];
}

/** The line through the points, with its corners rounded. */
function rounded(points: readonly FigurePoint[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const entry = towards(point, before, 5);
      const exit = towards(point, after, 5);
      return `L${entry.x} ${entry.y}Q${point.x} ${point.y} ${exit.x} ${exit.y}`;
    })
    .join("");
}

/** The point at a distance from `from` on the way to `to`; half of the way at the most. */
function towards(from: FigurePoint, to: FigurePoint, distance: number): FigurePoint {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const part = Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function arrowhead(tip: FigurePoint | undefined, behind: FigurePoint | undefined): SVGElement | undefined {
  if (!tip || !behind) return undefined;
  const back = towards(tip, behind, 8);
  const [dx, dy] = [(back.y - tip.y) / 2, (tip.x - back.x) / 2];
  const corners = [tip, { x: back.x + dx, y: back.y + dy }, { x: back.x - dx, y: back.y - dy }];
  return svg("path", { d: `M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`, class: "arrow" });
}

function cross(end: FigurePoint | undefined, behind: FigurePoint | undefined): SVGElement | undefined {
  if (!end || !behind) return undefined;
  const { x, y } = towards(end, behind, 10);
  return svg("path", { d: `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`, class: "cross" });
}

function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}
