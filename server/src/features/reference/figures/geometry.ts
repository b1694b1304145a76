/** Points, boxes and stretches of a drawing, in pixels; y grows downwards. */
import type { FigureBox, FigurePoint } from "../../../../../protocol/figures.ts";

export type Point = FigurePoint;
export type Box = FigureBox;

/** Everything that is placed lies on multiples of this, so that links can run straight between what is aligned. */
export const unit = 8;

/** `length` rounded up to a whole number of steps. */
export function upTo(step: number, length: number): number {
  return Math.ceil(length / step) * step;
}

/** Whether the insides of two boxes meet; boxes that only touch do not. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box with `by` more on every side. */
export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Whether `inner` lies in `outer`, borders included. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The stretches of a line as flat boxes: one of width or height is 0. */
export function stretches(points: readonly Point[]): readonly Box[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from ? [boxBetween(from, to)] : [];
  });
}

/** The four borders of a box as flat boxes. */
export function borders({ x, y, width, height }: Box): readonly Box[] {
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ];
}

function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
