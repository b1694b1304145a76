/** The key below a figure: what its kinds of links mean, where an arrow alone does not say it. */
import type { FigureShape, LinkShape } from "../../../../../protocol/figures.ts";
import type { Language } from "../../../base/localized.ts";
import { type Figure, type LinkKind, linkKinds } from "../../../knowledge/figures.ts";
import { unit } from "./geometry.ts";
import { textStyles, textWidth } from "./text-size.ts";
import { linkNames } from "./words.ts";

const sample = 4 * unit;
const line = 2 * unit + 2;
const left = 2;

/** How a link of this kind ends. */
export function endOf(kind: LinkKind): LinkShape["end"] {
  if (kind === "tie") return "none";
  return kind === "blocked" ? "cross" : "arrow";
}

/** The shapes of the key, below `top` and in lines that fit the width, and the height that they take. */
export function keyOf(
  figure: Figure,
  language: Language,
  { width, top }: { readonly width: number; readonly top: number },
): { readonly shapes: readonly FigureShape[]; readonly height: number } {
  const kinds = linkKinds.flatMap((kind) =>
    kind !== "traffic" && figure.links.some((link) => link.kind === kind) ? [kind] : [],
  );
  const { size } = textStyles.key;
  const shapes: FigureShape[] = [];
  let x = left;
  let row = 0;
  for (const kind of kinds) {
    const text = linkNames[kind][language];
    const taken = sample + unit + textWidth(text, textStyles.key);
    if (x > left && x + taken > width - unit) {
      x = left;
      row++;
    }
    const y = top + row * line + 2 * unit;
    const points = [
      { x, y },
      { x: x + sample, y },
    ];
    shapes.push({ shape: "link", kind, points, start: "none", end: endOf(kind) });
    shapes.push({ shape: "text", role: "key", text, anchor: "start", size, x: x + sample + unit, y: y + size * 0.36 });
    x += taken + 3 * unit;
  }
  return { shapes, height: kinds.length === 0 ? 0 : (row + 1) * line + 2 * unit };
}
