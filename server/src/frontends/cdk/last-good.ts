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
  const first = readProgram(program, block, catalog, dialect);
  if (program.errors.length === 0 || !last) return finish(first, []);
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
  const reading = lost.size === 0 ? first : readProgram(program, block, catalog, dialect, lost);
  return finish(reading, [...missing, ...broken]);
}

function finish(reading: Reading, kept: readonly GoodConstruct[]): Kept {
  const { program } = reading;
  const inConstruct = (error: CodeRange): boolean =>
    reading.constructs.some(({ call }) => call.start <= error.start && error.end <= call.end);
  if (!program.errors.every(inConstruct)) reading.open = true;
  const assembled = assembleTemplate(
    reading,
    kept.map(({ resource }) => resource),
  );
  const constructs = new Map(kept.map((each) => [each.resource.id, each]));
  for (const [id, resource] of assembled.template.resources) {
    const construct = assembled.constructs.get(id);
    if (construct && !constructs.has(id)) constructs.set(id, { resource, construct });
  }
  return { reading, assembled, next: { text: program.text, constructs } };
}

interface MovedConstruct extends GoodConstruct {
  /** The construct's id still stands where it should: else it was deleted. */
  readonly isWritten: boolean;
}

function movedTo(last: LastGood, block: Block): readonly MovedConstruct[] {
  const { start, oldEnd, newEnd } = changeBetween(last.text, block.text);
  const offset = (at: number): number => {
    if (at <= start) return at;
    return at >= oldEnd ? at + newEnd - oldEnd : Math.min(at, newEnd);
  };
  const move = (span: Span): Span => ({ block, start: offset(span.start), end: offset(span.end) });
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
