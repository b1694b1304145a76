import type { Entity, Network } from "../../network/model.ts";
import { refTo } from "../../template/edit.ts";
import { waysOfProperty } from "../basis.ts";
import { freshId } from "../fresh-id.ts";
import { defineRule, type Fix } from "../rule.ts";
import { identityOf } from "../same-value.ts";
import { rangeText } from "./new-routes.ts";
import { entitiesOfType } from "./transit-gateway-tables.ts";

/** https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html */
export const clientVpnWithoutAuthorization = defineRule({
  id: "client-vpn-without-authorization",
  group: "connectivity",
  severity: "warning",
  topic: "client-vpn",
  messages: {
    noRule: {
      en: "{id} has no authorization rule, so clients connect and reach nothing. Add a ClientVpnAuthorizationRule for each network that they are to use.",
      ja: "{id} に承認ルールがなく、クライアントは接続できてもどこにも届かない。使わせるネットワークごとに ClientVpnAuthorizationRule を追加すること。",
    },
  },
  check({ network, evaluator, template }, report) {
    if (template.open) return;
    const endpoints = entitiesOfType(network, "AWS::EC2::ClientVpnEndpoint");
    if (endpoints.length === 0) return;
    const rules = entitiesOfType(network, "AWS::EC2::ClientVpnAuthorizationRule");
    // A rule of an endpoint that nobody can tell may be for any.
    const isUnknown = rules.some(({ resource }) =>
      waysOfProperty(evaluator, resource, "ClientVpnEndpointId").some(({ value }) => identityOf(value) === undefined),
    );
    if (isUnknown) return;
    for (const endpoint of endpoints) {
      const users = network.usersOf(endpoint.id);
      // Without a subnet nobody connects yet: then the template is a part of something.
      const isUsed = users.some(({ type }) => type === "AWS::EC2::ClientVpnTargetNetworkAssociation");
      if (!isUsed || network.isExposed(endpoint.id)) continue;
      if (users.some(({ type }) => type === "AWS::EC2::ClientVpnAuthorizationRule")) continue;
      report({
        at: endpoint.resource.idSpan,
        message: "noRule",
        data: { id: endpoint.id },
        because: [endpoint],
        fixes: () => letIn(network, endpoint),
      });
    }
  },
});

/** Opens one of the template's VPCs to all users of the endpoint. */
function letIn(network: Network, { id, resource }: Entity): readonly Fix[] {
  return network.vpcs.flatMap((vpc): readonly Fix[] => {
    const range = rangeText(vpc);
    if (range === undefined || vpc.guard.outcomes.size > 0) return [];
    return [
      {
        title: {
          en: `Let all users reach ${vpc.id} (${range})`,
          ja: `すべての利用者に ${vpc.id} (${range}) を許可する`,
        },
        edits: [
          {
            kind: "add-resource",
            id: freshId(network.evaluator.template, `${id}Authorization`),
            type: "AWS::EC2::ClientVpnAuthorizationRule",
            properties: { ClientVpnEndpointId: refTo(id), TargetNetworkCidr: range, AuthorizeAllGroups: true },
            condition: resource.condition?.name,
            after: id,
          },
        ],
      },
    ];
  });
}
