/** `Fn::Select [n, Fn::Cidr …]`: the usual way to cut a VPC into subnets. */
import { type Cidr, overlaps, parseCidr } from "../../base/cidr.ts";
import { takenBlocks } from "../../network/addressing.ts";
import type { Network, Subnet, Vpc } from "../../network/model.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import { type CallExpression, type Expression, propertyOf, type ScalarExpression } from "../../template/expression.ts";
import type { Evaluator } from "../../template/value.ts";

export interface SelectOfCidr {
  readonly select: CallExpression;
  readonly index: Expression;
  readonly cidr: CallExpression;
}

/** The parts of `Fn::Select [index, Fn::Cidr …]`; undefined for any other expression. */
export function selectOfCidr(expression: Expression | undefined): SelectOfCidr | undefined {
  if (expression?.kind !== "call" || expression.name !== "Select" || expression.argument.kind !== "list") {
    return undefined;
  }
  const [index, list] = expression.argument.items;
  if (!index || list?.kind !== "call" || list.name !== "Cidr") return undefined;
  return { select: expression, index, cidr: list };
}

export interface FreeIndex {
  readonly index: number;
  readonly cidr: Cidr;
  readonly edit: TemplateEdit;
}

/** The next index of the subnet's `Fn::Cidr` whose block no other subnet of the VPC touches. */
export function nextFreeIndex(network: Network, vpc: Vpc, subnet: Subnet): FreeIndex | undefined {
  const found = selectOfCidr(propertyOf(subnet.resource.properties, "CidrBlock")?.value);
  if (found?.index.kind !== "scalar") return undefined;
  const taken = takenBlocks(vpc);
  for (const [index, cidr] of blocksOf(network.evaluator, found.cidr).entries()) {
    if (taken.some((other) => overlaps(other, cidr))) continue;
    return {
      index,
      cidr,
      edit: { kind: "replace-value", span: found.index.span, value: asWritten(found.index, index) },
    };
  }
  return undefined;
}

function blocksOf(evaluator: Evaluator, cidr: CallExpression): readonly Cidr[] {
  const value = evaluator.resolve(cidr);
  if (value.kind !== "known" || !Array.isArray(value.data)) return [];
  return value.data.flatMap((item) => {
    if (item.kind !== "known" || typeof item.data !== "string") return [];
    const parsed = parseCidr(item.data);
    return parsed.ok ? [parsed.cidr] : [];
  });
}

/** A number in the form the old one had: CloudFormation takes `1` and `"1"` alike. */
export function asWritten(before: ScalarExpression, value: number): string | number {
  return typeof before.value === "string" ? String(value) : value;
}
