/**
 * While a construct is being typed it is broken more often than not. It keeps its last good reading, moved to where its
 * text stands now, and everything near a syntax error is open: nothing is missing there.
 */
import type { Block, Span } from "../../base/span.ts";
import type { CodeRange, Program } from "../../syntax/code/ast.ts";
import { changeBetween } from "../../syntax/code/parsers.ts";
import type { Expression } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import type { CdkCatalog, Dialect } from "./catalog.ts";
import type { Construct } from "./code-value.ts";
import { readProgram } from "./read-program.ts";
import type { Reading } from "./reading.ts";
import { type Assembled, assembleTemplate } from "./template.ts";

interface GoodConstruct {
  readonly resource: Resource;
  readonly construct: Construct;
}

/** The last good reading of each construct, with spans into `text`. */
export interface LastGood {
  readonly text: string;
  readonly constructs: ReadonlyMap<string, GoodConstruct>;
  /** What constructs of higher levels made, by the construct's id. */
  readonly implied: ReadonlyMap<string, readonly Resource[]>;
  readonly made: Reading["made"];
  /** Under which they are made. */
  readonly conditions: Reading["conditions"];
}

export interface Source {
  readonly program: Program;
  readonly block: Block;
  readonly catalog: CdkCatalog;
  readonly dialect: Dialect;
}

export interface Kept {
  readonly reading: Reading;
  readonly assembled: Assembled;
  readonly next: LastGood;
}

export function readKeeping(source: Source, last: LastGood | undefined): Kept {
  const { program, block, catalog, dialect } = source;
  const hasErrors = program.errors.length > 0;
  const first = readProgram(program, block, catalog, dialect, new Map(), hasErrors ? last?.made : undefined);
  if (!hasErrors || !last) return finish(first, []);
  const good = movedTo(last, block);
  const isBroken = ({ id }: Construct): boolean =>
    first.constructs.some(({ id: read, call }) => read === id && call.broken);
  const isMissing = ({ id }: Construct): boolean => !first.constructs.some(({ id: read }) => read === id);
  const missing = good.filter(({ construct, isWritten }) => isMissing(construct) && isWritten);
  const broken = good.filter(({ construct }) => isBroken(construct));
  const lost = new Map(
    missing
      .filter(({ construct }) => construct.variable !== undefined)
      .map(({ construct }) => [`${construct.className}.${construct.variable}`, { ...construct, open: true }]),
  );
  const reading = lost.size === 0 ? first : readProgram(program, block, catalog, dialect, lost, last.made);
  const implied = keptImplied(reading, last, block);
  if (implied.size > 0) keepConditions(reading, last, block);
  return finish(reading, [...missing, ...broken], implied);
}

function keepConditions(reading: Reading, last: LastGood, block: Block): void {
  const move = mover(last, block);
  for (const [name, condition] of last.conditions) {
    if (reading.conditions.has(name)) continue;
    const { id, idSpan, span, body } = condition;
    const moved = { id, idSpan: move(idSpan), span: move(span), body: movedExpression(body, move) };
    reading.conditions.set(name, moved);
  }
}

/** What constructs of higher levels made whose text is broken but still there. */
function keptImplied(reading: Reading, last: LastGood, block: Block): LastGood["implied"] {
  const move = mover(last, block);
  const isMade = new Set(reading.implied.map(({ impliedBy }) => impliedBy));
  return new Map(
    [...last.implied].flatMap(([id, resources]) => {
      const main = resources.find((resource) => resource.id === id);
      if (isMade.has(id) || !main || textAt(move(main.idSpan)) !== textAt(main.idSpan)) return [];
      return [[id, resources.map((resource) => movedResource(resource, move))] as const];
    }),
  );
}

function finish(
  reading: Reading,
  kept: readonly GoodConstruct[],
  implied: LastGood["implied"] = new Map<string, readonly Resource[]>(),
): Kept {
  const { program } = reading;
  const inConstruct = (error: CodeRange): boolean =>
    reading.constructs.some(({ call }) => call.start <= error.start && error.end <= call.end);
  if (!program.errors.every(inConstruct)) reading.open = true;
  const keptResources = [...kept.map(({ resource }) => resource), ...[...implied.values()].flat()];
  const assembled = assembleTemplate(reading, keptResources);
  const constructs = new Map(kept.map((each) => [each.resource.id, each]));
  for (const [id, resource] of assembled.template.resources) {
    const construct = assembled.constructs.get(id);
    if (construct && !constructs.has(id)) constructs.set(id, { resource, construct });
  }
  const next: LastGood = {
    text: program.text,
    constructs,
    implied: new Map([...implied, ...byMaker(reading.implied)]),
    made: reading.made,
    conditions: reading.conditions,
  };
  return { reading, assembled, next };
}

function byMaker(resources: readonly Resource[]): LastGood["implied"] {
  const all = new Map<string, Resource[]>();
  for (const resource of resources) {
    const maker = resource.impliedBy ?? "";
    const known = all.get(maker);
    if (known) known.push(resource);
    else all.set(maker, [resource]);
  }
  return all;
}

interface MovedConstruct extends GoodConstruct {
  /** The construct's id still stands where it should: else it was deleted. */
  readonly isWritten: boolean;
}

/** Where the texts of the last reading stand now. */
function mover(last: LastGood, block: Block): (span: Span) => Span {
  const { start, oldEnd, newEnd } = changeBetween(last.text, block.text);
  const offset = (at: number): number => {
    if (at <= start) return at;
    return at >= oldEnd ? at + newEnd - oldEnd : Math.min(at, newEnd);
  };
  return (span) => ({ block, start: offset(span.start), end: offset(span.end) });
}

function movedTo(last: LastGood, block: Block): readonly MovedConstruct[] {
  const move = mover(last, block);
  return [...last.constructs.values()].map(({ resource, construct }) => {
    const moved = movedResource(resource, move);
    return { construct, resource: moved, isWritten: textAt(moved.idSpan) === textAt(resource.idSpan) };
  });
}

function movedResource(resource: Resource, move: (span: Span) => Span): Resource {
  const properties = movedExpression(resource.properties, move);
  return {
    ...resource,
    idSpan: move(resource.idSpan),
    span: move(resource.span),
    typeSpan: move(resource.typeSpan),
    ...(resource.askedAt && { askedAt: move(resource.askedAt) }),
    ...(resource.condition && { condition: { name: resource.condition.name, span: move(resource.condition.span) } }),
    dependsOn: resource.dependsOn.map(({ name, span }) => ({ name, span: move(span) })),
    properties: properties.kind === "object" ? properties : resource.properties,
    body: movedExpression(resource.body, move),
    open: true,
  };
}

function movedExpression(expression: Expression, move: (span: Span) => Span): Expression {
  const span = move(expression.span);
  switch (expression.kind) {
    case "scalar":
    case "opaque":
      return { ...expression, span };
    case "list":
      return { ...expression, items: expression.items.map((item) => movedExpression(item, move)), span };
    case "object":
      return {
        ...expression,
        properties: expression.properties.map((property) => ({
          key: property.key,
          keySpan: move(property.keySpan),
          value: movedExpression(property.value, move),
          span: move(property.span),
        })),
        span,
      };
    case "call":
      return {
        ...expression,
        argument: movedExpression(expression.argument, move),
        nameSpan: move(expression.nameSpan),
        span,
      };
  }
}

function textAt({ block, start, end }: Span): string {
  return block.text.slice(start, end);
}
