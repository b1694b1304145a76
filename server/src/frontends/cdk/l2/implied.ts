/** Resources that a construct of the library makes, or a method of one. */

import type { Span } from "../../../base/span.ts";
import type { CodeRange } from "../../../syntax/code/ast.ts";
import type { Property } from "../../../template/expression.ts";
import { type Located, opaque } from "../code-value.ts";
import { toExpression } from "../expressions.ts";
import { emptyObject, type Reading, spanOf } from "../reading.ts";
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
  readonly askedAt?: CodeRange | undefined;
}

/** The end of a list to which code elsewhere may add. */
export function openEnd({ range }: Maker): Located {
  return { value: opaque, range: { start: range.end, end: range.end } };
}

/** Everything stands where the construct's class is written, but for values with a place of their own. */
export function addImplied(reading: Reading, maker: Maker, made: NewResource): void {
  const { callee } = maker;
  const span = spanOf(reading, callee);
  const guard = "guard" in made ? made.guard : maker.guard;
  reading.implied.push({
    id: made.id,
    idSpan: made.id === maker.id ? spanOf(reading, maker.idRange) : span,
    span: spanOf(reading, maker.range),
    type: made.type,
    typeSpan: span,
    condition: guard === undefined ? undefined : { name: guard, span },
    dependsOn: made.after ? made.after.map((name) => ({ name, span })) : [],
    properties: { kind: "object", properties: propertiesIn(reading, made.properties, maker, span), span },
    body: emptyObject(reading, maker.range.end),
    open: made.open ?? false,
    impliedBy: maker.id,
    askedAt: made.askedAt && spanOf(reading, made.askedAt),
  });
}

/** Written out: a program makes hundreds of resources at every keystroke. */
function propertiesIn(reading: Reading, given: GivenProperties, { callee }: Maker, span: Span): readonly Property[] {
  const properties: Property[] = [];
  for (const key in given) {
    const value = given[key];
    if (value === undefined) continue;
    properties.push({ key, keySpan: span, value: toExpression(reading, located(value, callee)), span });
  }
  return properties;
}
