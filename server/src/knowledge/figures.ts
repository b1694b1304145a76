/** Figures of the reference as data: what stands where in a grid, in which areas it lies, and what leads to what. */
import type { Localized } from "../base/localized.ts";
import * as read from "./read-data.ts";

/** Areas are told apart by their colour, their border and their name. */
export const areaKinds = [
  "region",
  "vpc",
  "zone",
  "subnet",
  "public-subnet",
  "private-subnet",
  "on-premises",
  "account",
  "service",
  "edge",
  "dx-location",
  "table",
  "group",
] as const;
export type AreaKind = (typeof areaKinds)[number];

/** `box` and `note` have no symbol: a plain box that fills its cell, and a text without a box. */
export const nodeKinds = [
  "api",
  "box",
  "carrier-gateway",
  "certificate",
  "client",
  "customer-gateway",
  "direct-connect-gateway",
  "dns",
  "egress-only-gateway",
  "elastic-ip",
  "endpoint",
  "function",
  "instance",
  "interface",
  "internet",
  "internet-gateway",
  "load-balancer",
  "nat-gateway",
  "note",
  "phone",
  "policy",
  "router",
  "server",
  "service",
  "store",
  "tape",
  "transit-gateway",
  "user",
  "virtual-private-gateway",
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** `tie` says that two things belong together where nothing flows: an association, an attachment. */
export const linkKinds = ["traffic", "reply", "encrypted", "standby", "blocked", "tie"] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface FigureArea {
  readonly id: string;
  readonly kind: AreaKind;
  /** Without it, the name of its kind. */
  readonly name?: Localized | undefined;
  /** What follows the name: a CIDR block, a number. */
  readonly detail?: Localized | undefined;
  /** Ids of the areas and nodes that lie directly in it. */
  readonly holds: readonly string[];
}

export interface FigureNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Without it, the name of its kind. Line breaks stand as they are to be drawn. */
  readonly name?: Localized | undefined;
  /** In smaller letters below the name. */
  readonly note?: Localized | undefined;
  /** `main` is what the figure is about, `muted` what cannot be used or is not taken. */
  readonly tone?: "main" | "muted" | undefined;
}

export interface FigureLink {
  /** Ids of nodes or areas. */
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly label?: Localized | undefined;
  /** Arrows at both ends. */
  readonly both?: boolean | undefined;
}

export interface Figure {
  readonly id: string;
  /** The topics on whose pages it stands; the first one owns it. */
  readonly topics: readonly string[];
  readonly title: Localized;
  /** What the picture shows, for someone who does not see it. */
  readonly alt: Localized;
  /**
   * Rows of cells. A cell holds the id of a node (which may span cells that form a rectangle), the id of an area for
   * empty room in it, or undefined.
   */
  readonly grid: readonly (readonly (string | undefined)[])[];
  readonly areas: readonly FigureArea[];
  readonly nodes: readonly FigureNode[];
  readonly links: readonly FigureLink[];
}

/** Reads the figures of the knowledge data and groups them by topic. Throws where they are not of that shape. */
export function figuresByTopic(node: read.Node): ReadonlyMap<string, readonly Figure[]> {
  const figures = read.optional(node, (all) => read.list(all, readFigure)) ?? [];
  const ids = new Set(figures.flatMap((figure) => figure.topics));
  const ofTopic = (id: string): readonly Figure[] => [
    ...figures.filter((figure) => figure.topics[0] === id),
    ...figures.filter((figure) => figure.topics.indexOf(id) > 0),
  ];
  return new Map([...ids].map((id) => [id, ofTopic(id)]));
}

/** Reads one figure. Throws where the data is not of a figure's shape. */
export function readFigure(node: read.Node): Figure {
  return {
    id: read.text(read.field(node, "id")),
    topics: read.textsOf(read.field(node, "topics")),
    title: read.localized(read.field(node, "title")),
    alt: read.localized(read.field(node, "alt")),
    grid: read.textsOf(read.field(node, "grid")).map((row) =>
      row
        .trim()
        .split(/\s+/)
        .map((cell) => (cell === "." ? undefined : cell)),
    ),
    areas: read.list(read.field(node, "areas"), readArea),
    nodes: read.list(read.field(node, "nodes"), readNode),
    links: read.list(read.field(node, "links"), readLink),
  };
}

function readArea(node: read.Node): FigureArea {
  return {
    id: read.text(read.field(node, "id")),
    kind: read.oneOf(read.field(node, "kind"), areaKinds),
    name: read.optional(read.field(node, "name"), read.localized),
    detail: read.optional(read.field(node, "detail"), read.localized),
    holds: read.textsOf(read.field(node, "holds")),
  };
}

function readNode(node: read.Node): FigureNode {
  return {
    id: read.text(read.field(node, "id")),
    kind: read.oneOf(read.field(node, "kind"), nodeKinds),
    name: read.optional(read.field(node, "name"), read.localized),
    note: read.optional(read.field(node, "note"), read.localized),
    tone: read.optional(read.field(node, "tone"), (tone) => read.oneOf(tone, ["main", "muted"])),
  };
}

function readLink(node: read.Node): FigureLink {
  return {
    from: read.text(read.field(node, "from")),
    to: read.text(read.field(node, "to")),
    kind: read.oneOf(read.field(node, "kind"), linkKinds),
    label: read.optional(read.field(node, "label"), read.localized),
    both: read.optional(read.field(node, "both"), (both) => both.value === true),
  };
}
