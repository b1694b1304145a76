/** Leads links from border to border in horizontal and vertical stretches, round nodes and titles. */
import type { FigureLink } from "../../../knowledge/figures.ts";
import { type Box, contains, grown, overlap, type Point, unit } from "./geometry.ts";
import { type Placing, type Span, spansSeveral, titleRoom } from "./placing.ts";
import { type Open, queue } from "./queue.ts";

export interface Route {
  readonly link: FigureLink;
  /** From border to border; empty where no way was found, which takes two nodes without any room between them. */
  readonly points: readonly Point[];
}

/** Costs in steps of one unit: what a detour may be worth. */
const costs = {
  bend: 5,
  /** Beside a node. */
  close: 1.5,
  /** In an area that neither end lies in, or outside one that both lie in. */
  foreign: 0.8,
  border: 0.4,
  /** On the height of an area's title. */
  besideTitle: 0.5,
  alongBorder: 12,
  offCentre: 0.9,
  crossing: 8,
  /** Beside another link, so that two links keep some distance where there is room. */
  beside: 1.2,
  shared: 60,
} as const;

/** Whether an item stands in several columns, and in several rows. */
type Spread = Readonly<Record<keyof Span, boolean>>;

/** Right, down, left, up. A direction and its opposite differ by 2. */
const directions: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

/** Where a link may leave an item, and in which direction. */
interface Port extends Point {
  readonly outwards: number;
  readonly cost: number;
}

/** The links of the figure, in their order, on their ways. Short ones choose first. */
export function routeLinks(placing: Placing, links: readonly FigureLink[]): readonly Route[] {
  const field = createField(placing);
  const boxes = new Map<string, Box>([
    ...placing.nodes.map(({ node, box }) => [node.id, box] as const),
    ...placing.areas.map(({ area, box }) => [area.id, box] as const),
  ]);
  const length = ({ from, to }: FigureLink): number => {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    return a && b ? Math.abs(centre(a).x - centre(b).x) + Math.abs(centre(a).y - centre(b).y) : 0;
  };
  const ports = (id: string, box: Box, shift: number): readonly Port[] => {
    const span = placing.spans.get(id);
    const spread = (direction: keyof Span): boolean => span !== undefined && spansSeveral(span[direction]);
    return portsOf(box, { columns: spread("columns"), rows: spread("rows") }, shift);
  };
  const routes = new Map<FigureLink, Route>();
  for (const link of [...links].sort((a, b) => length(a) - length(b))) {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    // Links between the same two items run side by side, the middle of them all in the middle.
    const parallel = links.filter((other) => samePair(other, link));
    const shift = (parallel.indexOf(link) - (parallel.length - 1) / 2) * 2 * unit;
    const points = from && to ? field.way(ports(link.from, from, shift), ports(link.to, to, shift), [from, to]) : [];
    field.use(points);
    routes.set(link, { link, points: corners(points) });
  }
  return links.flatMap((link) => routes.get(link) ?? []);
}

function samePair(a: FigureLink, b: FigureLink): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** All points of the border that lie on the raster, corners left out; dearer the farther from the middle. */
function portsOf(box: Box, spread: Spread, shift: number): readonly Port[] {
  const middle = centre(box);
  const ports: Port[] = [];
  /** What spans several rows is met beside what it leads to: there the middle of its side counts little. */
  const dear = (distance: number, spread: boolean) =>
    (Math.abs(distance) / unit) * costs.offCentre * (spread ? 0.1 : 1);
  for (let x = box.x + unit; x < box.x + box.width; x += unit) {
    const cost = dear(x - middle.x - shift, spread.columns);
    ports.push({ x, y: box.y + box.height, outwards: 1, cost }, { x, y: box.y, outwards: 3, cost });
  }
  for (let y = box.y + unit; y < box.y + box.height; y += unit) {
    const cost = dear(y - middle.y - shift, spread.rows);
    ports.push({ x: box.x + box.width, y, outwards: 0, cost }, { x: box.x, y, outwards: 2, cost });
  }
  return ports;
}

/** The raster of points that links may run along, and what earlier links have taken of it. */
function createField({ nodes, areas, width, height }: Placing) {
  const columns = Math.floor(width / unit) + 1;
  const rows = Math.floor(height / unit) + 1;
  const at = (x: number, y: number): number => Math.round(y / unit) * columns + Math.round(x / unit);

  const blocked = new Uint8Array(columns * rows);
  const close = new Uint8Array(columns * rows);
  const fill = (grid: Uint8Array, box: Box) => {
    for (let y = Math.ceil(box.y / unit) * unit; y <= Math.min(box.y + box.height, height); y += unit) {
      for (let x = Math.ceil(box.x / unit) * unit; x <= Math.min(box.x + box.width, width); x += unit) {
        grid[at(x, y)] = 1;
      }
    }
  };
  for (const { box } of nodes) {
    fill(close, grown(box, unit));
    fill(blocked, box);
  }
  for (const { box, titleBox } of areas) {
    fill(blocked, titleBox);
    for (const x of [box.x, box.x + box.width]) for (const y of [box.y, box.y + box.height]) blocked[at(x, y)] = 1;
  }
  // The outermost points would lie on the edge of the picture.
  for (let x = 0; x < columns; x++) blocked[x] = blocked[(rows - 1) * columns + x] = 1;
  for (let y = 0; y < rows; y++) blocked[y * columns] = blocked[y * columns + columns - 1] = 1;

  /** Per point: a bit for each direction in which a link runs through it (1 horizontal, 2 vertical, 3 a corner). */
  const used = new Uint8Array(columns * rows);

  /** What one step costs beside its length, for a link between these two items. */
  const priceOf = (ends: readonly [Box, Box]) => {
    const all = areas.map(({ box }) => box);
    const foreign = all.filter((box) => !ends.some((end) => contains(box, end)));
    const shared = all.filter((box) => ends.every((end) => contains(box, end)));
    const memo = new Float64Array(columns * rows * 2).fill(-1);
    return (x: number, y: number, horizontal: boolean): number => {
      const index = at(x, y);
      const key = index * 2 + (horizontal ? 1 : 0);
      const known = memo[key] ?? -1;
      if (known >= 0) return known;
      let price = close[index] ? costs.close : 0;
      for (const box of foreign) if (inside(box, x, y)) price += costs.foreign;
      for (const box of shared) if (!inside(box, x, y)) price += costs.foreign;
      for (const box of all) {
        price += borderPrice(box, x, y, horizontal);
        if (inside(box, x, y) && y < box.y + titleRoom) price += costs.besideTitle;
      }
      const along = horizontal ? 1 : 2;
      const taken = used[index] ?? 0;
      if (taken & along) price += costs.shared;
      else if (taken) price += costs.crossing;
      const [before, after] = horizontal ? [index - columns, index + columns] : [index - 1, index + 1];
      for (const near of [before, after]) if ((used[near] ?? 0) & along) price += costs.beside;
      memo[key] = price;
      return price;
    };
  };

  /** The cheapest way from a port to a port as raster points; empty where there is none. */
  const way = (from: readonly Port[], to: readonly Port[], ends: readonly [Box, Box]): readonly Point[] => {
    const price = priceOf(ends);
    const goals = new Map(to.map((port) => [at(port.x, port.y) * 4 + ((port.outwards + 2) % 4), port.cost]));
    const [, target] = ends;
    const ahead = (x: number, y: number): number =>
      (Math.max(target.x - x, 0, x - target.x - target.width) +
        Math.max(target.y - y, 0, y - target.y - target.height)) /
      unit;
    const best = new Float64Array(columns * rows * 4).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(columns * rows * 4).fill(-1);
    const open: Open = queue();
    const reach = (state: number, cost: number, x: number, y: number, previous: number) => {
      if (cost >= (best[state] ?? 0)) return;
      best[state] = cost;
      cameFrom[state] = previous;
      open.push(state, cost + ahead(x, y));
    };
    for (const port of from) {
      reach(at(port.x, port.y) * 4 + port.outwards, port.cost + takenAt(port), port.x, port.y, -1);
    }
    const starts = new Set(from.map((port) => at(port.x, port.y)));
    let arrived: { readonly state: number; readonly cost: number } | undefined;
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      const cost = best[state] ?? 0;
      if (arrived && cost >= arrived.cost) break;
      const index = Math.floor(state / 4);
      const heading = state % 4;
      const x = (index % columns) * unit;
      const y = Math.floor(index / columns) * unit;
      for (const turn of starts.has(index) ? [0] : [0, 1, 3]) {
        const next = (heading + turn) % 4;
        const step = directions[next];
        if (!step) continue;
        const [toX, toY] = [x + step.x * unit, y + step.y * unit];
        if (toX < 0 || toY < 0 || toX >= columns * unit || toY >= rows * unit) continue;
        const nextState = at(toX, toY) * 4 + next;
        const goal = goals.get(nextState);
        // A corner on another link would look as if the two were joined.
        const bend = turn === 0 ? 0 : costs.bend + (used[index] ? costs.crossing : 0);
        const soFar = cost + 1 + bend;
        if (goal !== undefined) {
          const total = soFar + goal + ((used[at(toX, toY)] ?? 0) ? costs.shared : 0);
          if (!arrived || total < arrived.cost) {
            arrived = { state: nextState, cost: total };
            cameFrom[nextState] = state;
          }
        } else if (!blocked[at(toX, toY)]) {
          reach(nextState, soFar + price(toX, toY, step.x !== 0), toX, toY, state);
        }
      }
    }
    const takenWay: Point[] = [];
    for (let state = arrived?.state ?? -1; state >= 0; state = cameFrom[state] ?? -1) {
      const index = Math.floor(state / 4);
      takenWay.unshift({ x: (index % columns) * unit, y: Math.floor(index / columns) * unit });
    }
    return takenWay;
  };

  const takenAt = ({ x, y }: Point): number => (used[at(x, y)] ? costs.shared : 0);

  const use = (points: readonly Point[]) => {
    points.forEach((point, index) => {
      const neighbours = [points[index - 1], points[index + 1]];
      for (const other of neighbours) {
        if (other) used[at(point.x, point.y)] = (used[at(point.x, point.y)] ?? 0) | (other.y === point.y ? 1 : 2);
      }
    });
  };

  return { way, use };
}

function inside(box: Box, x: number, y: number): boolean {
  return overlap(box, { x: x - 1, y: y - 1, width: 2, height: 2 });
}

/** Crossing a border costs little, running along it much. */
function borderPrice({ x, y, width, height }: Box, atX: number, atY: number, horizontal: boolean): number {
  const withinX = atX >= x && atX <= x + width;
  const withinY = atY >= y && atY <= y + height;
  const onHorizontal = withinX && (atY === y || atY === y + height);
  const onVertical = withinY && (atX === x || atX === x + width);
  if (!onHorizontal && !onVertical) return 0;
  return (horizontal ? onHorizontal : onVertical) ? costs.alongBorder : costs.border;
}

/** The points at which the direction changes, with both ends. */
function corners(points: readonly Point[]): readonly Point[] {
  return points.filter((_, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    return !before || !after || (before.x !== after.x && before.y !== after.y);
  });
}
