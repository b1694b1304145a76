import { describe, expect, test } from "vitest";
import { remaining } from "../../../server/src/network/guards.ts";
import { always, type Guard } from "../../../server/src/template/value.ts";
import { networkOf, showGuard } from "../../support/check-network.ts";

const { conditions } = networkOf(`
Parameters:
  Env: { Type: String }
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Test: !Equals [!Ref Env, test]
  NotProd: !Not [!Condition Prod]
Resources: {}
`).evaluator;

function guard(name: string, outcome = true): Guard {
  const found = conditions.when(name, outcome);
  if (!found) throw new Error(name);
  return found;
}

describe("the cases left over", () => {
  const left = (under: Guard, ...guards: Guard[]) => remaining(conditions, under, guards)?.map(showGuard);

  test("all of them, where nothing is taken", () => {
    expect(left(always)).toEqual([""]);
    expect(left(guard("Prod"), guard("Test"))).toEqual([" if Prod"]);
  });
  test("none, where everything is taken", () => {
    expect(left(always, always)).toEqual([]);
    expect(left(always, guard("Prod"), guard("NotProd"))).toEqual([]);
    expect(left(guard("Prod"), guard("Prod"))).toEqual([]);
  });
  test("the rest", () => {
    expect(left(always, guard("Prod"))).toEqual([" if !Prod"]);
    expect(left(guard("NotProd"), guard("Test"))).toEqual([" if !Test, NotProd"]);
  });
});
