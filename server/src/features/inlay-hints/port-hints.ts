/** The service that usually listens on a port, behind its number. */
import { type Expression, propertyOf, type ScalarExpression } from "../../template/expression.ts";
import type { Resource } from "../../template/template.ts";
import { textOf } from "../../template/values.ts";
import { kindAt } from "../hover/values/places.ts";
import type { HintScene, InlayHint } from "./inlay-hint.ts";

/** The properties that hold the two ends of a range; the hint stands behind the first. */
const ranges = [
  ["FromPort", "ToPort"],
  ["From", "To"],
] as const;

/** Protocols that have ports, as names and as numbers. */
const withPorts = /^(?:tcp|udp|6|17)$/i;

/** Hints of single ports; a range, and a rule for a protocol without ports, get none. */
export function portHints(resource: Resource, scene: HintScene): readonly InlayHint[] {
  return [...portsIn(resource.properties, resource.type, undefined, scene)].flatMap((port) => {
    const entry = scene.context.knowledge.values.find("ports", port.text);
    if (!entry?.name) return [];
    const { language } = scene.context;
    return [{ kind: "ports" as const, behind: port.span, label: entry.name[language], tooltip: entry.text[language] }];
  });
}

/** @param protocol what the object around says, for ranges in an object of their own */
function* portsIn(
  expression: Expression,
  place: string,
  protocol: string | undefined,
  scene: HintScene,
): Generator<ScalarExpression> {
  if (expression.kind === "list") {
    for (const item of expression.items) yield* portsIn(item, place, protocol, scene);
  }
  if (expression.kind !== "object") return;
  const own = protocolIn(expression, scene) ?? protocol;
  for (const { key, value } of expression.properties) {
    const here = `${place}.${key}`;
    if (value.kind !== "scalar") yield* portsIn(value, here, own, scene);
    else if (kindAt(here) === "port" && isSinglePort(expression, key, value, own, scene)) yield value;
  }
}

function protocolIn(object: Expression, { snapshot }: HintScene): string | undefined {
  const written = propertyOf(object, "IpProtocol") ?? propertyOf(object, "Protocol");
  // What cannot be read is no protocol that has ports for certain.
  return written && (textOf(snapshot.evaluator.resolve(written.value)) ?? "unknown");
}

function isSinglePort(
  object: Expression,
  key: string,
  { text }: ScalarExpression,
  protocol: string | undefined,
  { snapshot }: HintScene,
): boolean {
  const range = ranges.find((ends) => ends.some((end) => end === key));
  if (!range) return true;
  if (range[0] !== key || (protocol !== undefined && !withPorts.test(protocol))) return false;
  const other = propertyOf(object, range[1]);
  return other !== undefined && textOf(snapshot.evaluator.resolve(other.value)) === text;
}
