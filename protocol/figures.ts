/** Drawings on pages of the reference: shapes with coordinates, ready to be drawn. Types only. */

/** A drawing in one language. Lengths are in pixels at the panel's usual font size (13 pixels). */
export interface PageFigure {
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for someone who does not see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** In the order in which they are drawn. */
  readonly shapes: readonly FigureShape[];
}

export type FigureShape = AreaShape | NodeShape | LinkShape | GlyphShape | TextShape;

export interface FigureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FigurePoint {
  readonly x: number;
  readonly y: number;
}

export interface AreaShape extends FigureBox {
  readonly shape: "area";
  /** Kind of area (`vpc`, `public-subnet`): its colour and its border. */
  readonly kind: string;
}

export interface NodeShape extends FigureBox {
  readonly shape: "node";
  readonly tone: "plain" | "main" | "muted";
}

export interface LinkShape {
  readonly shape: "link";
  /** Kind of link (`traffic`, `blocked`): its colour and its stroke. */
  readonly kind: string;
  /** At least two; each stretch is horizontal or vertical. */
  readonly points: readonly FigurePoint[];
  /** Which ends carry an arrowhead; `cross` is the mark of what does not get through, at the end. */
  readonly start: "none" | "arrow";
  readonly end: "none" | "arrow" | "cross";
}

/** A symbol, 18 pixels wide and high. */
export interface GlyphShape extends FigurePoint {
  readonly shape: "glyph";
  readonly kind: string;
}

/** One line of text; `x` is where its anchor lies, `y` its baseline. */
export interface TextShape extends FigurePoint {
  readonly shape: "text";
  readonly role: "area" | "name" | "note" | "label" | "key";
  readonly text: string;
  readonly anchor: "start" | "middle";
  /** Of the font, in pixels. */
  readonly size: number;
}
