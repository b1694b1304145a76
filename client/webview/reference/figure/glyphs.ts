/**
 * The symbols of nodes, as outlines in a square of 18 by 18: our own, built from boxes, circles and arrows.
 * What a symbol says stands in words below it, so none has a text of its own.
 */

const circle = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
const box = (x: number, y: number, width: number, height: number): string => `M${x} ${y}h${width}v${height}h${-width}Z`;

const arch = "M3 16V8a6 6 0 0 1 12 0v8Z";
const rack = [box(3, 2, 12, 6), box(3, 10, 12, 6), "M5.5 5h1M5.5 13h1M9 5h4M9 13h4"];
const globe = [circle(9, 9, 7), "M2 9h14M9 2c-4.5 4-4.5 10 0 14M9 2c4.5 4 4.5 10 0 14"];
const fourWays = "M9 4v10M4 9h10M7 5.5L9 3.5l2 2M7 12.5l2 2 2-2M5.5 7l-2 2 2 2M12.5 7l2 2-2 2";

const glyphs: Readonly<Record<string, readonly string[]>> = {
  api: ["M6 3.5L2.5 9 6 14.5M12 3.5L15.5 9 12 14.5M10 4l-2 10"],
  "carrier-gateway": [arch, "M9 15v-4M6.5 8.5a3.5 3.5 0 0 1 5 0M5 6.5a6 6 0 0 1 8 0"],
  certificate: [box(2, 3, 14, 9), circle(12, 11, 2.5), "M10.5 13v4l1.5-1 1.5 1v-4M4.5 6h7M4.5 8.5h4"],
  client: [box(2, 3, 14, 9), "M6 15.5h6M9 12v3.5"],
  "customer-gateway": [box(2, 5, 14, 8), "M5 13v3M13 13v3M4.5 9h3M10 9h.5M13 9h.5"],
  "direct-connect-gateway": [circle(9, 9, 7), "M2 9h3M13 9h3M9 2v3M9 13v3", circle(9, 9, 2.5)],
  dns: [...globe, "M2 9h14"],
  "egress-only-gateway": [arch, "M9 14V7M6.5 9.5L9 7l2.5 2.5", "M5.5 14h7"],
  "elastic-ip": ["M9 16.5C5 12 4 9.5 4 7.5a5 5 0 0 1 10 0c0 2-1 4.5-5 9Z", circle(9, 7.5, 1.75)],
  endpoint: [circle(9, 9, 7), circle(9, 9, 2.5)],
  function: ["M4.5 3h2.5l5 12h2.5M8.5 8.5L5 15"],
  instance: [box(4, 4, 10, 10), "M7 1.5V4M11 1.5V4M7 14v2.5M11 14v2.5M1.5 7H4M1.5 11H4M14 7h2.5M14 11h2.5"],
  interface: [box(2, 4, 14, 8), "M5 12v3M8 12v3M11 12v3M5 7.5h4"],
  internet: globe,
  "internet-gateway": [arch, "M6 12.5h6M8 7.5l-2 2 2 2M10 7.5l2 2-2 2"],
  "load-balancer": [
    circle(4, 9, 2),
    circle(14, 4, 2),
    circle(14, 14, 2),
    circle(14, 9, 2),
    "M6 9h6M5.5 8L12.2 4.8M5.5 10l6.7 3.2",
  ],
  "nat-gateway": [arch, "M5.5 12h7M10.5 10l2 2-2 2", "M6 8h3"],
  phone: [box(5, 1.5, 8, 15), "M8 14h2"],
  policy: [box(4, 2, 10, 14), "M6.5 6h5M6.5 9h5M6.5 12h3"],
  router: [circle(9, 9, 7.5), fourWays],
  server: rack,
  service: ["M9 1.5l6.5 3.75v7.5L9 16.5l-6.5-3.75v-7.5Z", circle(9, 9, 2.5)],
  store: ["M2.5 4.5C2.5 2 15.5 2 15.5 4.5S2.5 7 2.5 4.5ZM2.5 4.5l2 10.5c.5 1.5 8.5 1.5 9 0l2-10.5"],
  tape: [box(2, 4, 14, 10), circle(6, 9, 1.75), circle(12, 9, 1.75), "M6 11h6"],
  "transit-gateway": [box(2, 2, 14, 14), fourWays],
  user: [circle(9, 5.5, 3), "M3 16c0-7 12-7 12 0Z"],
  "virtual-private-gateway": [arch, box(6.5, 10, 5, 4), "M7.5 10V8.5a1.5 1.5 0 0 1 3 0V10"],
};

/** Outlines of the symbol of a kind of node; none where there is no such symbol. */
export function glyphParts(kind: string): readonly string[] {
  return glyphs[kind] ?? [];
}
