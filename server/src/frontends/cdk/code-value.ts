/** What an expression of the program comes to, as far as it matters to the network. */
import type { Call, ClassStatement, CodeExpression, CodeRange, FunctionStatement } from "../../syntax/code/ast.ts";
import type { IntrinsicName, Scalar } from "../../template/expression.ts";
import type { ResourceNames } from "./catalog.ts";

export type CodeValue =
  | { readonly kind: "scalar"; readonly value: Scalar; readonly text: string }
  /** `open`: there may be more items behind these. */
  | { readonly kind: "list"; readonly items: readonly Located[]; readonly open?: boolean }
  | { readonly kind: "object"; readonly entries: readonly CodeEntry[]; readonly open: boolean }
  /** A function of CloudFormation, to be computed at deployment. */
  | {
      readonly kind: "intrinsic";
      readonly name: IntrinsicName;
      readonly nameRange: CodeRange;
      readonly argument: Located;
    }
  /** A construct that makes one resource. */
  | { readonly kind: "construct"; readonly construct: Construct }
  /** Another construct of the library. */
  | { readonly kind: "other-construct"; readonly symbol: string; readonly id: string }
  /** What a static method of the library gives: `IpAddresses.cidr("10.0.0.0/16")`. */
  | {
      readonly kind: "made";
      readonly module: string;
      readonly name: string;
      readonly args: readonly Located[];
      /** What is given by name: the entries of an object that comes last, or Python's keyword arguments. */
      readonly options: readonly CodeEntry[];
    }
  | { readonly kind: "parameter" | "condition" | "mapping"; readonly id: string }
  /** A module of the library (`name` empty), or something in it: `CfnVPC`, `CfnSecurityGroup.IngressProperty`. */
  | { readonly kind: "library"; readonly module: string; readonly name: string }
  | { readonly kind: "class"; readonly statement: ClassStatement }
  | { readonly kind: "function"; readonly statement: FunctionStatement }
  | { readonly kind: "this" }
  /** `undefined`, `null`, `None`: as if not written. */
  | { readonly kind: "nothing" }
  | { readonly kind: "opaque" };

/** A value with the place in the text that says it. */
export interface Located {
  readonly value: CodeValue;
  readonly range: CodeRange;
}

export interface CodeEntry {
  readonly key: string;
  readonly keyRange: CodeRange;
  readonly range: CodeRange;
  readonly value: Located;
}

export const opaque: CodeValue = { kind: "opaque" };
export const nothing: CodeValue = { kind: "nothing" };

export function scalar(value: Scalar, text = String(value)): CodeValue {
  return { kind: "scalar", value, text };
}

/** A construct of the program that makes one CloudFormation resource. Filled while the program is read. */
export interface Construct {
  /** The construct's id, made unique in the file. */
  readonly id: string;
  /** `ec2.CfnSubnet` */
  readonly symbol: string;
  readonly type: string;
  readonly names: ResourceNames;
  readonly call: Call;
  readonly idRange: CodeRange;
  /** What was given as scope, as written: `this`, `self`, `stack`. */
  readonly scope: CodeExpression | undefined;
  readonly className: string;
  /** The function in which it is made: where its variable can be seen. */
  readonly within: CodeRange;
  /** The statement that makes it. */
  readonly statement: CodeRange;
  /** The statements among which that stands. */
  readonly block: CodeRange;
  readonly condition: string | undefined;
  /** `vpc`, `this.vpc`: how the code around it names it. */
  variable: string | undefined;
  properties: CodeEntry[];
  dependsOn: { readonly construct: Construct; readonly range: CodeRange }[];
  /** Its `cfnOptions.condition`. */
  explicitCondition: { readonly id: string; readonly range: CodeRange } | undefined;
  open: boolean;
}
