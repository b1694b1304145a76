/** Finds room for the labels of links: beside their line, on nothing else. */

import type { Language } from "../../../base/localized.ts";
import type { FigureLink } from "../../../knowledge/figures.ts";
import { type Box, borders, contains, grown, overlap, type Point, stretches, unit } from "./geometry.ts";
import type { Placing } from "./placing.ts";
import type { Route } from "./routing.ts";
import { textHeight, textStyles, textWidth } from "./text-size.ts";

export interface PlacedLabel {
  readonly link: FigureLink;
  readonly text: string;
  readonly box: Box;
  /** False where the label lies on something else, because there is no room for it. */
  readonly free: boolean;
}

/** Between a label and its line. */
const distance = 3;

/** The labels of the routes, each at the best free place along its line. */
export function placeLabels(placing: Placing, routes: readonly Route[], language: Language): readonly PlacedLabel[] {
  const taken: Box[] = [
    ...placing.nodes.map(({ box }) => grown(box, 2)),
    ...placing.areas.flatMap(({ box, titleBox }) => [titleBox, ...borders(box).map((border) => grown(border, 3))]),
    ...routes.flatMap(({ points }) => stretches(points).map((stretch) => grown(stretch, 2))),
    ...routes.flatMap(({ link, points }) => headsOf(link, points)),
  ];
  const picture = { x: unit / 2, y: unit / 2, width: placing.width - unit, height: placing.height - unit };
  const labels: PlacedLabel[] = [];
  for (const { link, points } of routes) {
    const text = link.label?.[language];
    if (text === undefined || points.length === 0) continue;
    const size = { width: textWidth(text, textStyles.label), height: textHeight(text, textStyles.label) };
    const places = candidates(points, size);
    const free = places.find((box) => contains(picture, box) && !taken.some((other) => overlap(box, other)));
    const box = free ?? places[0];
    if (!box) continue;
    taken.push(grown(box, 2));
    labels.push({ link, text, box, free: free !== undefined });
  }
  return labels;
}

/** Where arrowheads and crosses lie. */
function headsOf(link: FigureLink, points: readonly Point[]): readonly Box[] {
  const last = points.at(-1);
  const first = points[0];
  const heads = link.kind === "tie" ? [] : [last, link.both ? first : undefined];
  const reach = link.kind === "blocked" ? 2 * unit : unit;
  return heads.flatMap((point) => (point ? [grown({ ...point, width: 0, height: 0 }, reach)] : []));
}

/** Places beside the line, the best first: beside its longest stretch, in the middle of it, above or to the right. */
function candidates(
  points: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly Box[] {
  const byLength = [...stretches(points)].sort((a, b) => b.width + b.height - (a.width + a.height));
  return byLength.flatMap((stretch) => {
    const horizontal = stretch.height === 0;
    const length = horizontal ? stretch.width : stretch.height;
    const middle = { x: stretch.x + stretch.width / 2, y: stretch.y + stretch.height / 2 };
    return offsets(length / 2).flatMap((offset): readonly Box[] => {
      if (horizontal) {
        const x = middle.x + offset - width / 2;
        return [middle.y - distance - height, middle.y + distance].map((y) => ({ x, y, width, height }));
      }
      const y = middle.y + offset - height / 2;
      return [middle.x + distance + 2, middle.x - distance - 2 - width].map((x) => ({ x, y, width, height }));
    });
  });
}

/** 0, then ever farther to both sides. */
function offsets(most: number): readonly number[] {
  const steps = Array.from({ length: Math.floor(most / 4) }, (_, index) => (index + 1) * 4);
  return [0, ...steps.flatMap((step) => [-step, step])];
}
