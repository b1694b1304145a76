import { readText } from "../../network/facts.ts";
import { getAtt } from "../../template/edit.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import type { Resource, Template } from "../../template/template.ts";
import type { Evaluator } from "../../template/value.ts";
import { isList } from "../../template/values.ts";
import { existence, type Given, waysOfProperty } from "../basis.ts";
import { defineRule, type Fix } from "../rule.ts";
import { presence } from "../ways-at.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverrule.html */
export const resolverForwardWithoutTargets = defineRule({
  id: "resolver-forward-without-targets",
  group: "dns",
  severity: "error",
  topic: "transit-gateway-dns",
  messages: {
    targets: {
      en: "{id} forwards queries but names no DNS server, so there is nowhere to forward them to. List the servers' addresses in TargetIps.",
      ja: "{id} は問い合わせを転送するルールだが、転送先の DNS サーバーがない。TargetIps にサーバーの IP アドレスを書くこと。",
    },
    endpoint: {
      en: "{id} forwards queries but names no outbound endpoint, through which they would leave the VPC. Set ResolverEndpointId.",
      ja: "{id} は問い合わせを転送するルールだが、VPC から出るためのアウトバウンドエンドポイントの指定がない。ResolverEndpointId を書くこと。",
    },
  },
  check({ evaluator, template }, report) {
    for (const resource of resourcesOfType(template, "AWS::Route53Resolver::ResolverRule")) {
      const { id } = resource;
      const owner = { guard: existence(evaluator.conditions, resource) };
      for (const type of waysOfProperty(evaluator, resource, "RuleType")) {
        if (readText(type.value)?.toUpperCase() !== "FORWARD") continue;
        const empty = waysOfProperty(evaluator, resource, "TargetIps").filter(isEmptyList);
        for (const { guard } of [
          ...presence(evaluator, resource, "TargetIps").absent.map((guard) => ({ guard })),
          ...empty,
        ]) {
          report({ at: resource.idSpan, message: "targets", data: { id }, because: [owner, type, { guard }] });
        }
        for (const guard of presence(evaluator, resource, "ResolverEndpointId").absent) {
          report({
            at: resource.idSpan,
            message: "endpoint",
            data: { id },
            because: [owner, type, { guard }],
            fixes: () => throughEndpoints(evaluator, template, resource),
          });
        }
      }
    }
  },
});

function isEmptyList({ value }: Given): boolean {
  return value.kind === "known" && isList(value.data) && value.data.length === 0;
}

/** One choice for each outbound endpoint of the template that is always there. */
function throughEndpoints(evaluator: Evaluator, template: Template, { id, properties }: Resource): readonly Fix[] {
  if (properties.properties.some(({ key }) => key === "ResolverEndpointId")) return [];
  const outbound = resourcesOfType(template, "AWS::Route53Resolver::ResolverEndpoint").filter(
    (resource) =>
      !resource.condition &&
      waysOfProperty(evaluator, resource, "Direction").some(
        ({ value }) => readText(value)?.toUpperCase() === "OUTBOUND",
      ),
  );
  return outbound.map((endpoint) => ({
    title: { en: `Forward through ${endpoint.id}`, ja: `${endpoint.id} を通して転送する` },
    edits: [
      {
        kind: "set-property",
        resource: id,
        path: ["ResolverEndpointId"],
        value: getAtt(endpoint.id, "ResolverEndpointId"),
      },
    ],
    preferred: outbound.length === 1,
  }));
}
