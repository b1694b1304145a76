/** What a construct makes can depend on something that only the synthesis knows, as how many zones there are. */
import type { Subnet } from "../../network/model.ts";
import { type Expression, visit } from "../../template/expression.ts";
import type { Template } from "../../template/template.ts";
import { always, type Guard } from "../../template/value.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

const MOST_WAYS = 4;

/** The ways in which the subnets can come out, each under what has to hold for it; `always` alone where there is one. */
export function waysOf(subnets: readonly Subnet[], { template, evaluator }: Snapshot): readonly Guard[] {
  const guards = subnets.flatMap(({ guard, cidr }) => [guard, ...cidr.known.map((fact) => fact.guard)]);
  const names = new Set(guards.flatMap(({ outcomes }) => [...outcomes.keys()]));
  // Conditions made of others follow from those.
  const free = new Set([...names].flatMap((name) => undecided(name, template)));
  return evaluator.conditions.scenarios([...free], MOST_WAYS) ?? [always];
}

/** The conditions behind a condition that only the synthesis knows. */
function undecided(name: string, template: Template, seen: ReadonlySet<string> = new Set()): readonly string[] {
  const body = template.conditions.get(name)?.body;
  if (!body || seen.has(name)) return [];
  return body.kind === "opaque"
    ? [name]
    : namesIn(body).flatMap((each) => undecided(each, template, new Set([...seen, name])));
}

/** The conditions that a condition names. */
function namesIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  visit(expression, (each) => {
    if (each.kind === "call" && each.name === "Condition" && each.argument.kind === "scalar")
      names.push(each.argument.text);
  });
  return names;
}

/** The subnet as it is under the guard. */
export function subnetUnder(subnet: Subnet, way: Guard, { evaluator }: Snapshot): Subnet {
  const known = subnet.cidr.known.filter(({ guard }) => evaluator.conditions.both(guard, way));
  return { ...subnet, cidr: { ...subnet.cidr, known } };
}
