import { admits, type Traffic } from "../../network/admission.ts";
import { itemFacts, readText } from "../../network/facts.ts";
import type { Network, SecurityGroup } from "../../network/model.ts";
import type { NewValue } from "../../template/edit.ts";
import { propertyOf } from "../../template/expression.ts";
import { resourcesOfType } from "../../template/resources-by-type.ts";
import { existence, waysOfProperty } from "../basis.ts";
import { propertyAsNewValue } from "../gateways/new-values.ts";
import { groupsIn, inboundRuleAdded, refusalOf } from "../refusing-groups.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";

const protocols = ["tcp", "udp"] as const;
type Protocol = (typeof protocols)[number];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverendpoint.html */
export const resolverSgPort53 = defineRule({
  id: "resolver-sg-port-53",
  group: "dns",
  severity: "warning",
  topic: "transit-gateway-dns",
  messages: {
    closed: {
      en: "{id} answers DNS queries from outside the VPC, but {groups} does not let port 53 in by {missing}. An inbound endpoint needs it by TCP and by UDP, or some queries get no answer. Add the rule.",
      ja: "{id} は VPC の外からの DNS の問い合わせを受けるが、{groups} は {missing} の 53 番を許可していない。インバウンドエンドポイントには TCP と UDP の両方が必要で、足りないと応答のない問い合わせが出る。ルールを加えること。",
    },
  },
  check({ network, template, evaluator }, report) {
    for (const resource of resourcesOfType(template, "AWS::Route53Resolver::ResolverEndpoint")) {
      const owner = { resource, guard: existence(evaluator.conditions, resource) };
      // DNS over HTTPS comes in on port 443.
      const spoken = itemFacts(evaluator, owner, "Protocols", readText);
      if (spoken.unknown.length > 0 || spoken.known.some(({ value }) => value.toUpperCase() !== "DO53")) continue;
      const groups = groupsIn(network, owner, "SecurityGroupIds");
      for (const direction of waysOfProperty(evaluator, resource, "Direction")) {
        if (readText(direction.value)?.toUpperCase() !== "INBOUND") continue;
        const refusals = protocols.flatMap((protocol) => {
          const refusal = refusalOf(network, groups, trafficOf(protocol), direction.guard);
          return refusal ? [{ protocol, refusal }] : [];
        });
        const [first] = refusals;
        if (!first) continue;
        const missing = refusals.map(({ protocol }) => protocol.toUpperCase());
        report({
          at: keySpan(resource, "SecurityGroupIds"),
          message: "closed",
          data: {
            id: resource.id,
            groups: listed(first.refusal.groups.map(({ id }) => id)),
            missing: listed(missing),
          },
          related: first.refusal.groups.map((group) => ({
            at: group.resource.idSpan,
            message: {
              en: `${group.id} lets no ${missing.join("/")} 53 in`,
              ja: `${missing.join("・")} 53 番を許可していない`,
            },
          })),
          because: [owner, direction, ...refusals.flatMap(({ refusal }) => refusal.because)],
          fixes: () => (refusals.length === 1 ? copies(network, first.refusal.groups, first.protocol) : []),
        });
      }
    }
  },
});

function trafficOf(protocol: Protocol): Traffic {
  return { direction: "ingress", protocol, ports: { from: 53, to: 53 }, peer: { kind: "any" } };
}

/** The rule for the other protocol once more, from the same source. */
function copies(network: Network, groups: readonly SecurityGroup[], missing: Protocol): readonly Fix[] {
  const other = missing === "tcp" ? "udp" : "tcp";
  return groups
    .flatMap((group) =>
      admits(network, group, trafficOf(other)).by.flatMap(({ rule }): readonly Fix[] => {
        const list = propertyOf(group.resource.properties, "SecurityGroupIngress")?.value;
        const items = list?.kind === "list" ? list.items : [];
        const item = items.find(({ kind, span }) => kind === "object" && span.start === rule?.span.start);
        if (item?.kind !== "object") return [];
        const source = item.properties.filter(({ key }) => /^(?:Cidr|Source)/.test(key));
        const values = source.map(
          ({ key }) => [key, propertyAsNewValue({ ...group.resource, properties: item }, key)] as const,
        );
        if (values.length === 0 || values.some(([, value]) => value === undefined)) return [];
        const edit = inboundRuleAdded(group, {
          IpProtocol: missing,
          FromPort: 53,
          ToPort: 53,
          ...(Object.fromEntries(values) as Record<string, NewValue>),
        });
        if (!edit) return [];
        const name = missing.toUpperCase();
        return [
          {
            title: {
              en: `Admit ${name} port 53 in ${group.id} from the same source`,
              ja: `${group.id} で同じ送信元からの ${name} 53 番を許可する`,
            },
            edits: [edit],
            preferred: true,
          },
        ];
      }),
    )
    .slice(0, 1);
}
