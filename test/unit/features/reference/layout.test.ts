/** The layout engine over figures that nobody drew. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { sameInAll } from "../../../../server/src/base/localized.ts";
import { layoutFigure } from "../../../../server/src/features/reference/figures/layout.ts";
import { textStyles, textWidth } from "../../../../server/src/features/reference/figures/text-size.ts";
import { areaKinds, type Figure, linkKinds, nodeKinds } from "../../../../server/src/knowledge/figures.ts";
import { faultOf } from "../../../../tools/knowledge/read-figures.ts";
import { faultsOfLayout } from "./layout-faults.ts";

/** A block of cells: one node, or blocks side by side or one above another, with or without an area around them. */
type Block =
  | { readonly kind: (typeof nodeKinds)[number]; readonly name: string; readonly tall: boolean }
  | {
      readonly across: boolean;
      readonly area: (typeof areaKinds)[number] | undefined;
      readonly blocks: readonly Block[];
    };

const words = fc.constantFrom("NAT", "10.0.1.0/24", "Virtual private\ngateway", "プライベートサブネット", "応答", "x");
const leaf = fc.record({ kind: fc.constantFrom(...nodeKinds), name: words, tall: fc.boolean() });
const block: fc.Arbitrary<Block> = fc.letrec<{ readonly block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({
      across: fc.boolean(),
      area: fc.option(fc.constantFrom(...areaKinds), { nil: undefined }),
      blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).block;

const links = fc.array(
  fc.record({
    from: fc.nat(),
    to: fc.nat(),
    kind: fc.constantFrom(...linkKinds),
    both: fc.boolean(),
    label: fc.option(words, { nil: undefined }),
  }),
  { minLength: 2, maxLength: 6 },
);

/** Blocks beside or above one another: the root is never a single node, so that links have something to go round. */
const root: fc.Arbitrary<Block> = fc.record({
  across: fc.boolean(),
  area: fc.constant(undefined),
  blocks: fc.array(block, { minLength: 3, maxLength: 4 }),
});

const figure = fc.tuple(root, links).map(([outermost, wanted]): Figure => {
  const areas: { id: string; kind: (typeof areaKinds)[number]; holds: readonly string[] }[] = [];
  const nodes: Figure["nodes"][number][] = [];
  /** The cells of a block, and the ids that lie directly in it. */
  const lay = (each: Block): { readonly grid: (string | undefined)[][]; readonly top: readonly string[] } => {
    if (!("blocks" in each)) {
      const id = `n${nodes.length}`;
      nodes.push({ id, kind: each.kind, name: sameInAll(each.name) });
      return { grid: each.tall ? [[id], [id]] : [[id]], top: [id] };
    }
    const parts = each.blocks.map(lay);
    const grid = each.across ? beside(parts.map((part) => part.grid)) : above(parts.map((part) => part.grid));
    const top = parts.flatMap((part) => part.top);
    if (each.area === undefined) return { grid, top };
    const id = `a${areas.length}`;
    areas.push({ id, kind: each.area, holds: top });
    return { grid, top: [id] };
  };
  const { grid } = lay(outermost);
  const ends = nodes.map(({ id }) => id);
  return {
    id: "generated",
    topics: ["t"],
    title: sameInAll("T"),
    alt: sameInAll("A"),
    grid,
    areas,
    nodes,
    links: wanted.flatMap(({ from, to, label, ...rest }) => {
      const [a, b] = [ends[from % ends.length], ends[to % ends.length]];
      if (a === undefined || b === undefined || a === b) return [];
      return [{ ...rest, from: a, to: b, label: label === undefined ? undefined : sameInAll(label) }];
    }),
  };
});

function beside(grids: readonly (string | undefined)[][][]): (string | undefined)[][] {
  const height = Math.max(...grids.map((grid) => grid.length));
  return Array.from({ length: height }, (_, row) =>
    grids.flatMap((grid) => grid[row] ?? (grid[0] ?? []).map(() => undefined)),
  );
}

function above(grids: readonly (string | undefined)[][][]): (string | undefined)[][] {
  const width = Math.max(...grids.map((grid) => grid[0]?.length ?? 0));
  return grids.flatMap((grid) =>
    grid.map((row) => [...row, ...Array.from({ length: width - row.length }, () => undefined)]),
  );
}

test("what the generator makes is sound, so that the properties below say something", () => {
  fc.assert(
    fc.property(figure, (each) => {
      expect(faultOf(each, ["t"])).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});

test("boxes keep apart, links pass all nodes and titles, and labels that are called free lie on nothing", () => {
  fc.assert(
    fc.property(figure, (each) => {
      const layout = layoutFigure(each, "en");
      expect(faultsOfLayout({ ...layout, labels: layout.labels.filter(({ free }) => free) })).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a wide character takes the room of two narrow ones, and a longer text more than a shorter one", () => {
  expect(textWidth("ああああ", textStyles.name)).toBe(48);
  expect(textWidth("ああああ", textStyles.name)).toBeGreaterThanOrEqual(textWidth("iiiiiiii", textStyles.name));
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
      fc.pre(!/\n/.test(a + b));
      expect(textWidth(a + b, textStyles.name)).toBeGreaterThanOrEqual(textWidth(a, textStyles.name));
    }),
  );
});

test("a label between two nodes pushes them apart", () => {
  const two = (label: string | undefined): Figure => ({
    id: "two",
    topics: ["t"],
    title: sameInAll("T"),
    alt: sameInAll("A"),
    grid: [["a", "b"]],
    areas: [],
    nodes: [
      { id: "a", kind: "box", name: sameInAll("A") },
      { id: "b", kind: "box", name: sameInAll("B") },
    ],
    links: [{ from: "a", to: "b", kind: "traffic", label: label === undefined ? undefined : sameInAll(label) }],
  });
  const plain = layoutFigure(two(undefined), "en");
  const labelled = layoutFigure(two("a label of some length"), "en");
  expect(labelled.labels[0]?.free).toBe(true);
  expect(labelled.width - plain.width).toBeGreaterThan(60);
});
