/** Quick fixes that make a finding go without repairing anything: ignoring it at its place. */
import type { Localized } from "../../base/localized.ts";
import type { TextEdit } from "../../base/span.ts";
import { ignoreRuleIds } from "../../rules/ignores.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

export interface IgnoreFix {
  readonly title: Localized;
  readonly edits: readonly TextEdit[];
}

/** Whether it is said of a wish to ignore something, which can't itself be ignored. */
export function isAboutIgnores({ rule }: Finding): boolean {
  return ignoreRuleIds.some((id) => id === rule);
}

/** The ways to ignore a finding in the document, the narrowest first; none that only repeats another. */
export function ignoreFixes({ document, template }: Snapshot, finding: Finding): readonly IgnoreFix[] {
  if (isAboutIgnores(finding)) return [];
  const { rule, at } = finding;
  const { start } = document.layout.rangeOf(at);
  const resource = [...template.resources.values()].find(({ span, impliedBy }) => {
    const range = document.layout.rangeOf(span);
    return impliedBy === undefined && range.start <= start && start < range.end;
  });
  const here = document.writeIgnore(rule, { kind: "line", offset: start });
  const whole = document.writeIgnore(rule, resource ? { kind: "resource", id: resource.id } : { kind: "template" });
  const isSame = JSON.stringify(here) === JSON.stringify(whole);
  const fixes: IgnoreFix[] = [];
  if (here && !isSame)
    fixes.push({ title: { en: `Ignore ${rule} here`, ja: `ここでは ${rule} を無視する` }, edits: here });
  if (whole) fixes.push({ title: wholeTitle(rule, resource?.id), edits: whole });
  return fixes;
}

function wholeTitle(rule: string, resource: string | undefined): Localized {
  return resource === undefined
    ? { en: `Ignore ${rule} in this template`, ja: `このテンプレートでは ${rule} を無視する` }
    : { en: `Ignore ${rule} for all of ${resource}`, ja: `${resource} 全体で ${rule} を無視する` };
}
