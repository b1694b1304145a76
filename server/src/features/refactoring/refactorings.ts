/** All refactorings, in the order in which an editor shows them. */
import { collectionStyle } from "./collection-style.ts";
import { computeCidrs } from "./computed-cidr.ts";
import { extractToMapping } from "./extract-mapping.ts";
import { extractToParameter } from "./extract-parameter.ts";
import { functionForms } from "./function-forms.ts";
import { inlineValue } from "./inline-value.ts";
import type { Refactoring, Selection } from "./refactoring.ts";
import { routePairs } from "./route-pairs.ts";
import { securityGroupRules } from "./security-group-rules.ts";
import { splitVpc } from "./split-vpc.ts";

const providers: readonly ((selection: Selection) => readonly Refactoring[])[] = [
  splitVpc,
  routePairs,
  securityGroupRules,
  extractToParameter,
  extractToMapping,
  inlineValue,
  computeCidrs,
  functionForms,
  collectionStyle,
];

/** What is offered at the place. A broken text is not rewritten: nobody could say what it meant. */
export function refactoringsAt(selection: Selection): readonly Refactoring[] {
  if (selection.snapshot.template.source !== "cloudformation") return [];
  return providers.flatMap((provide) => provide(selection));
}
