import type { RouteTarget } from "../../network/model.ts";
import { type Expression, propertyOf } from "../../template/expression.ts";
import type { Resource, Template } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { allGuards, type Basis, existence, waysOf } from "../basis.ts";
import { defineRule } from "../rule.ts";

/** https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html#EIP_Disable_SrcDestCheck */
export const natInstanceSourceDestCheck = defineRule({
  id: "nat-instance-source-dest-check",
  group: "gateways",
  severity: "error",
  topic: "nat-instance",
  messages: {
    checked: {
      en: "{id} is the target of {route}, but its source/destination check is on, so it drops every packet that is not its own. Set SourceDestCheck: false.",
      ja: "{id} は {route} のターゲットだが、送信元/送信先チェックが有効で、自分宛てでないパケットをすべて捨てる。SourceDestCheck: false にすること。",
    },
  },
  check({ network, template, evaluator }, report) {
    const told = new Set<string>();
    for (const route of network.routes) {
      for (const target of route.targets.known) {
        const checked = interfaceOf(template, evaluator, target.value);
        if (!checked || told.has(checked.resource.id)) continue;
        for (const way of waysOfCheck(evaluator, checked)) {
          const because = [route, target, way, { guard: existence(evaluator.conditions, checked.resource) }];
          if (
            !allGuards(
              evaluator.conditions,
              because.map(({ guard }) => guard),
            )
          )
            continue;
          told.add(checked.resource.id);
          report({
            at: way.at ?? checked.resource.idSpan,
            message: "checked",
            data: { id: checked.resource.id, route: route.id },
            related: [{ at: target.span, message: { en: `${route.id} leads here`, ja: `${route.id} のターゲット` } }],
            because,
            fixes: () => [
              {
                title: {
                  en: `Switch off the source/destination check of ${checked.resource.id}`,
                  ja: `${checked.resource.id} の送信元/送信先チェックを無効にする`,
                },
                edits: [{ kind: "set-property", resource: checked.resource.id, path: checked.path, value: false }],
                preferred: true,
              },
            ],
          });
        }
      }
    }
  },
});

/** The resource whose `SourceDestCheck` counts, and where it stands. */
interface Checked {
  readonly resource: Resource;
  readonly path: readonly string[];
  readonly expression: Expression | undefined;
}

/** An instance with interfaces of its own resource has the check there, not on itself. */
function interfaceOf(template: Template, evaluator: Evaluator, { property, link }: RouteTarget): Checked | undefined {
  if (property !== "InstanceId" && property !== "NetworkInterfaceId") return undefined;
  const resource =
    link.kind === "entity"
      ? link.entity.resource
      : link.kind === "other" && !link.attribute
        ? link.resource
        : undefined;
  if (!resource || resource.open) return undefined;
  if (resource.type === "AWS::EC2::NetworkInterface") return checkOf(resource);
  if (resource.type !== "AWS::EC2::Instance" || switchesItself(resource)) return undefined;
  const interfaces = propertyOf(resource.properties, "NetworkInterfaces")?.value;
  if (interfaces === undefined) return checkOf(resource);
  const first = interfaces.kind === "list" ? interfaces.items[0] : undefined;
  const id = propertyOf(first, "NetworkInterfaceId")?.value;
  if (!id) return checkOf(resource);
  const value = evaluator.resolve(id);
  const own = value.kind === "reference" ? template.resources.get(value.logicalId) : undefined;
  return own?.type === "AWS::EC2::NetworkInterface" && !own.open ? checkOf(own) : undefined;
}

function checkOf(resource: Resource): Checked {
  const expression = propertyOf(resource.properties, "SourceDestCheck")?.value;
  return { resource, path: ["SourceDestCheck"], expression };
}

/** The start-up script of many NAT instances switches the check off through the API. */
function switchesItself({ span }: Resource): boolean {
  // The property itself is no script, and neither is a comment that ignores this rule.
  const text = span.block.text
    .slice(span.start, span.end)
    .replace(/SourceDestCheck|nat-instance-source-dest-check/g, "");
  return /source-?dest-?check/i.test(text);
}

/** The ways in which the check is on: by default, or said so. */
function waysOfCheck(
  evaluator: Evaluator,
  { resource, expression }: Checked,
): readonly (Basis & { readonly at?: Checked["resource"]["span"] })[] {
  if (expression === undefined) return [{}];
  return waysOf(evaluator, resource, expression).flatMap((given) => {
    const on = given.value.kind === "known" && String(given.value.data) === "true";
    return on ? [{ guard: given.guard, from: given.from, at: given.span }] : [];
  });
}
