/** Resources that a construct of the library makes, or a method of one. */
import type { CodeRange } from "../../../syntax/code/ast.ts";
import type { Resource } from "../../../template/template.ts";
import { toObject } from "../expressions.ts";
import { emptyObject, entry, type Reading, spanOf } from "../reading.ts";
import { type GivenProperties, located } from "./values.ts";

/** What makes resources: `new ec2.Vpc(…)`, `vpc.addGatewayEndpoint("S3", …)`. */
export interface Maker {
  /** The construct's id; the main resource is called the same, others stand below it: `Vpc/IGW`. */
  readonly id: string;
  readonly idRange: CodeRange;
  readonly callee: CodeRange;
  readonly range: CodeRange;
  /** The name of the condition under which it is made. */
  readonly guard: string | undefined;
}

export interface NewResource {
  readonly id: string;
  readonly type: string;
  readonly properties: GivenProperties;
  /** In place of the maker's. */
  readonly guard?: string | undefined;
  /** The resources that are made before it. */
  readonly after?: readonly string[];
  /** There may be more properties. */
  readonly open?: boolean;
}

/** Everything stands where the construct's class is written, but for values with a place of their own. */
export function addImplied(reading: Reading, maker: Maker, made: NewResource): void {
  const { callee } = maker;
  const span = spanOf(reading, callee);
  const entries = Object.entries(made.properties).flatMap(([key, value]) =>
    value === undefined ? [] : [entry(key, callee, located(value, callee), callee)],
  );
  const guard = "guard" in made ? made.guard : maker.guard;
  const resource: Resource = {
    id: made.id,
    idSpan: made.id === maker.id ? spanOf(reading, maker.idRange) : span,
    span: spanOf(reading, maker.range),
    type: made.type,
    typeSpan: span,
    ...(guard !== undefined && { condition: { name: guard, span } }),
    dependsOn: (made.after ?? []).map((name) => ({ name, span })),
    properties: toObject(reading, entries, callee, undefined),
    body: emptyObject(reading, maker.range.end),
    open: made.open ?? false,
    impliedBy: maker.id,
  };
  reading.implied.push(resource);
}
