/** Which outcomes of a template's conditions are left over. */
import type { Conditions, Guard } from "../template/value.ts";

/**
 * The cases under `under` in which none of the guards holds; empty where one of them always does. Undefined where there
 * are too many cases to list.
 */
export function remaining(
  conditions: Conditions,
  under: Guard,
  guards: readonly Guard[],
): readonly Guard[] | undefined {
  const relevant = guards.filter((guard) => conditions.both(under, guard) !== undefined);
  if (relevant.length === 0) return [under];
  if (relevant.some((guard) => holdsUnder(guard, under))) return [];
  const names = [under, ...relevant].flatMap((guard) => [...guard.outcomes.keys()]);
  return conditions
    .scenarios([...new Set(names)])
    ?.filter(
      (scenario) =>
        conditions.both(scenario, under) !== undefined &&
        relevant.every((guard) => conditions.both(scenario, guard) === undefined),
    );
}

/** Whether each outcome that the guard asks for is one that `under` has. */
export function holdsUnder(guard: Guard, under: Guard): boolean {
  return [...guard.outcomes].every(([name, outcome]) => under.outcomes.get(name) === outcome);
}
