/** Lists of what belongs to the selected subnets of a `Vpc`: their ids, their route tables. */
import type { CodeRange } from "../../../syntax/code/ast.ts";
import type { CodeValue } from "../code-value.ts";
import { refTo } from "../functions.ts";
import type { MadeVpc } from "./made.ts";
import type { SubnetSelection } from "./subnet-selection.ts";
import { either, listOf } from "./values.ts";
import { selectAll, type VpcPlan } from "./vpc-plan.ts";

/** The route tables of the subnets; `undefined` is what gateway endpoints take: all of them. */
export function tableList(made: MadeVpc, selections: readonly SubnetSelection[] | undefined, at: CodeRange): CodeValue {
  return inEachPlan(made, at, (plan) => {
    const selected = selections ? selectAll(plan, selections) : privateFirst(plan);
    return (
      selected &&
      listOf(
        selected.map(({ name }) => refTo(`${made.id}/${name}/RouteTable`, at)),
        at,
      )
    );
  });
}

export function subnetList(made: MadeVpc, selection: SubnetSelection, at: CodeRange): CodeValue {
  return inEachPlan(made, at, (plan) => {
    const selected = selectAll(plan, [selection]);
    return (
      selected &&
      listOf(
        selected.map(({ name }) => refTo(`${made.id}/${name}`, at)),
        at,
      )
    );
  });
}

function privateFirst({ subnets }: VpcPlan): VpcPlan["subnets"] {
  return (["private", "public", "isolated"] as const).flatMap((type) =>
    subnets.filter(({ group }) => group.type === type),
  );
}

/** Unknown where it can't be told in one of the plans. */
function inEachPlan(made: MadeVpc, at: CodeRange, of: (plan: VpcPlan) => CodeValue | undefined): CodeValue {
  const [first, second] = made.plans.map(of);
  if (!first || (made.plans.length > 1 && !second)) return { kind: "opaque" };
  return second && made.twoZones !== undefined ? either(made.twoZones, first, second, at) : first;
}
