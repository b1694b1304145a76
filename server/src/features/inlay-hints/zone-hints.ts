/** Which zone of the Region it is, behind `!Select [0, !GetAZs ""]`. */
import { type CallExpression, type Expression, propertyOf } from "../../template/expression.ts";
import { textOfScalar } from "../../template/parameters.ts";
import type { Resource } from "../../template/template.ts";
import { textOf } from "../../template/values.ts";
import { behindCall } from "./hint-place.ts";
import type { HintScene, InlayHint } from "./inlay-hint.ts";
import { say } from "./wording.ts";

/** Names of zones are the deployment's; the number is the template's. */
export function zoneHints(
  { properties }: Resource,
  { snapshot, context: { language } }: HintScene,
): readonly InlayHint[] {
  const written = propertyOf(properties, "AvailabilityZone")?.value;
  const index = written && zoneIndex(written);
  const text = index && textOf(snapshot.evaluator.resolve(index));
  if (written?.kind !== "call" || text === undefined || !/^\d+$/.test(text)) return [];
  const n = Number(text) + 1;
  const behind = behindCall(written);
  return [
    { kind: "values", behind, label: say("zone", language, { n }), tooltip: say("zoneOfRegion", language, { n }) },
  ];
}

/** The position in the zones of the stack's own Region. */
function zoneIndex(expression: Expression): Expression | undefined {
  const [index, zones] = argumentsOf(expression, "Select");
  if (index === undefined || zones?.kind !== "call" || zones.name !== "GetAZs") return undefined;
  const { argument } = zones;
  const isOwn =
    argument.kind === "call" && argument.name === "Ref"
      ? textOfScalar(argument.argument) === "AWS::Region"
      : argument.kind === "scalar" && argument.text === "";
  return isOwn ? index : undefined;
}

function argumentsOf(expression: Expression, name: CallExpression["name"]): readonly Expression[] {
  if (expression.kind !== "call" || expression.name !== name || expression.form === "code") return [];
  return expression.argument.kind === "list" ? expression.argument.items : [];
}
