/** What an output of another template holds, in a line. */
import type { Language } from "../../base/localized.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { entityLine } from "../hover/declaration.ts";
import { valueText } from "../hover/value-text.ts";
import { code, name, strong } from "../markdown.ts";

/** Undefined where the template has no such output, or the output no value. */
export function outputValue(snapshot: Snapshot, output: string, language: Language): string | undefined {
  const expression = snapshot.template.outputs.get(output)?.value;
  if (!expression) return undefined;
  const value = snapshot.evaluator.resolve(expression);
  if (value.kind !== "reference") return valueText(value, language);
  const resource = snapshot.template.resources.get(value.logicalId);
  if (!resource) return valueText(value, language);
  const meaning = entityLine(resource.id, snapshot, language) ?? `${strong(resource.id)} · ${code(resource.type)}`;
  return value.attribute === undefined ? meaning : `${name(value.attribute)}: ${meaning}`;
}
