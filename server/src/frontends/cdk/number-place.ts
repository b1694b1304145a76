/**
 * The place of a number that isn't there yet: `cidrMask: `, `Port.tcp()`. Editors open no list over digits, so this is
 * where numbers are offered; the text is broken there, and is read with a number put in.
 */
import type { Block } from "../../base/span.ts";
import type { Place } from "../../workspace/snapshot.ts";
import { placeAt } from "./places.ts";
import type { Reading } from "./reading.ts";
import { assembleTemplate } from "./template.ts";

/** Properties and functions for which numbers are offered, in both spellings: nobody else pays for the reading. */
const properties =
  /(?:^|[\s{(,'"])(?:cidrMask|cidr_mask|maxAzs|max_azs|natGateways|nat_gateways|(?:\w*(?:Port|_port|Asn|_asn)|port|asn))["']?\s*[:=]\s*$/;
const functions = /\.(?:tcp|udp)(?:_?[pP]ort)?(?:_?[rR]ange)?\(\s*(?:\d+\s*,\s*)?$/;
const behind = /^[ \t]*(?:[,)}\]\r\n]|$)/;

/** A cheap look at the line: whether a number is to be written at the offset, and nothing is typed. */
export function awaitsNumber(text: string, offset: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - 200), offset);
  return behind.test(text.slice(offset, offset + 100)) && (properties.test(line) || functions.test(line));
}

/** @param read reads a changed text of the same document */
export function numberPlace(block: Block, offset: number, read: (text: string) => Reading): Place | undefined {
  const { text } = block;
  const draft = read(`${text.slice(0, offset)}1${text.slice(offset)}`);
  const place = placeAt(draft, assembleTemplate(draft, []), offset);
  if (place?.kind !== "code-argument" && place?.kind !== "property-value") return undefined;
  return { ...place, span: { block, start: offset, end: offset }, text: "" };
}
