/** What kind of subnet it is, behind its type. */
import type { SubnetKind } from "../../network/model.ts";
import { subnetKinds } from "../../network/routing.ts";
import type { Resource } from "../../template/template.ts";
import { entityOf } from "../describe/find.ts";
import { bullets } from "../markdown.ts";
import type { HintScene, InlayHint } from "./inlay-hint.ts";
import { say } from "./wording.ts";

/** None where a case is unknown: the subnet could be anything then. */
export function subnetHints(resource: Resource, { snapshot, context: { language } }: HintScene): readonly InlayHint[] {
  if (resource.type !== "AWS::EC2::Subnet") return [];
  const { network, evaluator } = snapshot;
  const entity = entityOf(network, resource.id);
  const cases = entity?.kind === "subnet" ? subnetKinds(network, entity) : [];
  const kinds = new Set(cases.flatMap(({ kind }) => (isKnown(kind) ? [kind] : [])));
  if (kinds.size === 0 || cases.some(({ kind }) => !isKnown(kind))) return [];
  const lines = cases.flatMap(({ kind, guard }) => {
    const when = evaluator.conditions.describe(guard)[language];
    return isKnown(kind) && when !== "" ? [say("inCase", language, { value: say(kind, language), case: when })] : [];
  });
  return [
    {
      kind: "subnetKinds",
      behind: resource.typeSpan,
      label: [...kinds].map((kind) => say(kind, language)).join(" | "),
      tooltip: kinds.size > 1 ? bullets(lines) : undefined,
    },
  ];
}

function isKnown(kind: SubnetKind): kind is Exclude<SubnetKind, "unknown"> {
  return kind !== "unknown";
}
