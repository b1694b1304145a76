import { propertyFacts, readText } from "../../network/facts.ts";
import { getAtt } from "../../template/edit.ts";
import type { Resource } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { existence, type Given } from "../basis.ts";
import { defineRule } from "../rule.ts";
import { aliasesOf, aliasTargets } from "./alias-targets.ts";
import { isEditable, nameForPeople, recordsOf } from "./records.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-recordset-aliastarget.html */
export const aliasLoadBalancerAttributes = defineRule({
  id: "alias-load-balancer-attributes",
  group: "dns",
  severity: "error",
  topic: "private-hosted-zone-sharing",
  messages: {
    zone: {
      en: "{zone} is not the zone of {balancer}, where {name} leads: in an alias, HostedZoneId is the zone of the target. The stack will fail. Use {attribute} of {balancer}.",
      ja: "{zone} は {name} の向かう {balancer} のゾーンではない。エイリアスの HostedZoneId はターゲット側のゾーンで、作成は失敗する。{balancer} の {attribute} を使うこと。",
    },
    other: {
      en: "{name} has the DNS name of {balancer} but the zone of {zone}. They go together by luck at best, where both are of one kind and Region. Take both from {balancer}.",
      ja: "{name} の DNS 名は {balancer} のものだが、ゾーンは {zone} のもの。種類とリージョンが同じなら偶然一致するにすぎない。両方を {balancer} から取ること。",
    },
  },
  check({ evaluator, template }, report) {
    for (const record of recordsOf(evaluator)) {
      for (const { names, zones } of aliasesOf(evaluator, record)) {
        for (const name of names) {
          const balancer = balancerOf(evaluator, name);
          if (!balancer) continue;
          const { attribute, resource } = balancer;
          for (const zone of zones) {
            if (zone.value.kind !== "reference") continue;
            const { logicalId } = zone.value;
            const other = template.resources.get(logicalId);
            if (!other || (other === resource && zone.value.attribute === attribute)) continue;
            const isZone = other.type === "AWS::Route53::HostedZone";
            const isBalancer = other.type.startsWith("AWS::ElasticLoadBalancing");
            if (!isZone && !isBalancer) continue;
            const alike = isBalancer && other !== resource && mayShareZone(evaluator, resource, other);
            report({
              at: zone.span,
              message: alike ? "other" : "zone",
              data: {
                name: nameForPeople(evaluator, record),
                balancer: resource.id,
                zone: isZone || other !== resource ? logicalId : `${logicalId}.${zone.value.attribute ?? "Ref"}`,
                ...(alike ? {} : { attribute }),
              },
              severity: alike ? "warning" : "error",
              related: [{ at: name.span, message: { en: "The load balancer", ja: "ロードバランサー" } }],
              because: [record, name, zone],
              fixes: () =>
                isEditable(record) && zone.from.length === 0
                  ? [
                      {
                        title: {
                          en: `Use ${attribute} of ${resource.id}`,
                          ja: `${resource.id} の ${attribute} を使う`,
                        },
                        edits: [{ kind: "replace-value", span: zone.span, value: getAtt(resource.id, attribute) }],
                        preferred: true,
                      },
                    ]
                  : [],
            });
          }
        }
      }
    }
  },
});

/** The load balancer whose DNS name it is, and the attribute with its zone. */
function balancerOf({ template }: Evaluator, { value }: Given) {
  if (value.kind !== "reference" || value.attribute !== "DNSName") return undefined;
  const resource = template.resources.get(value.logicalId);
  const kind = aliasTargets.find((each) => each.type === resource?.type);
  return resource && kind && "zoneAttribute" in kind ? { resource, attribute: kind.zoneAttribute } : undefined;
}

/**
 * Zones belong to kinds of load balancers in a Region: Application and Classic ones share theirs, Network ones have
 * another. https://docs.aws.amazon.com/general/latest/gr/elb.html
 */
function mayShareZone(evaluator: Evaluator, a: Resource, b: Resource): boolean {
  const [first, second] = [kindOf(evaluator, a), kindOf(evaluator, b)];
  return first === undefined || second === undefined || first === second;
}

function kindOf(evaluator: Evaluator, resource: Resource): "network" | "other" | undefined {
  if (resource.type === "AWS::ElasticLoadBalancing::LoadBalancer") return "other";
  const owner = { resource, guard: existence(evaluator.conditions, resource) };
  const { known, unknown } = propertyFacts(evaluator, owner, "Type", readText);
  if (unknown.length > 0 || known.length > 1) return undefined;
  return known[0]?.value.toLowerCase() === "network" ? "network" : "other";
}
