/** Methods that take an id and options: `vpc.addGatewayEndpoint("S3", { service })`. */
import type { Call, CodeRange } from "../../../syntax/code/ast.ts";
import { type CodeEntry, type CodeValue, type Located, opaque } from "../code-value.ts";
import { idText } from "../constructs.ts";
import { camelCase } from "../names.ts";
import { entry, type Frame, type Reading, uniqueId } from "../reading.ts";
import type { Maker } from "./implied.ts";
import type { MethodCall } from "./made.ts";
import { optionsOf } from "./subnet-selection.ts";
import { mapItems } from "./values.ts";

export interface IdAndOptions {
  readonly name: string;
  readonly idRange: CodeRange;
  readonly entries: readonly CodeEntry[];
  readonly options: ReadonlyMap<string, Located>;
  /** There may be more options than these. */
  readonly open: boolean;
}

export function idAndOptions(reading: Reading, node: Call, frame: Frame): IdAndOptions {
  const id = node.args[0] ?? node.keywords.find(({ key }) => key === "id")?.value;
  const given = node.args[1] && reading.evaluate(node.args[1], frame).value;
  const keywords = node.keywords
    .filter(({ key }) => key !== "id")
    .map((item) => entry(camelCase(item.key), item.keyRange, reading.evaluate(item.value, frame), item));
  const fromObject = given?.kind === "object" ? given.entries : [];
  const entries = [...fromObject, ...keywords];
  const isKnown = given === undefined || given.kind === "nothing" || (given.kind === "object" && !given.open);
  return {
    name: idText(reading, id, frame, "?"),
    idRange: id?.kind === "string" ? id.content : (id ?? node.callee),
    entries,
    options: optionsOf(entries),
    open: !isKnown || node.hasKeywordSpread || node.broken,
  };
}

/**
 * What a method makes that takes an id and options: `vpc.addGatewayEndpoint("S3", …)`.
 * @param suffix of its id, behind the one given
 */
export function childOf(
  reading: Reading,
  parent: string,
  { callee, node, frame }: Pick<MethodCall, "callee" | "node" | "frame">,
  suffix = "",
): IdAndOptions & Maker {
  const given = idAndOptions(reading, node, frame);
  const id = uniqueId(reading, `${parent}/${given.name}${suffix}`, "");
  return { ...given, id, callee: callee.nameRange, range: node, guard: frame.guard };
}

/** A list of objects, each made of the options of one that is given; unknown where these can't be told. */
export function mapObjects(
  given: Located,
  of: (options: ReadonlyMap<string, Located>, range: CodeRange) => CodeValue,
): Located {
  return mapItems(given, ({ value, range }) =>
    value.kind === "object" && !value.open ? of(optionsOf(value.entries), range) : opaque,
  );
}

/** The construct that a method changes, as the maker of what comes of it. */
export function methodMaker(id: string, { callee, node, frame }: MethodCall): Maker {
  return { id, idRange: callee.nameRange, callee: callee.nameRange, range: node, guard: frame.guard };
}
