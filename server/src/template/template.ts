/** A template: what both front ends produce and everything behind them reads. Immutable. */
import type { Span } from "../base/span.ts";
import type { Expression, ObjectExpression } from "./expression.ts";

/** A declared name. */
export interface Named {
  readonly id: string;
  readonly idSpan: Span;
  /** The whole declaration. */
  readonly span: Span;
}

export interface Parameter extends Named {
  /** `String`, `AWS::EC2::VPC::Id`, `List<AWS::EC2::Subnet::Id>`, `AWS::SSM::Parameter::Value<…>`; "String" where absent. */
  readonly type: string;
  /** Undefined where there is none. */
  readonly default?: Expression | undefined;
  readonly allowedValues?: readonly Expression[] | undefined;
  readonly noEcho: boolean;
  readonly body: Expression;
}

/** `body` is an object of objects; top-level keys that are functions (Fn::Transform) make it opaque. */
export interface Mapping extends Named {
  readonly body: Expression;
}

export interface Condition extends Named {
  readonly body: Expression;
}

/** A section without names of its own; `id` is the section's. */
export interface Metadata extends Named {
  readonly body: Expression;
}

export interface Output extends Named {
  readonly value?: Expression | undefined;
  readonly exportName?: Expression | undefined;
  readonly condition?: NameUse | undefined;
  readonly body: Expression;
}

/** A name written where a declaration of it is meant: in DependsOn, Condition. */
export interface NameUse {
  readonly name: string;
  readonly span: Span;
}

export interface Resource extends Named {
  /** Empty while nothing is typed. */
  readonly type: string;
  readonly typeSpan: Span;
  readonly condition?: NameUse | undefined;
  readonly dependsOn: readonly NameUse[];
  /** Empty object with an empty span where the template has no `Properties`. */
  readonly properties: ObjectExpression;
  /** All attributes as written (`Metadata`, `DeletionPolicy`, …). In CDK empty. */
  readonly body: Expression;
  /** The properties cannot be fully known (a transform inside, a spread, a broken construct): nothing is missing. */
  readonly open: boolean;
  /** Made by another construct rather than written (CDK L2): what makes it. */
  readonly impliedBy?: string | undefined;
  /** What was written to get it and its like, where that is less than the whole construct: a group of subnets. */
  readonly askedAt?: Span | undefined;
}

export type TemplateProblemCode = "duplicate-id" | "not-a-mapping" | "unknown-section";

export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly span: Span;
}

export interface Template {
  readonly source: "cloudformation" | "cdk";
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly rules: ReadonlyMap<string, Condition>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly outputs: ReadonlyMap<string, Output>;
  /** The section `Metadata`, which says how consoles group and label the parameters. */
  readonly metadata?: Metadata | undefined;
  /** The section `Globals` of the Serverless Application Model: properties that its functions share. */
  readonly globals?: Metadata | undefined;
  /** Names of transforms: `AWS::Serverless-2016-10-31`, `AWS::LanguageExtensions`, macros. */
  readonly transforms: readonly string[];
  /** Fn::ForEach in sections, whose collection is not known here: there may be more resources than are listed. */
  readonly open: boolean;
  readonly problems: readonly TemplateProblem[];
}
