/**
 * What other tools have found when the app was synthesized: aws-cdk-lib's own validator, cdk-nag, policy plugins. They
 * write `validation-report.json` into the cloud assembly. What they say is shown in their words.
 */
import { sameInAll } from "../../base/localized.ts";
import type { Severity } from "../../rules/rule.ts";
import { type JsonObject, listIn, objectIn, parseObject, textIn } from "./json.ts";
import type { SynthesizedNote } from "./note.ts";

export const reportFileName = "validation-report.json";

/** More findings are not shown. */
const mostNotes = 2000;

/** What the report says; empty where it is none. What its authors have acknowledged is left out. */
export function reportNotes(uri: string, text: string | undefined): readonly SynthesizedNote[] {
  const reports = listIn(parseObject(text)?.pluginReports).map(objectIn);
  return reports
    .flatMap((report) => listIn(report.violations).flatMap((each) => violationNotes(uri, report, objectIn(each))))
    .slice(0, mostNotes);
}

function violationNotes(uri: string, report: JsonObject, violation: JsonObject): readonly SynthesizedNote[] {
  const tool = textIn(report.pluginName);
  const description = textIn(violation.description);
  if (tool === undefined || description === undefined) return [];
  const fix = textIn(violation.suggestedFix);
  return listIn(violation.violatingConstructs)
    .map(objectIn)
    .map((construct) => ({
      tool,
      rule: textIn(violation.ruleName) ?? "",
      severity: severityOf(violation.severity),
      message: sameInAll(fix === undefined ? description : `${description}\n${fix}`),
      tags: [],
      origin: { path: textIn(construct.constructPath), stack: firstStack(construct.stackTraces) },
      related: [],
      stackName: undefined,
      written: { uri, line: 0, character: 0 },
    }));
}

/** The first is where the construct was made; others say where its properties were changed. */
function firstStack(traces: unknown): readonly string[] {
  return textIn(listIn(traces)[0])?.split("\n") ?? [];
}

function severityOf(severity: unknown): Severity {
  switch (String(severity).toLowerCase()) {
    case "fatal":
    case "error":
    case "undefined":
      return "error";
    case "info":
      return "info";
    default:
      return "warning";
  }
}
