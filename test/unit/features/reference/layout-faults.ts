/** Holds a layout against what every picture must keep; written anew, so that it does not share the engine's mistakes. */
import type { Box, Point } from "../../../../server/src/features/reference/figures/geometry.ts";
import type { Layout } from "../../../../server/src/features/reference/figures/layout.ts";
import { textStyles, textWidth } from "../../../../server/src/features/reference/figures/text-size.ts";

/** Everything that is wrong with a layout, in words. */
export function faultsOfLayout(layout: Layout): readonly string[] {
  return [...overlaps(layout), ...outside(layout), ...narrow(layout), ...strayLinks(layout), ...buriedLabels(layout)];
}

const meet = (a: Box, b: Box): boolean =>
  Math.max(a.x, b.x) < Math.min(a.x + a.width, b.x + b.width) &&
  Math.max(a.y, b.y) < Math.min(a.y + a.height, b.y + b.height);

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second] as const));
}

function overlaps({ nodes, areas }: Layout): readonly string[] {
  const holds = (outer: string, inner: string): boolean =>
    areas.some(({ area }) => area.id === outer && area.holds.some((held) => held === inner || holds(held, inner)));
  return [
    ...pairs(nodes).flatMap(([a, b]) =>
      meet(a.box, b.box) ? [`the nodes ${a.node.id} and ${b.node.id} overlap`] : [],
    ),
    ...pairs(areas).flatMap(([a, b]) => {
      const nested = holds(a.area.id, b.area.id) || holds(b.area.id, a.area.id);
      return !nested && meet(a.box, b.box) ? [`the areas ${a.area.id} and ${b.area.id} overlap`] : [];
    }),
    ...areas.flatMap(({ area, titleBox }) =>
      nodes.flatMap(({ node, box }) => (meet(titleBox, box) ? [`${node.id} covers the title of ${area.id}`] : [])),
    ),
    ...areas.flatMap(({ area, titleBox }) =>
      areas.flatMap((other) =>
        other.area.id !== area.id && meet(titleBox, other.box) && !within(titleBox, other.box)
          ? [`the border of ${other.area.id} crosses the title of ${area.id}`]
          : [],
      ),
    ),
  ];
}

function outside({ nodes, areas, width, height }: Layout): readonly string[] {
  const picture = { x: 0, y: 0, width, height };
  const boxes = new Map([
    ...nodes.map(({ node, box }) => [node.id, box] as const),
    ...areas.map(({ area, box }) => [area.id, box] as const),
  ]);
  return [
    ...[...boxes].flatMap(([id, box]) => (within(box, picture) ? [] : [`${id} leaves the picture`])),
    ...areas.flatMap(({ area, box, titleBox }) => [
      ...area.holds.flatMap((id) => {
        const held = boxes.get(id);
        return held && within(held, box) ? [] : [`${id} leaves ${area.id}`];
      }),
      ...(within(titleBox, box) ? [] : [`the title of ${area.id} leaves it`]),
    ]),
  ];
}

function narrow({ nodes }: Layout): readonly string[] {
  return nodes.flatMap(({ node, name, note, box }) => {
    const style = node.kind === "note" ? textStyles.note : textStyles.name;
    const needed = Math.max(textWidth(name, style), note === undefined ? 0 : textWidth(note, textStyles.note));
    return needed <= box.width ? [] : [`the text of ${node.id} is wider than its box`];
  });
}

function strayLinks({ nodes, areas, routes }: Layout): readonly string[] {
  const boxes = new Map([
    ...nodes.map(({ node, box }) => [node.id, box] as const),
    ...areas.map(({ area, box }) => [area.id, box] as const),
  ]);
  return routes.flatMap(({ link, points }) => {
    const name = `the link ${link.from} → ${link.to}`;
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last || points.length < 2) return [`${name} has no way`];
    const stretches = stretchesOf(points);
    return [
      ...(onBorder(first, boxes.get(link.from)) ? [] : [`${name} does not begin on a border`]),
      ...(onBorder(last, boxes.get(link.to)) ? [] : [`${name} does not end on a border`]),
      ...(stretches.some(({ width, height }) => width > 0 && height > 0) ? [`${name} runs askew`] : []),
      ...nodes.flatMap(({ node, box }) =>
        stretches.some((stretch) => touches(stretch, box)) ? [`${name} crosses ${node.id}`] : [],
      ),
      ...areas.flatMap(({ area, titleBox }) =>
        stretches.some((stretch) => touches(stretch, titleBox)) ? [`${name} crosses the title of ${area.id}`] : [],
      ),
    ];
  });
}

function buriedLabels({ nodes, areas, routes, labels, width, height }: Layout): readonly string[] {
  const picture = { x: 0, y: 0, width, height };
  return [
    ...labels.flatMap(({ text, box }) => [
      ...(within(box, picture) ? [] : [`the label "${text}" leaves the picture`]),
      ...nodes.flatMap(({ node, box: other }) => (meet(box, other) ? [`the label "${text}" covers ${node.id}`] : [])),
      ...areas.flatMap(({ area, titleBox, box: other }) => [
        ...(meet(box, titleBox) ? [`the label "${text}" covers the title of ${area.id}`] : []),
        ...(meet(box, other) && !within(box, other) ? [`the border of ${area.id} crosses the label "${text}"`] : []),
      ]),
      ...routes.flatMap(({ link, points }) =>
        stretchesOf(points).some((stretch) => touches(stretch, box))
          ? [`the link ${link.from} → ${link.to} crosses the label "${text}"`]
          : [],
      ),
    ]),
    ...pairs(labels).flatMap(([a, b]) =>
      meet(a.box, b.box) ? [`the labels "${a.text}" and "${b.text}" overlap`] : [],
    ),
  ];
}

function stretchesOf(points: readonly Point[]): readonly Box[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    if (!from) return [];
    return [
      {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      },
    ];
  });
}

/** Whether a flat stretch has a point inside a box; one that ends on the border has none. */
function touches(stretch: Box, box: Box): boolean {
  return (
    Math.max(stretch.x, box.x) <= Math.min(stretch.x + stretch.width, box.x + box.width) &&
    Math.max(stretch.y, box.y) <= Math.min(stretch.y + stretch.height, box.y + box.height) &&
    stretch.x + stretch.width > box.x &&
    stretch.x < box.x + box.width &&
    stretch.y + stretch.height > box.y &&
    stretch.y < box.y + box.height
  );
}

function onBorder({ x, y }: Point, box: Box | undefined): boolean {
  if (!box) return false;
  const withinX = x >= box.x && x <= box.x + box.width;
  const withinY = y >= box.y && y <= box.y + box.height;
  return (
    (withinY && (x === box.x || x === box.x + box.width)) || (withinX && (y === box.y || y === box.y + box.height))
  );
}
