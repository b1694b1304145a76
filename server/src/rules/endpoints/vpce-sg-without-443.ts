import type { SecurityGroup, VpcEndpoint } from "../../network/model.ts";
import { getAtt } from "../../template/edit.ts";
import { groupsIn, inboundRuleAdded, refusalOf } from "../refusing-groups.ts";
import { keySpan } from "../routing/route-parts.ts";
import { defineRule, type Fix } from "../rule.ts";
import { listed } from "../wording.ts";
import { vpcOf } from "./endpoint-parts.ts";
import { servicesOf, waysOfType } from "./endpoint-types.ts";

/** Services of AWS that their clients also call on other ports than 443. */
const otherPorts = /^(?:appstream|cassandra|email-smtp|iot|lorawan|storagegateway|transfer)(?:[.-]|$)/;

/** https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
export const vpceSgWithout443 = defineRule({
  id: "vpce-sg-without-443",
  group: "endpoints",
  severity: "warning",
  topic: "privatelink",
  messages: {
    closed: {
      en: "{id} is guarded by {groups}, where no rule lets anybody in on TCP port 443, the one that clients call {service} on. Their calls time out. Admit 443 from the clients' addresses or group.",
      ja: "{id} に付いた {groups} には、{service} の呼び出しに使う TCP 443 番を許可する受信ルールがない。呼び出しはタイムアウトする。クライアントのアドレスか SG からの 443 番を許可すること。",
    },
  },
  check({ network, evaluator }, report) {
    for (const endpoint of network.endpoints) {
      const { id, resource } = endpoint;
      for (const { because } of waysOfType(endpoint, "Interface")) {
        for (const service of servicesOf(evaluator, endpoint)) {
          if (otherPorts.test(service.service)) continue;
          const refusal = refusalOf(
            network,
            groupsIn(network, endpoint, "SecurityGroupIds"),
            { direction: "ingress", protocol: "tcp", ports: { from: 443, to: 443 }, peer: { kind: "any" } },
            endpoint.guard,
          );
          if (!refusal) continue;
          report({
            at: keySpan(resource, "SecurityGroupIds"),
            message: "closed",
            data: { id, service: service.service, groups: listed(refusal.groups.map((group) => group.id)) },
            related: refusal.groups.map((group) => ({
              at: group.resource.idSpan,
              message: { en: "The group without port 443", ja: "443 番を許可していない SG" },
            })),
            because: [...because, service, ...refusal.because],
            fixes: () => openings(endpoint, refusal.groups),
          });
        }
      }
    }
  },
});

/** Port 443 from the VPC in one of the groups. */
function openings(endpoint: VpcEndpoint, groups: readonly SecurityGroup[]): readonly Fix[] {
  const vpc = vpcOf(endpoint);
  if (!vpc) return [];
  return groups.flatMap((group): readonly Fix[] => {
    const edit = inboundRuleAdded(group, {
      IpProtocol: "tcp",
      FromPort: 443,
      ToPort: 443,
      CidrIp: getAtt(vpc.id, "CidrBlock"),
    });
    if (!edit) return [];
    return [
      {
        title: {
          en: `Admit 443 from ${vpc.id} in ${group.id}`,
          ja: `${group.id} で ${vpc.id} からの 443 番を許可する`,
        },
        edits: [edit],
        preferred: groups.length === 1,
      },
    ];
  });
}
