/** Functions in the other form (`!Ref Vpc`, `Ref: Vpc`): the one at the cursor, and all of the file. YAML alone has two. */
import { memoised } from "../../base/memoised.ts";
import type { CallExpression, Expression } from "../../template/expression.ts";
import type { Declaration } from "../../template/occurrences.ts";
import type { Refactoring, Selection } from "./refactoring.ts";

export function functionForms({ snapshot, declaration, steps }: Selection): readonly Refactoring[] {
  if (snapshot.document.tree?.style.language !== "yaml" || !declaration) return [];
  const { resources, conditions, outputs } = snapshot.template;
  const { id } = declaration;
  // Rules have functions of their own, and metadata may hold anything.
  if (![resources.get(id), conditions.get(id), outputs.get(id)].includes(declaration)) return [];
  const at = steps.findLastIndex(({ expression }) => expression.kind === "call");
  const call = steps[at]?.expression;
  const refactorings: Refactoring[] = [];
  if (call?.kind === "call" && canChange(call, steps[at - 1]?.expression)) {
    const form = call.form === "short" ? "long" : "short";
    const name = spelled(call, form);
    refactorings.push({
      id: "function-form",
      kind: "refactor.rewrite",
      title: {
        en: `Write ${spelled(call, call.form)} as ${name}`,
        ja: `${spelled(call, call.form)} を ${name} と書く`,
      },
      edits: () => [{ kind: "set-function-form", form, span: call.span }],
    });
  }
  if (!call) return refactorings;
  const declarations: readonly Declaration[] = [...resources.values(), ...conditions.values(), ...outputs.values()];
  for (const form of ["short", "long"] as const) {
    const isOther = declarations.some((each) => changeableForms(each).has(form === "short" ? "long" : "short"));
    if (!isOther) continue;
    refactorings.push({
      id: `function-forms-${form}`,
      kind: "refactor.rewrite",
      title:
        form === "short"
          ? {
              en: "Write all functions of this file in short form (!Ref)",
              ja: "このファイルの関数をすべて短縮形 (!Ref) で書く",
            }
          : {
              en: "Write all functions of this file in full (Fn::Sub)",
              ja: "このファイルの関数をすべて完全な名前 (Fn::Sub) で書く",
            },
      edits: () => [{ kind: "set-function-form", form }],
    });
  }
  return refactorings;
}

/** The forms in which functions are written that can be written in the other. */
const changeableForms = memoised((declaration: Declaration): ReadonlySet<CallExpression["form"]> => {
  const forms = new Set<CallExpression["form"]>();
  const visit = (expression: Expression, holder?: Expression): void => {
    if (expression.kind === "list") for (const item of expression.items) visit(item);
    else if (expression.kind === "object") for (const { value } of expression.properties) visit(value);
    else if (expression.kind === "call") {
      if (canChange(expression, holder)) forms.add(expression.form);
      visit(expression.argument, expression);
    }
  };
  visit(declaration.body);
  return forms;
});

/**
 * Two short forms cannot follow each other, so one of two functions directly in each other has to be written in full.
 *
 * @param holder the function whose whole argument it is
 */
function canChange({ name, argument, form }: CallExpression, holder?: Expression): boolean {
  if (["Transform", "ForEach", "Condition", "Length", "ToJsonString", "GetStackOutput"].includes(name)) return false;
  if (argument.kind === "scalar" && argument.value === null) return false;
  if (form === "short") return true;
  const isInShort = holder?.kind === "call" && holder.form === "short";
  const isPlain = argument.kind === "list" && argument.items.every(({ kind }) => kind === "scalar");
  return !isInShort && argument.kind !== "call" && argument.kind !== "opaque" && (name !== "GetAtt" || isPlain);
}

function spelled({ name }: CallExpression, form: CallExpression["form"]): string {
  return form === "short" ? `!${name}` : name === "Ref" ? "Ref:" : `Fn::${name}`;
}
