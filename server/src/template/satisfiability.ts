/**
 * A small satisfiability check over what conditions are made of: comparisons of variables (parameters and whatever
 * else is not known before deployment) with texts and with each other. Sound in one direction: "impossible" is proven,
 * "possible" may be a guess where the search would take too long.
 */

export type Formula =
  | { readonly kind: "constant"; readonly value: boolean }
  /** The variable has this text. */
  | { readonly kind: "equals"; readonly variable: string; readonly text: string }
  /** Both variables have the same text. */
  | { readonly kind: "same"; readonly left: string; readonly right: string }
  | { readonly kind: "all" | "any"; readonly parts: readonly Formula[] }
  | { readonly kind: "not"; readonly part: Formula };

/** All texts that a variable can have, where that is known. */
export type Domains = ReadonlyMap<string, readonly string[]>;

const MOST_STEPS = 20_000;
/** Stands for any text that no formula mentions. No template text holds the character. */
const OTHER = "\u0000";

/** Whether all formulas can hold at once. */
export function satisfiable(formulas: readonly Formula[], domains: Domains): boolean {
  const conjuncts = formulas.flatMap((formula) => conjunctsOf(formula, true));
  if (conjuncts.some((part) => part.kind === "constant" && !part.value)) return false;
  return independentGroups(conjuncts).every((group) => groupSatisfiable(group, domains));
}

/** Splits a conjunction into its parts, pushing `not` inwards as far as that makes more parts. */
function conjunctsOf(formula: Formula, positive: boolean): readonly Formula[] {
  switch (formula.kind) {
    case "constant":
      return [{ kind: "constant", value: formula.value === positive }];
    case "not":
      return conjunctsOf(formula.part, !positive);
    case "all":
      if (positive) return formula.parts.flatMap((part) => conjunctsOf(part, true));
      break;
    case "any":
      if (!positive) return formula.parts.flatMap((part) => conjunctsOf(part, false));
      break;
  }
  return [positive ? formula : { kind: "not", part: formula }];
}

function variablesOf(formula: Formula, into = new Set<string>()): Set<string> {
  switch (formula.kind) {
    case "equals":
      into.add(formula.variable);
      break;
    case "same":
      into.add(formula.left).add(formula.right);
      break;
    case "not":
      variablesOf(formula.part, into);
      break;
    case "all":
    case "any":
      for (const part of formula.parts) variablesOf(part, into);
      break;
  }
  return into;
}

/** Conjuncts that share no variable, not even through others, cannot contradict each other. */
function independentGroups(conjuncts: readonly Formula[]): readonly (readonly Formula[])[] {
  let groups: { variables: Set<string>; formulas: Formula[] }[] = [];
  for (const formula of conjuncts) {
    const variables = variablesOf(formula);
    const touching = groups.filter((group) => [...variables].some((variable) => group.variables.has(variable)));
    const merged = {
      variables: new Set([...touching.flatMap((group) => [...group.variables]), ...variables]),
      formulas: [...touching.flatMap((group) => group.formulas), formula],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.map((group) => group.formulas);
}

function groupSatisfiable(formulas: readonly Formula[], domains: Domains): boolean {
  const choices = textsToTry(formulas, domains);
  const variables = [...choices.keys()];
  const assigned = new Map<string, string>();
  let steps = 0;

  function search(index: number): boolean {
    steps += 1;
    if (steps > MOST_STEPS) return true;
    const results = formulas.map((formula) => evaluate(formula, assigned));
    if (results.includes(false)) return false;
    const variable = variables[index];
    if (variable === undefined || results.every((result) => result === true)) return true;
    for (const text of choices.get(variable) ?? []) {
      assigned.set(variable, text);
      if (search(index + 1)) return true;
    }
    assigned.delete(variable);
    return false;
  }

  return search(0);
}

/** Undefined while it depends on variables that have no text yet. */
function evaluate(formula: Formula, assigned: ReadonlyMap<string, string>): boolean | undefined {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "equals": {
      const text = assigned.get(formula.variable);
      return text === undefined ? undefined : text === formula.text;
    }
    case "same": {
      const [left, right] = [assigned.get(formula.left), assigned.get(formula.right)];
      return left === undefined || right === undefined ? undefined : left === right;
    }
    case "not": {
      const result = evaluate(formula.part, assigned);
      return result === undefined ? undefined : !result;
    }
    case "all":
    case "any": {
      const decisive = formula.kind === "any";
      let open = false;
      for (const part of formula.parts) {
        const result = evaluate(part, assigned);
        if (result === decisive) return decisive;
        if (result === undefined) open = true;
      }
      return open ? undefined : !decisive;
    }
  }
}

/** The texts that make a difference for each variable: those it is compared with, and one for all others. */
function textsToTry(formulas: readonly Formula[], domains: Domains): ReadonlyMap<string, readonly string[]> {
  const mentioned = new Map<string, Set<string>>();
  const peers = new Map<string, Set<string>>();
  const note = (formula: Formula): void => {
    if (formula.kind === "equals") {
      mentioned.set(formula.variable, (mentioned.get(formula.variable) ?? new Set()).add(formula.text));
    } else if (formula.kind === "same") {
      for (const [one, other] of [
        [formula.left, formula.right],
        [formula.right, formula.left],
      ] as const) {
        if (!mentioned.has(one)) mentioned.set(one, new Set());
        peers.set(one, (peers.get(one) ?? new Set()).add(other));
      }
    } else if (formula.kind === "not") {
      note(formula.part);
    } else if (formula.kind === "all" || formula.kind === "any") {
      formula.parts.forEach(note);
    }
  };
  formulas.forEach(note);

  const texts = new Map<string, readonly string[]>();
  for (const [variable, own] of mentioned) {
    const domain = domains.get(variable);
    const family = familyOf(variable, peers);
    if (family.length > 1) {
      const all = family.flatMap((name) => [...(mentioned.get(name) ?? []), ...(domains.get(name) ?? [])]);
      texts.set(variable, domain ?? [...new Set(all), ...family.map((name) => OTHER + name)]);
    } else if (domain === undefined) {
      texts.set(variable, [...own, OTHER]);
    } else {
      const others = domain.some((text) => !own.has(text)) ? [OTHER] : [];
      texts.set(variable, [...[...own].filter((text) => domain.includes(text)), ...others]);
    }
  }
  return texts;
}

/** The variables that comparisons tie together, directly or through others. */
function familyOf(variable: string, peers: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const found = new Set([variable]);
  for (const name of found) for (const peer of peers.get(name) ?? []) found.add(peer);
  return [...found];
}
