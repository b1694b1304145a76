/** Where the nodes and areas of a figure stand: a grid whose columns and rows are as wide as what they hold. */
import type { Language } from "../../../base/localized.ts";
import type { Figure, FigureArea, FigureNode } from "../../../knowledge/figures.ts";
import { type Box, unit, upTo } from "./geometry.ts";
import { textHeight, textStyles, textWidth } from "./text-size.ts";
import { areaNames, nodeNames } from "./words.ts";

/** Free room before each column and each row, in pixels, on top of the least that there is. */
export interface Extra {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** First and last column and row of an item in the grid. */
export interface Span {
  readonly columns: Range;
  readonly rows: Range;
}

export interface Range {
  readonly first: number;
  readonly last: number;
}

export interface PlacedNode {
  readonly node: FigureNode;
  readonly name: string;
  readonly note: string | undefined;
  readonly box: Box;
}

export interface PlacedArea {
  readonly area: FigureArea;
  readonly title: string;
  /** Room of the title, which nothing may cross. */
  readonly titleBox: Box;
  readonly box: Box;
  /** How many areas it lies in. */
  readonly depth: number;
}

export interface Placing {
  readonly nodes: readonly PlacedNode[];
  /** Outer ones before those that lie in them. */
  readonly areas: readonly PlacedArea[];
  readonly spans: ReadonlyMap<string, Span>;
  readonly width: number;
  readonly height: number;
}

const margin = 2 * unit;
const columnGap = 3 * unit;
const rowGap = 2 * unit;
const padding = 2 * unit;
/** Height that a title takes at the top of its area, in pixels. */
export const titleRoom = 3 * unit;
/** Between a title and the nodes below it, beside `titleRoom`, so that a link finds its way between them. */
const belowTitle = unit;

/** Width and height of a symbol in pixels. */
export const glyphSize = 18;

/** The figure with every node and area in its place. `extra` widens gaps for labels. */
export function place(figure: Figure, language: Language, extra: Extra): Placing {
  const spans = spansOf(figure);
  const sizes = new Map(figure.nodes.map((node) => [node.id, sizeOf(node, language)]));
  const across = axis(figure, spans, "columns", {
    free: (index) => (index === 0 ? 0 : columnGap) + (extra.columns[index] ?? 0),
    before: (levels) => levels * padding,
    needed: (id) => sizes.get(id)?.width ?? 0,
    neededByArea: (area) => textWidth(titleOf(area, language), textStyles.area) + 2 * unit,
  });
  const down = axis(figure, spans, "rows", {
    free: (index) => (index === 0 ? 0 : rowGap) + (extra.rows[index] ?? 0),
    before: (levels) => (levels === 0 ? 0 : levels * titleRoom + belowTitle),
    needed: (id) => sizes.get(id)?.height ?? 0,
    neededByArea: () => 0,
  });

  const nodes = figure.nodes.map((node): PlacedNode => {
    const x = across.extent(node.id);
    const y = down.extent(node.id);
    const size = sizes.get(node.id) ?? { width: 0, height: 0 };
    const span = spans.get(node.id);
    const fills = (direction: keyof Span): boolean =>
      node.kind === "box" || (span !== undefined && spansSeveral(span[direction]));
    const width = fills("columns") ? x.length : size.width;
    const height = fills("rows") ? y.length : size.height;
    return {
      node,
      name: nameOf(node, language),
      note: node.note?.[language],
      box: { x: x.start + (x.length - width) / 2, y: y.start + (y.length - height) / 2, width, height },
    };
  });
  const areas = figure.areas
    .map((area): PlacedArea => {
      const x = across.extent(area.id);
      const y = down.extent(area.id);
      const title = titleOf(area, language);
      return {
        area,
        title,
        titleBox: { x: x.start + unit, y: y.start + 4, width: textWidth(title, textStyles.area), height: 16 },
        box: { x: x.start, y: y.start, width: x.length, height: y.length },
        depth: depthOf(figure, area.id),
      };
    })
    .sort((a, b) => a.depth - b.depth);
  return { nodes, areas, spans, width: across.length, height: down.length };
}

/** The text of a node, in the language. */
export function nameOf(node: FigureNode, language: Language): string {
  return (node.name ?? nodeNames[node.kind])[language];
}

function titleOf(area: FigureArea, language: Language): string {
  const name = (area.name ?? areaNames[area.kind])[language];
  return area.detail ? `${name}  ${area.detail[language]}` : name;
}

/** Whether the node is drawn with a symbol above its name. */
export function hasGlyph(node: FigureNode): boolean {
  return node.kind !== "box" && node.kind !== "note";
}

function sizeOf(node: FigureNode, language: Language): { readonly width: number; readonly height: number } {
  const name = nameOf(node, language);
  const note = node.note?.[language];
  const width = Math.max(
    textWidth(name, textStyles.name),
    note === undefined ? 0 : textWidth(note, textStyles.note),
    hasGlyph(node) ? 2 * glyphSize : 0,
  );
  const height =
    textHeight(name, textStyles.name) +
    (note === undefined ? 0 : textHeight(note, textStyles.note)) +
    (hasGlyph(node) ? glyphSize + 2 : 0);
  const beside = node.kind === "note" ? 0 : 2 * unit;
  return { width: upTo(2 * unit, width + beside), height: upTo(2 * unit, height + (node.kind === "note" ? 0 : 12)) };
}

/** Whether a range holds more than one column or row. */
export function spansSeveral({ first, last }: Range): boolean {
  return last > first;
}

function depthOf(figure: Figure, id: string): number {
  const holder = figure.areas.find((area) => area.holds.includes(id));
  return holder ? depthOf(figure, holder.id) + 1 : 0;
}

function spansOf(figure: Figure): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  figure.grid.forEach((cells, row) => {
    cells.forEach((id, column) => {
      if (id === undefined) return;
      const cell = { columns: { first: column, last: column }, rows: { first: row, last: row } };
      const known = spans.get(id);
      spans.set(id, known ? united(known, cell) : cell);
    });
  });
  const own = new Map(spans);
  const ofArea = (area: FigureArea): Span | undefined =>
    [own.get(area.id), ...area.holds.map((id) => spanOf(id))].reduce(
      (all, span) => (all && span ? united(all, span) : (all ?? span)),
      undefined,
    );
  const spanOf = (id: string): Span | undefined => {
    const inner = figure.areas.find((candidate) => candidate.id === id);
    return inner ? ofArea(inner) : own.get(id);
  };
  for (const area of figure.areas) {
    const span = ofArea(area);
    if (span) spans.set(area.id, span);
  }
  return spans;
}

function united(a: Span, b: Span): Span {
  const range = (direction: keyof Span): Range => ({
    first: Math.min(a[direction].first, b[direction].first),
    last: Math.max(a[direction].last, b[direction].last),
  });
  return { columns: range("columns"), rows: range("rows") };
}

interface Measures {
  /** Free room before the column or row. */
  readonly free: (index: number) => number;
  /** Room that so many nested areas take before what they hold. */
  readonly before: (levels: number) => number;
  readonly needed: (node: string) => number;
  readonly neededByArea: (area: FigureArea) => number;
}

/** Columns, or rows: how long each one is, and where each item begins and ends along it. */
function axis(figure: Figure, spans: ReadonlyMap<string, Span>, direction: keyof Span, measures: Measures) {
  const count = direction === "columns" ? (figure.grid[0]?.length ?? 0) : figure.grid.length;
  const indices = Array.from({ length: count }, (_, index) => index);
  const rangeOf = (id: string): Range => spans.get(id)?.[direction] ?? { first: 0, last: 0 };

  /** Areas that begin (or end) with this one in the same column, counted along the deepest nest, itself included. */
  const levels = (area: FigureArea, side: keyof Range): number => {
    const inner = figure.areas.filter(
      ({ id }) => area.holds.includes(id) && rangeOf(id)[side] === rangeOf(area.id)[side],
    );
    return 1 + Math.max(0, ...inner.map((each) => levels(each, side)));
  };
  const levelsAt = (index: number, side: keyof Range): number =>
    Math.max(0, ...figure.areas.filter(({ id }) => rangeOf(id)[side] === index).map((area) => levels(area, side)));

  const lengths = indices.map(() => 2 * unit);
  const starts = () => {
    let at = margin;
    return indices.map((index) => {
      at += measures.free(index) + measures.before(levelsAt(index, "first"));
      const start = at;
      at += (lengths[index] ?? 0) + levelsAt(index, "last") * padding;
      return start;
    });
  };
  const extent = (id: string) => {
    const { first, last } = rangeOf(id);
    const at = starts();
    const area = figure.areas.find((candidate) => candidate.id === id);
    const start = (at[first] ?? 0) - (area ? measures.before(levels(area, "first")) : 0);
    const end = (at[last] ?? 0) + (lengths[last] ?? 0) + (area ? levels(area, "last") * padding : 0);
    return { start, length: end - start };
  };
  /** Widens what an item spans, evenly, until it is long enough. */
  const demand = (id: string, needed: number) => {
    const missing = needed - extent(id).length;
    if (missing <= 0) return;
    const { first, last } = rangeOf(id);
    const each = upTo(2 * unit, missing / (last - first + 1));
    for (let index = first; index <= last; index++) lengths[index] = (lengths[index] ?? 0) + each;
  };
  const narrowFirst = (a: { readonly id: string }, b: { readonly id: string }): number => {
    const [one, other] = [rangeOf(a.id), rangeOf(b.id)];
    return one.last - one.first - (other.last - other.first);
  };
  for (const { id } of [...figure.nodes].sort(narrowFirst)) demand(id, measures.needed(id));
  for (const area of [...figure.areas].sort(narrowFirst)) demand(area.id, measures.neededByArea(area));

  const last = count - 1;
  const length = (starts()[last] ?? 0) + (lengths[last] ?? 0) + levelsAt(last, "last") * padding + margin;
  return { extent, length };
}
