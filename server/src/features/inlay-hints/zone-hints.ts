/** Which zone of the Region it is, behind `!Select [0, !GetAZs ""]`. */
import { propertyOf } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { textOf } from "../../template/values.ts";
import { zoneSelection } from "../../template/zone-selection.ts";
import { behindCall } from "./hint-place.ts";
import type { HintScene, InlayHint } from "./inlay-hint.ts";
import { say } from "./wording.ts";

/** Names of zones are the deployment's; the number is the template's. */
export function zoneHints(
  { properties }: Resource,
  { snapshot, context: { language } }: HintScene,
): readonly InlayHint[] {
  const written = propertyOf(properties, "AvailabilityZone")?.value;
  const selection = zoneSelection(written);
  // Programs have words of their own for it.
  if (written?.kind !== "call" || written.form === "code" || selection?.region !== "") return [];
  const text = textOf(snapshot.evaluator.resolve(selection.index));
  if (text === undefined || !/^\d+$/.test(text)) return [];
  const n = Number(text) + 1;
  const behind = behindCall(written);
  return [
    { kind: "values", behind, label: say("zone", language, { n }), tooltip: say("zoneOfRegion", language, { n }) },
  ];
}
