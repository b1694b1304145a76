/** Behind a key that has no value yet: the first key of the object, or of its first item, on the line below. */
import type { Offer, Spot } from "./item.ts";
import { isJson } from "./item.ts";
import { indentUnit, inFlow, lineBreak, listsIndented } from "./layout-text.ts";

export interface Below {
  /** From the colon on, level with the new line. */
  readonly spot: Spot;
  /** Puts what is offered onto a line of its own. */
  readonly put: (offers: Iterable<Offer>) => readonly Offer[];
}

/** Undefined in JSON, in brackets, and where something stands on the line or deeper below. */
export function linesBelow(spot: Spot, holds: "object" | "list"): Below | undefined {
  const { text } = spot.snapshot;
  if (isJson(spot) || spot.typed !== "" || inFlow(spot)) return undefined;
  const lineStart = text.lastIndexOf("\n", spot.range.start - 1) + 1;
  const line = text.slice(lineStart, spot.range.start);
  const outer = /^((?:[ \t]|- )*)["']?[A-Za-z][\w:]*["']?:[ \t]*$/.exec(line)?.[1];
  const lineEnd = text.indexOf("\n", spot.range.start);
  if (outer === undefined || text.slice(spot.range.start, lineEnd < 0 ? text.length : lineEnd).trim() !== "")
    return undefined;
  const base = outer.replace(/[^\t]/g, " ");
  const indent = holds === "object" || listsIndented(spot) ? base + indentUnit(spot) : base;
  const dash = holds === "list" ? "- " : "";
  const range = { start: lineStart + line.trimEnd().length, end: spot.range.end };
  const before = `${lineBreak(spot)}${indent}${dash}`;
  return {
    spot: { ...spot, range, level: indent + " ".repeat(dash.length) },
    put: (offers) => [...offers].map((offer) => ({ ...offer, text: before + offer.text })),
  };
}
