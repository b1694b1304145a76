/** A figure with coordinates: places what it holds, leads the links, and makes room until every label has its own. */
import type { Language } from "../../../base/localized.ts";
import type { Figure, FigureLink } from "../../../knowledge/figures.ts";
import { type Point, unit } from "./geometry.ts";
import { type PlacedLabel, placeLabels } from "./labels.ts";
import { type Extra, type Placing, place, type Span } from "./placing.ts";
import { type Route, routeLinks } from "./routing.ts";

export interface Layout extends Placing {
  readonly routes: readonly Route[];
  readonly labels: readonly PlacedLabel[];
}

const rounds = 24;

/** The layout of a figure in a language: the same input gives the same picture. */
export function layoutFigure(figure: Figure, language: Language): Layout {
  const extra = {
    columns: (figure.grid[0] ?? []).map(() => 0),
    rows: figure.grid.map(() => 0),
  };
  const failures = new Map<FigureLink, number>();
  let layout = attempt(figure, language, extra);
  for (let round = 1; round < rounds; round++) {
    const homeless = layout.labels.filter(({ free }) => !free);
    if (homeless.length === 0) break;
    for (const label of homeless) {
      const before = failures.get(label.link) ?? 0;
      failures.set(label.link, before + 1);
      makeRoom(extra, layout, label, before);
    }
    layout = attempt(figure, language, extra);
  }
  return cropped(layout);
}

/** The layout without the margin that no link has used. */
function cropped(layout: Layout): Layout {
  const { nodes, areas, routes, labels } = layout;
  const boxes = [...nodes, ...areas, ...labels].map(({ box }) => box);
  const points = routes.flatMap((route) => route.points);
  const edge = 2;
  const left = Math.min(...boxes.map(({ x }) => x), ...points.map(({ x }) => x)) - edge;
  const top = Math.min(...boxes.map(({ y }) => y), ...points.map(({ y }) => y)) - edge;
  const right = Math.max(...boxes.map(({ x, width }) => x + width), ...points.map(({ x }) => x)) + edge;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height), ...points.map(({ y }) => y)) + edge;
  const at = <T extends Point>(point: T): T => ({ ...point, x: point.x - left, y: point.y - top });
  return {
    ...layout,
    width: right - left,
    height: bottom - top,
    nodes: nodes.map((node) => ({ ...node, box: at(node.box) })),
    areas: areas.map((area) => ({ ...area, box: at(area.box), titleBox: at(area.titleBox) })),
    routes: routes.map((route) => ({ ...route, points: route.points.map(at) })),
    labels: labels.map((label) => ({ ...label, box: at(label.box) })),
  };
}

function attempt(figure: Figure, language: Language, extra: Extra): Layout {
  const placing = place(figure, language, extra);
  const routes = routeLinks(placing, figure.links);
  return { ...placing, routes, labels: placeLabels(placing, routes, language) };
}

/** Widens the gap between the ends of the label's link; where that did not help before, the one across to it. */
function makeRoom(
  extra: { readonly columns: number[]; readonly rows: number[] },
  { spans }: Placing,
  { link }: PlacedLabel,
  before: number,
): void {
  const [from, to] = [spans.get(link.from), spans.get(link.to)];
  if (!from || !to) return;
  const column = gapBetween(from, to, "columns");
  const row = gapBetween(from, to, "rows");
  const sideways = column !== undefined && (row === undefined || before % 3 !== 2);
  const chosen = sideways ? "columns" : "rows";
  const gap = sideways ? column : row;
  if (gap !== undefined && !(before % 4 === 3)) {
    extra[chosen][gap] = (extra[chosen][gap] ?? 0) + (sideways && before < 3 ? 2 * unit : unit);
    return;
  }
  const across = chosen === "columns" ? "rows" : "columns";
  const side = Math.min(from[across].last, to[across].last) + 1;
  const index = side < extra[across].length ? side : Math.max(from[across].first, to[across].first);
  extra[across][index] = (extra[across][index] ?? 0) + unit;
}

/** The first gap that lies between two items in a direction; undefined where they stand beside each other in it. */
function gapBetween(a: Span, b: Span, direction: keyof Span): number | undefined {
  const [first, second] = a[direction].last <= b[direction].last ? [a, b] : [b, a];
  return first[direction].last < second[direction].first ? first[direction].last + 1 : undefined;
}
