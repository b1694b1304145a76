/** Lists of what belongs to the selected subnets of a `Vpc`: their ids, their route tables. */
import type { CodeRange } from "../../../syntax/code/ast.ts";
import { type CodeValue, type Located, opaque } from "../code-value.ts";
import { conjunction, negation } from "../conditions.ts";
import { refTo } from "../functions.ts";
import type { Reading } from "../reading.ts";
import type { Maker } from "./implied.ts";
import type { MadeVpc } from "./made.ts";
import { readSelection, type SubnetSelection } from "./subnet-selection.ts";
import { either, listOf } from "./values.ts";
import { madeVpc } from "./vpc-id.ts";
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

/** The subnets that are chosen from a VPC that is given; unknown where either can't be told. */
export function subnetsGiven(
  reading: Reading,
  vpc: Located | undefined,
  where: Located | undefined,
  at: CodeRange,
): CodeValue | Located {
  const made = madeVpc(reading, vpc);
  const selection = readSelection(where?.value);
  if (!made || !selection) return opaque;
  const range = where?.range ?? at;
  return { value: subnetList(made, selection, range), range };
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

/** The first of the subnets, as what has only one takes it. */
export function firstSubnet(made: MadeVpc, selection: SubnetSelection, at: CodeRange): CodeValue {
  return inEachPlan(made, at, (plan) => {
    const [first] = selectAll(plan, [selection]) ?? [];
    return first && refTo(`${made.id}/${first.name}`, at);
  });
}

/** A subnet's id, and the condition under which it is there. */
export interface GuardedSubnet {
  readonly id: string;
  readonly guard: string | undefined;
}

/** The selected subnets one by one, for what is made for each of them; undefined where they can't be told. */
export function guardedSubnets(
  reading: Reading,
  made: MadeVpc,
  selection: SubnetSelection,
  { guard, callee: at }: Maker,
): readonly GuardedSubnet[] | undefined {
  const [few, many = few] = made.plans.map((plan) => selectAll(plan, [selection]));
  if (!few || !many || !few.every(({ name }) => many.some((other) => other.name === name))) return undefined;
  return many.map(({ name }) => {
    const isAlways = made.twoZones === undefined || few.some((other) => other.name === name);
    const onlyMany = isAlways ? undefined : negation(reading, made.twoZones, at);
    return { id: `${made.id}/${name}`, guard: conjunction(reading, guard, onlyMany, at) };
  });
}
