/** Reads the figures of the knowledge base and holds them against themselves: a broken one stops the build. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { type Figure, readFigure } from "../../server/src/knowledge/figures.ts";

/**
 * The figures in `folder` as the knowledge data hold them: texts in every language, areas and nodes as lists.
 * `topics` are the ids that a figure may stand with, written or planned.
 * Throws with the file and the reason where a figure has a fault.
 */
export function readFigures(folder: string, topics: readonly string[]): readonly unknown[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const file = `knowledge/figures/${name}`;
      const complain = (reason: string): never => {
        throw new Error(`${file}: ${reason}.`);
      };
      let data: unknown;
      let figure: Figure;
      try {
        data = figureData(basename(name, ".yaml"), parse(readFileSync(join(folder, name), "utf8")));
        figure = readFigure({ value: data, path: "figure" });
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const fault = faultOf(figure, topics);
      return fault === undefined ? data : complain(fault);
    });
}

const texts = ["name", "note", "detail", "label"];

/** What is written short in the file, in full: ids into the items, one text for all languages into each of them. */
function figureData(id: string, written: unknown): unknown {
  const { areas, nodes, links, ...rest } = fieldsOf(written);
  const named = (items: unknown) =>
    Object.entries(fieldsOf(items ?? {})).map(([key, item]) => ({ id: key, ...inFull(item) }));
  return {
    id,
    ...rest,
    areas: named(areas),
    nodes: named(nodes),
    links: (Array.isArray(links) ? links : []).map((link) => ({ kind: "traffic", ...inFull(link) })),
  };
}

function inFull(item: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fieldsOf(item)).map(([key, value]) => [
      key,
      texts.includes(key) && typeof value === "string" ? { en: value, ja: value } : value,
    ]),
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("not a mapping");
  return { ...value };
}

/** The first thing that is wrong with a figure, in words; undefined where it is sound. */
export function faultOf(figure: Figure, topics: readonly string[]): string | undefined {
  const unknown = figure.topics.find((topic) => !topics.includes(topic));
  if (figure.topics.length === 0) return "it names no topic";
  if (unknown !== undefined) return `"${unknown}" is no topic`;
  return faultOfNames(figure) ?? faultOfGrid(figure) ?? faultOfAreas(figure);
}

function faultOfNames({ areas, nodes, links, grid }: Figure): string | undefined {
  const ids = [...areas, ...nodes].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return `"${twice}" is an area and a node`;
  const stranger = grid.flat().find((cell) => cell !== undefined && !ids.includes(cell));
  if (stranger !== undefined) return `the grid places "${stranger}", which is no node and no area`;
  for (const { from, to } of links) {
    const missing = [from, to].find((end) => !ids.includes(end));
    if (missing !== undefined) return `a link leads from "${from}" to "${to}", but "${missing}" is no node and no area`;
    if (from === to) return `a link leads from "${from}" to itself`;
  }
  return undefined;
}

function faultOfGrid({ grid, nodes }: Figure): string | undefined {
  if (new Set(grid.map((row) => row.length)).size !== 1) return "the rows of the grid differ in length";
  for (const { id } of nodes) {
    const cells = cellsOf(grid, [id]);
    if (cells.count === 0) return `the grid does not place "${id}"`;
    if (cells.count !== (cells.bottom - cells.top + 1) * (cells.right - cells.left + 1)) {
      return `the cells of "${id}" are no rectangle`;
    }
  }
  return undefined;
}

/** Each area is a rectangle of the grid that holds its own nodes alone. */
function faultOfAreas({ grid, areas, nodes }: Figure): string | undefined {
  const holder = new Map<string, string>();
  for (const { id, holds } of areas) {
    if (holds.length === 0) return `the area "${id}" is empty`;
    for (const held of holds) {
      if (![...areas, ...nodes].some((item) => item.id === held)) return `"${id}" holds "${held}", which is nothing`;
      if (holder.has(held)) return `"${held}" lies in two areas, "${holder.get(held)}" and "${id}"`;
      holder.set(held, id);
    }
  }
  for (const { id } of areas) {
    const inside = idsIn(id, areas);
    if (inside === undefined) return `the area "${id}" lies in itself`;
    const cells = cellsOf(grid, inside);
    const foreign = grid
      .slice(cells.top, cells.bottom + 1)
      .flatMap((row) => row.slice(cells.left, cells.right + 1))
      .find((cell) => cell !== undefined && !inside.includes(cell));
    if (foreign !== undefined) return `"${foreign}" stands between the nodes of "${id}", but is not in that area`;
    const crossed = areas.find((other) => {
      const others = idsIn(other.id, areas) ?? [];
      const apart = !others.some((held) => inside.includes(held));
      return other.id !== id && apart && meet(cells, cellsOf(grid, others));
    });
    if (crossed) return `the areas "${id}" and "${crossed.id}" overlap in the grid`;
  }
  return undefined;
}

/** Ids of all that lies in an area, however deep, with its own; undefined where areas go round in a circle. */
function idsIn(id: string, areas: Figure["areas"], around: readonly string[] = []): readonly string[] | undefined {
  if (around.includes(id)) return undefined;
  const area = areas.find((candidate) => candidate.id === id);
  if (!area) return [id];
  const inner = area.holds.map((held) => idsIn(held, areas, [...around, id]));
  return inner.every((ids) => ids !== undefined) ? [id, ...inner.flat()] : undefined;
}

interface Cells {
  readonly count: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function meet(a: Cells, b: Cells): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function cellsOf(grid: Figure["grid"], ids: readonly string[]): Cells {
  const places = grid.flatMap((row, y) =>
    row.flatMap((cell, x) => (cell !== undefined && ids.includes(cell) ? [{ x, y }] : [])),
  );
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return {
    count: places.length,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
